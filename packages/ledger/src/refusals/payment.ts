import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** PAYMENT_LEG_CLOSED: the payment was missed and is a receivable now; a later plan asks for it. */
export class PaymentLegClosedError extends refusal('PAYMENT_LEG_CLOSED', {
  meaning: {
    en: 'The missed payment is a receivable by now, and a later plan asks for it.',
    ru: 'Пропущенный платёж остался долгом, его запросит следующий план.',
  },
  remedy: { en: 'Record the money against that plan.', ru: 'Запишите деньги по тому плану.' },
}) {}

/** PAYMENT_RECORDED_ALREADY: a payment of the same leg, amount and day stands; one real payment counts once. */
export class PaymentRecordedAlreadyError extends refusal('PAYMENT_RECORDED_ALREADY', {
  meaning: {
    en: 'A payment of this leg, amount and day is on record: recorded by hand, or from a bank statement.',
    ru: 'Оплата этого платежа на эту сумму и дату уже записана: вручную или по банковской выписке.',
  },
  remedy: {
    en: 'If it is another payment, send it again with `isAnother: true`.',
    ru: 'Если это другая оплата, пришлите её ещё раз с `isAnother: true`.',
  },
  fields: { paymentId: field.id('payment', 'The payment on record.') },
  message: {
    en: 'A payment of this leg, amount and day is on record. If this is another one, say so with isAnother.',
    ru: 'Оплата этого платежа на эту сумму и дату уже записана. Если это другая оплата, так и скажите: --another.',
  },
}) {}

/** PAYMENT_REVERSED_ALREADY: the payment was taken back before, by a person or by the bank. */
export class PaymentReversedAlreadyError extends refusal('PAYMENT_REVERSED_ALREADY', {
  meaning: { en: 'The payment was taken back before.', ru: 'Оплата уже отменена.' },
  remedy: {
    en: 'If the money came after all, record it as a payment.',
    ru: 'Если деньги всё же пришли, запишите их новой оплатой.',
  },
}) {}

/** WRITE_OFF_EXCEEDS_RECEIVABLE: more is to be given up than the member owes. */
export class WriteOffExceedsReceivableError extends refusal('WRITE_OFF_EXCEEDS_RECEIVABLE', {
  meaning: {
    en: 'More is to be written off than the member owes.',
    ru: 'Списать просят больше, чем участник должен.',
  },
  remedy: { en: 'Write off at most `owed`.', ru: 'Спишите не больше `owed`.' },
  fields: {
    owed: field.exactMoney('What the member owes; 0 or less when it owes nothing.'),
    requested: field.exactMoney('What was to be written off.', { hidden: true }),
  },
  message: {
    en: 'The member owes {owed}; {requested} was to be written off. Write off at most what is owed.',
    ru: 'Участник должен {owed}, а списать просят {requested}. Спишите не больше долга.',
  },
  path: ['amountMicros'],
}) {}

/** BANK_FILE_UNREADABLE: the file is none of the known formats, or broken; `problem` says where. */
export class BankFileUnreadableError extends refusal('BANK_FILE_UNREADABLE', {
  meaning: {
    en: "The bank's file is of no known format, or broken.",
    ru: 'Файл банка неизвестного формата или повреждён.',
  },
  remedy: { en: 'Export it again.', ru: 'Выгрузите его ещё раз.' },
  fields: { problem: field.problem('What is wrong, and in which line.', { hidden: true }) },
  message: {
    en: "The bank's statement cannot be read: {problem}. Export it again.",
    ru: 'Банковскую выписку прочитать нельзя: {problem}. Выгрузите её ещё раз.',
  },
}) {}

/** BANK_DETAILS_UNCONFIRMED: a payee's bank details are other than the plan was approved with, and no second person has said so. */
export class BankDetailsUnconfirmedError extends refusal('BANK_DETAILS_UNCONFIRMED', {
  meaning: {
    en: 'The bank details of a payee changed after its payments were approved, and one person alone has said so.',
    ru: 'Реквизиты получателя изменились после утверждения платежей, и сказал об этом только один человек.',
  },
  remedy: {
    en: 'Have a second person check them with the payee and set the same once more.',
    ru: 'Пусть второй человек сверит их с получателем и задаст те же ещё раз.',
  },
  fields: {
    ownerId: field.text('The payee: a member, an affiliate or the coalition; a raw UUID.', { hidden: true }),
  },
  message: {
    en: "A payee's bank details changed after the plan was approved. A second person sets the same with bankDetailsSet.",
    ru: 'Реквизиты получателя изменились после утверждения плана. Второй человек задаёт те же ещё раз: settle bank-details.',
  },
}) {}

/** BANK_DETAILS_MISSING: a document or an order needs what is not known of a party yet; `fields` names it. */
export class BankDetailsMissingError extends refusal('BANK_DETAILS_MISSING', {
  meaning: {
    en: 'A document needs legal or bank details of a party that are not known yet, or do not fit.',
    ru: 'Документу не хватает реквизитов стороны, или они не подходят.',
  },
  remedy: { en: 'Set the details of the party.', ru: 'Задайте реквизиты стороны.' },
  fields: {
    ownerId: field.text('The member, or the coalition for its operator; a raw UUID.', { hidden: true }),
    fields: field.problems('The details that are missing, or what is wrong with them.'),
  },
  message: {
    en: "A party's bank details are missing or do not fit: {fields}. Set them with bankDetailsSet.",
    ru: 'Не хватает реквизитов стороны или они не подходят: {fields}. Задайте их: settle bank-details.',
  },
}) {}
