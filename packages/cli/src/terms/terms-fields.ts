import { MAX_PRICE_MICROS } from '@artel/ledger'
import type { FileFields } from '../file/file-field.ts'

const MAX_CONTRACT_LENGTH = 200_000
const DAY_SECONDS = 86_400
const SHARE = { kind: 'WHOLE', min: 0, max: 10_000 } as const
const DAYS = { kind: 'WHOLE', min: 0, max: 366 } as const
const PRICE = { kind: 'AMOUNT', max: MAX_PRICE_MICROS } as const

/** The terms as `terms propose --file` takes them, with the defaults of the API. */
export const TERMS_FIELDS = {
  reservePrice: {
    ...PRICE,
    min: 1n,
    example: '900000',
    description: 'R, micros: what a point is worth to the member that redeems it.',
    ru: 'R, микро: сколько стоит балл для участника, который его принял.',
  },
  issueFee: {
    ...PRICE,
    example: '100000',
    description: 'fi, micros: paid by the issuer when a point is issued.',
    ru: 'fi, микро: платит эмитент за начисленный балл.',
  },
  redeemFee: {
    ...PRICE,
    example: '20000',
    description: 'fr, micros: kept from the redeemer when a point is spent; at most R.',
    ru: 'fr, микро: удерживается с принявшего балл; не больше R.',
  },
  deposit: {
    ...PRICE,
    usual: '0',
    description:
      'D, micros: paid into the reserve for each point issued, 0 to R. 0: paid when spent, R: when issued.',
    ru: 'D, микро: вносится в резерв за начисленный балл, от 0 до R. 0 - платят при тратах, R - при начислении.',
  },
  faceValueMinor: {
    kind: 'AMOUNT',
    min: 1n,
    max: 100_000_000n,
    usual: '100',
    description: 'What a point pays at the till, minor units.',
    ru: 'Сколько балл оплачивает на кассе, копеек.',
  },
  breakageIssuerBps: {
    ...SHARE,
    usual: 5000,
    description:
      "The issuer's share of the deposits of expired points, basis points; the three sum to 10000.",
    ru: 'Доля эмитента в депозитах сгоревших баллов, базисные пункты; три доли вместе 10000.',
  },
  breakagePromoFundBps: {
    ...SHARE,
    usual: 3000,
    description: "The promo fund's share of them.",
    ru: 'Доля промофонда в них.',
  },
  breakageOperatorBps: {
    ...SHARE,
    usual: 2000,
    description: "The operator's share of them.",
    ru: 'Доля оператора в них.',
  },
  refundPolicy: {
    kind: 'WORD',
    words: ['ISSUER_BEARS', 'CUSTOMER_DEBT'],
    usual: 'ISSUER_BEARS',
    description: 'Who pays for points already spent when their sale is refunded.',
    ru: 'Кто платит за потраченные баллы, если их покупку вернули: эмитент или покупатель.',
  },
  expiryKind: {
    kind: 'WORD',
    words: ['NONE', 'ROLLING_MONTHS', 'END_OF_YEAR', 'INACTIVITY'],
    usual: 'ROLLING_MONTHS',
    description:
      'When points expire: never, months after they were earned, at the end of a year, by inactivity.',
    ru: 'Когда баллы сгорают: никогда, через месяцы после начисления, в конце года, по неактивности.',
  },
  expiryMonths: {
    kind: 'WHOLE',
    min: 0,
    max: 1_200,
    usual: 12,
    description: 'Months of the expiry rule.',
    ru: 'Месяцев в правиле сгорания.',
  },
  refundGraceDays: {
    kind: 'WHOLE',
    min: 0,
    max: 3_650,
    usual: 14,
    description: 'Days left to spend points that a refund returned late.',
    ru: 'Дней на трату баллов, которые возврат вернул поздно.',
  },
  activationDelayDays: {
    kind: 'WHOLE',
    min: 0,
    max: 366,
    usual: 0,
    description: 'Days until earned points can be spent; 0: at once.',
    ru: 'Через сколько дней начисленные баллы можно тратить; 0 - сразу.',
  },
  maxPointsShareBps: {
    ...SHARE,
    usual: 5000,
    description: 'Largest share of a bill payable in points, basis points.',
    ru: 'Наибольшая доля счёта, оплачиваемая баллами, базисные пункты.',
  },
  selfRedemptionFeeWaived: {
    kind: 'FLAG',
    usual: false,
    description: 'Whether a member that redeems its own points pays no redeem fee.',
    ru: 'Не платит ли участник комиссию за приём собственных баллов.',
  },
  holdTtlSeconds: {
    kind: 'WHOLE',
    min: 60,
    max: 366 * DAY_SECONDS,
    usual: 7 * DAY_SECONDS,
    description: 'Time-out of a hold, seconds.',
    ru: 'Срок холда, секунд.',
  },
  creditLimit: {
    kind: 'AMOUNT',
    usual: null,
    description: 'Most that a member may owe before it issues no more points, micros; null: without limit.',
    ru: 'Сколько участник может быть должен и ещё начислять баллы, микро; null - без предела.',
  },
  creditPolicy: {
    kind: 'WORD',
    words: ['REFUSE', 'PENDING_APPROVAL'],
    usual: 'REFUSE',
    description: 'What becomes of a sale above that limit.',
    ru: 'Что с продажей сверх этого предела: отказ или ожидание согласия.',
  },
  missedPaymentStopsCredit: {
    kind: 'FLAG',
    usual: false,
    description: 'Whether a missed payment drops the limit to zero until it is made.',
    ru: 'Обнуляет ли пропущенный платёж предел, пока его не внесут.',
  },
  lateDays: {
    ...DAYS,
    usual: 30,
    description: 'Local days after its own that a sale may be handed in.',
    ru: 'За сколько дней можно сдать продажу задним числом.',
  },
  minPayoutMinor: {
    kind: 'AMOUNT',
    usual: '0',
    description: 'Nets below this are carried forward, minor units.',
    ru: 'Сальдо меньше этого переносится, копеек.',
  },
  windowKind: {
    kind: 'WORD',
    words: ['DAILY', 'WEEKLY', 'HALF_MONTH', 'MONTHLY'],
    usual: 'MONTHLY',
    description: 'When settlement windows end.',
    ru: 'Когда кончаются расчётные периоды.',
  },
  windowWeekday: {
    kind: 'WHOLE',
    min: 1,
    max: 7,
    usual: null,
    description: '1 Monday to 7 Sunday; for WEEKLY windows, and for no other.',
    ru: 'От 1 (понедельник) до 7 (воскресенье); только для WEEKLY.',
  },
  disputeDays: {
    ...DAYS,
    usual: 5,
    description: 'Local days to dispute a statement.',
    ru: 'Дней на разногласия по акту.',
  },
  paymentDays: {
    ...DAYS,
    usual: 10,
    description: 'Days from the cut-off to the payment.',
    ru: 'Дней от конца периода до оплаты.',
  },
  secondApproverAboveMinor: {
    kind: 'AMOUNT',
    usual: null,
    description: 'Plans that move more need two approvals, minor units; null: one always does.',
    ru: 'План на большую сумму утверждают двое, копеек; null - всегда достаточно одного.',
  },
  revaluation: {
    kind: 'WORD',
    words: ['NONE', 'ISSUERS'],
    usual: 'NONE',
    description: 'Who makes good what a changed R does to points that are out.',
    ru: 'Кто возмещает изменение R для баллов на руках: никто или эмитенты.',
  },
  contractTextEn: {
    kind: 'TEXT',
    max: MAX_CONTRACT_LENGTH,
    description: 'Text of the agreement in English.',
    ru: 'Текст соглашения по-английски.',
  },
  contractTextRu: {
    kind: 'TEXT',
    max: MAX_CONTRACT_LENGTH,
    description: 'Text of the agreement in Russian.',
    ru: 'Текст соглашения по-русски.',
  },
} as const satisfies FileFields

/** What the terms are for one segment or one member; what is left out stays as in the version. */
export const OVERRIDE_FIELDS = {
  segment: {
    kind: 'WORD',
    words: ['SMALL', 'MEDIUM', 'LARGE'],
    usual: null,
    description: 'The segment; or name a member.',
    ru: 'Сегмент; или назовите участника.',
  },
  memberId: {
    kind: 'TEXT',
    max: 60,
    usual: null,
    description: 'The member (mbr_...); or name a segment.',
    ru: 'Участник (mbr_...); или назовите сегмент.',
  },
  issueFee: { ...TERMS_FIELDS.issueFee, usual: null },
  deposit: { ...TERMS_FIELDS.deposit, usual: null },
  maxPointsShareBps: { ...TERMS_FIELDS.maxPointsShareBps, usual: null },
  creditLimit: { ...TERMS_FIELDS.creditLimit, usual: null },
  creditPolicy: { ...TERMS_FIELDS.creditPolicy, usual: null },
  lateDays: { ...TERMS_FIELDS.lateDays, usual: null },
  minPayoutMinor: { ...TERMS_FIELDS.minPayoutMinor, usual: null },
} as const satisfies FileFields
