import type { Actions } from '../command/define-command.ts'

type Option =
  | (
      | 'window'
      | 'early'
      | 'member'
      | 'line'
      | 'reason'
      | 'evidence'
      | 'dispute'
      | 'outcome'
      | 'note'
      | 'method'
    )
  | (
      | 'another'
      | 'plan'
      | 'payment'
      | 'amount'
      | 'on'
      | 'file'
      | 'format'
      | 'carry-forward'
      | 'idempotency-key'
    )

/** What each step of `artel settle` does and takes, in the order in which a window goes through them. */
export const STEP_ACTIONS: Actions<Option> = {
  show: {
    description: 'The windows; one of them with its statements, plan and payments.',
    ru: 'Периоды; один из них - с актами, планом и платежами.',
    takes: ['window'],
  },
  close: {
    description: 'End the open window.',
    ru: 'Закрыть открытый период.',
    needs: ['window'],
    takes: ['early', 'idempotency-key'],
  },
  'issue-statements': {
    description: 'Issue the statements of a closed window.',
    ru: 'Выставить акты закрытого периода.',
    needs: ['window'],
    takes: ['idempotency-key'],
  },
  lines: {
    description: 'The lines of a statement by their numbers in the register.',
    ru: 'Строки акта по номерам в реестре.',
    needs: ['window'],
    takes: ['member'],
  },
  statement: {
    description: 'Write a statement to a file.',
    ru: 'Записать акт в файл.',
    needs: ['window'],
    takes: ['member', 'format', 'file'],
  },
  accept: {
    description: "Accept the member's own statement.",
    ru: 'Принять свой акт.',
    needs: ['window'],
    takes: ['idempotency-key'],
  },
  dispute: {
    description: "Dispute a line of the member's own statement.",
    ru: 'Оспорить строку своего акта.',
    needs: ['window', 'line', 'reason'],
    takes: ['evidence', 'idempotency-key'],
  },
  disputes: {
    description: 'The disputes of a window and their outcomes.',
    ru: 'Разногласия периода и решения по ним.',
    needs: ['window'],
  },
  resolve: {
    description: 'Decide a dispute.',
    ru: 'Решить разногласие.',
    needs: ['dispute', 'outcome', 'note'],
    takes: ['amount', 'idempotency-key'],
  },
  propose: {
    description: 'Propose who pays whom.',
    ru: 'Предложить, кто кому платит.',
    needs: ['window'],
    takes: ['method', 'idempotency-key'],
  },
  approve: {
    description: 'Put the plan into force.',
    ru: 'Утвердить план.',
    needs: ['window', 'plan'],
    takes: ['idempotency-key'],
  },
  'bank-details': {
    description: 'Say how registers and banks know a party.',
    ru: 'Задать реквизиты стороны.',
    needs: ['file'],
    takes: ['member'],
  },
  orders: {
    description: 'Write the payment orders of the coalition, or of the member.',
    ru: 'Записать платёжные поручения коалиции или участника.',
    needs: ['window'],
    takes: ['format', 'file'],
  },
  pay: {
    description: 'Record a payment.',
    ru: 'Записать оплату.',
    needs: ['payment', 'amount'],
    takes: ['on', 'note', 'another', 'idempotency-key'],
  },
  payments: {
    description: 'What is recorded as paid for a window, with the ids of payments.',
    ru: 'Какие оплаты записаны за период, с их номерами.',
    needs: ['window'],
  },
  reverse: {
    description: 'Take back a payment that was recorded wrongly, or whose money went back.',
    ru: 'Отменить оплату, записанную по ошибке или возвращённую банком.',
    needs: ['payment', 'reason'],
    takes: ['on', 'idempotency-key'],
  },
  import: {
    description: "Record the payments that a bank's statement proves, and those that it takes back.",
    ru: 'Записать по банковской выписке оплаты и их возвраты.',
    needs: ['file'],
    takes: ['idempotency-key'],
  },
  'settle-window': {
    description: 'End the settlement of a window.',
    ru: 'Завершить расчёты периода.',
    needs: ['window'],
    takes: ['carry-forward', 'idempotency-key'],
  },
  check: {
    description: 'Hold every statement against the ledger.',
    ru: 'Сверить все акты с книгами.',
  },
}
