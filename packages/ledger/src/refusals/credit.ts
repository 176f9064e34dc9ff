import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** CREDIT_LIMIT_REACHED: the member owes all that the terms let it owe, so it issues no more points. */
export class CreditLimitReachedError extends refusal('CREDIT_LIMIT_REACHED', {
  meaning: {
    en: 'The member owes as much as the terms allow and issues no more points until it pays. Spending points is not affected.',
    ru: 'Участник должен столько, сколько позволяют условия, и, пока не заплатит, баллов не начисляет. Тратить баллы у него можно.',
  },
  remedy: {
    en: 'Pay what is owed, or have the coalition change the limit.',
    ru: 'Заплатите долг или попросите коалицию изменить предел.',
  },
  fields: {
    owed: field.exactMoney('What the member owes.', { recordedAs: 'owedMicros' }),
    adds: field.exactMoney("What the sale's points would add.", { hidden: true, recordedAs: 'addsMicros' }),
    limit: field.exactMoney('What it may owe now: 0 while a payment is missed, where the terms say so.', {
      recordedAs: 'limitMicros',
    }),
  },
  message: {
    en: 'The member owes {owed} of the {limit} that the terms allow and issues no more points until it pays. Spending points is not affected.',
    ru: 'Участник должен {owed} при пределе {limit} и, пока не заплатит, баллов не начисляет. Тратить баллы у него можно.',
  },
}) {}

/** SALE_NEEDS_APPROVAL: the sale passes the credit limit, and by the terms the coalition decides on it. */
export class SaleNeedsApprovalError extends refusal('SALE_NEEDS_APPROVAL', {
  meaning: {
    en: 'The sale passes the credit limit, and the coalition was asked to approve it.',
    ru: 'Продажа сверх кредитного предела и ждёт согласия коалиции.',
  },
  remedy: {
    en: 'Once it has, send the sale again with a new key.',
    ru: 'После него отправьте её с новым ключом.',
  },
  fields: { receiptRef: field.text('The receipt that waits.') },
  message: {
    en: 'The sale passes the credit limit, and the coalition was asked to approve it. Once it has, send the sale again with a new key.',
    ru: 'Продажа по чеку «{receiptRef}» сверх кредитного предела и ждёт согласия коалиции. После него отправьте её с новым ключом.',
  },
}) {}

/** SALE_TOO_LATE: the sale is handed in after the days agreed, and needs the coalition's approval. */
export class SaleTooLateError extends refusal('SALE_TOO_LATE', {
  meaning: {
    en: 'The sale is handed in after the days agreed.',
    ru: 'Продажа сдана позже, чем договорились.',
  },
  remedy: {
    en: 'Ask the coalition to approve it, then send it again with a new key.',
    ru: 'Попросите согласия коалиции, затем отправьте её с новым ключом.',
  },
  fields: {
    soldOn: field.day('Local day of the sale, ISO 8601.'),
    lastDay: field.day('Last local day on which it was welcome, ISO 8601.'),
  },
  message: {
    en: 'The sale of {soldOn} was to be handed in by {lastDay}. Ask the coalition to approve it, then send it again with a new key.',
    ru: 'Продажу от {soldOn} нужно было сдать до {lastDay}. Попросите согласия коалиции, затем отправьте её с новым ключом.',
  },
}) {}

/** SALE_BEFORE_JOINING: the sale happened before its customer enrolled or its member joined. */
export class SaleBeforeJoiningError extends refusal('SALE_BEFORE_JOINING', {
  meaning: {
    en: 'The sale happened before its customer enrolled, or before its member joined.',
    ru: 'Продажа была раньше, чем покупатель или участник вступил в программу.',
  },
  remedy: {
    en: 'Check the date of the sale; a sale of that day earns and spends no points.',
    ru: 'Проверьте дату продажи: за тот день баллы не начисляются и не списываются.',
  },
  fields: {
    soldOn: field.day('Local day of the sale, ISO 8601.'),
    who: field.choice(
      {
        CUSTOMER: { en: 'the customer', ru: 'покупатель' },
        MEMBER: { en: 'the member', ru: 'участник' },
      },
      'Who joined later: the customer or the member.',
    ),
    joinedOn: field.day('Local day on which they joined, ISO 8601.'),
  },
  message: {
    en: 'The sale is of {soldOn}, but {who} joined on {joinedOn} only. Check the date of the sale.',
    ru: 'Продажа от {soldOn}, а {who} вступил в программу только {joinedOn}. Проверьте дату продажи.',
  },
}) {}
