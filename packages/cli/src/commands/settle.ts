import { parseArgs } from 'node:util'
import { openStore } from '@artel/store'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { DECIMAL, NUMBER, oneOfWords } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { whoActs } from '../settle/acting-as.ts'
import { accept, dispute, disputes, lines, resolve } from '../settle/answer-steps.ts'
import { approve, bankDetails, importBank, orders, pay, propose } from '../settle/payment-steps.ts'
import { payments, reverse } from '../settle/reversal-steps.ts'
import type { SettleOptions, SettleStep } from '../settle/settling.ts'
import type { Shown } from '../settle/show.ts'
import { STEP_ACTIONS } from '../settle/step-actions.ts'
import { walk } from '../settle/walk.ts'
import { check, close, issue, settleStep, show } from '../settle/window-steps.ts'
import { statement } from '../settle/write-statement-file.ts'
import { withDatabase } from '../with-database.ts'
import { SETTLE_WORDS } from '../words/settle-words.ts'

/** The steps by their names, in the order in which a window goes through them. */
const STEPS: Readonly<Record<string, SettleStep>> = {
  ...{
    show,
    close,
    'issue-statements': issue,
    lines,
    statement,
    accept,
    dispute,
    disputes,
    resolve,
    propose,
    approve,
  },
  ...{ 'bank-details': bankDetails, orders, pay, payments, reverse, import: importBank },
  ...{ 'settle-window': settleStep, check },
}

/** `artel settle`: walks a settlement window by hand, or takes one step of it. */
export const settle = defineCommand({
  meta: {
    name: 'settle',
    description: 'Settle a window between members: walk it step by step, or take one step.',
    ru: 'Провести расчёты между участниками: весь период шаг за шагом или один шаг.',
  },
  args: {
    step: {
      type: 'positional',
      description: 'One step; all of them in turn if left out.',
      ru: 'Один шаг; если не указан, все по очереди.',
      required: false,
    },
    coalition: COALITION,
    window: { type: 'string', description: 'Number of the window.', ru: 'Номер периода.', form: NUMBER },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...), and another person's to approve than to propose; a member's (sk_...) to accept and dispute. Default: ARTEL_ADMIN_KEY, else whoever is signed in (artel login), else whoever holds the database, who neither proposes nor approves.",
      ru: 'Чей это шаг: ключ администратора (ak_...), причём утверждает не тот человек, что предложил; принимает акт и спорит ключ участника (sk_...). Без него - ARTEL_ADMIN_KEY, иначе тот, кто вошёл (artel login), иначе тот, у кого база: он не предлагает и не утверждает.',
    },
    early: {
      type: 'boolean',
      description: 'Before the cut-off, now.',
      ru: 'До конца периода, сейчас.',
      default: false,
    },
    member: { type: 'string', description: 'Handle of the member.', ru: 'Имя участника.' },
    line: {
      type: 'string',
      description: 'Number of the line in the register.',
      ru: 'Номер строки в реестре.',
      form: NUMBER,
    },
    reason: { type: 'string', description: 'Why.', ru: 'Почему.' },
    evidence: {
      type: 'string',
      description: 'A link that speaks for it; may be repeated.',
      ru: 'Ссылка в подтверждение; можно повторять.',
      repeats: true,
    },
    dispute: {
      type: 'string',
      description: 'Id of the dispute (dsp_...).',
      ru: 'Номер разногласия (dsp_...).',
    },
    outcome: {
      type: 'string',
      description: 'UPHELD or REJECTED.',
      ru: 'UPHELD (признано) или REJECTED (отклонено).',
      form: oneOfWords('UPHELD', 'REJECTED'),
    },
    note: {
      type: 'string',
      description: 'Why, for both sides; or a note.',
      ru: 'Почему, для обеих сторон; примечание.',
    },
    method: {
      type: 'string',
      description: 'HUB or PEER.',
      ru: 'HUB (через коалицию) или PEER (друг другу).',
      default: 'HUB',
      form: oneOfWords('HUB', 'PEER'),
    },
    plan: { type: 'string', description: 'Hash of the plan that was read.', ru: 'Хеш прочитанного плана.' },
    payment: {
      type: 'string',
      description:
        'pay: reference of the payment, or its id (leg_...). reverse: id of what was paid (pay_...), or the reference where one payment counts.',
      ru: 'pay: код платежа или его номер (leg_...). reverse: номер оплаты (pay_...) или код платежа, если оплата по нему одна.',
    },
    amount: {
      type: 'string',
      description: 'How much, such as 61.70. resolve: how much is taken off; all of it if left out.',
      ru: 'Сколько, например 61.70. resolve: сколько снять; если не указано - всё.',
      form: DECIMAL,
    },
    on: {
      type: 'string',
      description: 'Day on which the money moved, such as 2026-08-10; today.',
      ru: 'День, когда прошли деньги, например 2026-08-10; иначе сегодня.',
    },
    another: {
      type: 'boolean',
      description: 'It is another payment than an equal one of the same day that is on record.',
      ru: 'Это другая оплата, чем уже записанная на ту же сумму и дату.',
      default: false,
    },
    file: {
      type: 'string',
      description: 'import: what the bank gave. bank-details: JSON. statement, orders: where to write.',
      ru: 'import: что дал банк. bank-details: JSON. statement, orders: куда записать.',
    },
    format: {
      type: 'string',
      description: 'statement: pdf, csv or json. orders: 1c or pain001.',
      ru: 'statement: pdf, csv или json. orders: 1c или pain001.',
    },
    'carry-forward': {
      type: 'boolean',
      description: 'Carry unpaid payments forward to a later plan.',
      ru: 'Перенести неоплаченное в следующий план.',
      default: false,
    },
    'idempotency-key': {
      type: 'string',
      description: 'Sent again with the same one, a step is taken once. Default: a fresh one.',
      ru: 'С тем же ключом повторённый шаг делается один раз. Без него - новый.',
    },
    json: JSON_LINE,
  },
  actions: STEP_ACTIONS,
  run: ({ args, rawArgs, language }) => {
    const take = stepNamed(args.step, args.json)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 6 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const key = args.key || process.env.ARTEL_ADMIN_KEY
        const context = await whoActs(store, coalition, key)
        const shown: Shown = { context, coalition, words: SETTLE_WORDS[language] }
        if (!take) {
          await walk(shown)
          return 0
        }
        const options: SettleOptions = { ...args, evidence: evidenceIn(rawArgs), language }
        const { text, data, failed } = await take({ ...shown, options })
        process.stdout.write(args.json ? `${jsonOf(data)}\n` : text)
        return failed ? 1 : 0
      } finally {
        await store.close()
      }
    })
  },
})

function stepNamed(name: string | undefined, json: boolean): SettleStep | undefined {
  if (name === undefined) {
    if (json)
      throw new UsageError(
        `Name a step: with --json nobody can be asked. Known: ${Object.keys(STEPS).join(', ')}.`,
        {
          ru: `Назовите шаг: с --json спросить некого. Шаги: ${Object.keys(STEPS).join(', ')}.`,
        },
      )
    return
  }
  return STEPS[name]
}

/** Every `--evidence`; citty keeps the last one only. */
function evidenceIn(rawArgs: readonly string[]): readonly string[] {
  const options = { evidence: { type: 'string', multiple: true } } as const
  const { values } = parseArgs({ args: [...rawArgs], options, strict: false, allowPositionals: true })
  return (values.evidence ?? []).filter((text) => typeof text === 'string')
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
