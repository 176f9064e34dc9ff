import { parseDecimal } from '@artel/documents'
import { basisPoints, type Micros, micros, minor } from '@artel/ledger'
import { DEFAULT_JOIN_ASSUMPTIONS, type JoinAssumptions } from '@artel/rules'
import { UsageError } from '../cli-error.ts'
import type { Argument } from '../command/define-command.ts'
import { DECIMAL, WHOLE } from '../command/value-forms.ts'

const bps = { digits: 2, what: 'a percentage such as 5 or 2.5', ru: 'процент, например 5 или 2,5' }
const price = { digits: 6, what: 'an amount such as 0.90', ru: 'сумма, например 0,90' }

const MONTHS_OR_NEVER = {
  pattern: /^(?:\d{1,3}|never)$/,
  en: 'months such as 12, or never',
  ru: 'числом месяцев, например 12, или never',
}
const THREE_PARTS = {
  pattern: /^\d{1,3}(?:[.,]\d{1,2})?(?:\/\d{1,3}(?:[.,]\d{1,2})?){2}$/,
  en: 'three percentages such as 50/30/20',
  ru: 'тремя долями, например 50/30/20',
}
const PRICES = {
  pattern: /^\d{1,12}(?:[.,]\d{1,6})?(?:\/\d{1,12}(?:[.,]\d{1,6})?)*$/,
  en: 'amounts such as 0/0.45/0.90',
  ru: 'суммами, например 0/0.45/0.90',
}

/** Options of the assumptions, as texts; each has the default of the rules. */
export const ASSUMPTION_ARGS = {
  'earn-percent': {
    type: 'string',
    description: 'Share of a sale that is given in points.',
    default: '5',
    ru: 'Доля продажи, которую начисляют баллами, в процентах.',
    form: DECIMAL,
  },
  'participation-percent': {
    type: 'string',
    description: 'Share of sales whose customers take part.',
    default: '60',
    ru: 'Доля продаж, чьи покупатели участвуют.',
    form: DECIMAL,
  },
  'redemption-percent': {
    type: 'string',
    description: 'Share of points that are ever spent.',
    default: '70',
    ru: 'Доля баллов, которые когда-нибудь потратят.',
    form: DECIMAL,
  },
  'redemption-lag-months': {
    type: 'string',
    description: 'Months until the first are spent.',
    default: '1',
    ru: 'Через сколько месяцев тратят первые.',
    form: WHOLE,
  },
  'redemption-spread-months': {
    type: 'string',
    description: 'Months over which they are then spent, evenly.',
    default: '6',
    ru: 'За сколько месяцев затем тратят, равномерно.',
    form: WHOLE,
  },
  'elsewhere-percent': {
    type: 'string',
    description: 'Share of spent points that goes to other members.',
    default: '50',
    ru: 'Доля потраченных баллов, что уходит другим участникам.',
    form: DECIMAL,
  },
  'inbound-percent': {
    type: 'string',
    description: "Share of your sales that is paid in other members' points.",
    default: '1',
    ru: 'Доля ваших продаж, оплаченных баллами других участников.',
    form: DECIMAL,
  },
  'expiry-months': {
    type: 'string',
    description: 'Months until points run out, or never.',
    default: '12',
    ru: 'Через сколько месяцев баллы сгорают, или never.',
    form: MONTHS_OR_NEVER,
  },
  'reserve-price': {
    type: 'string',
    description: 'R: what a point is worth to who takes it.',
    default: '0.90',
    ru: 'R: сколько стоит балл для того, кто его принял.',
    form: DECIMAL,
  },
  'issue-fee': {
    type: 'string',
    description: 'Paid for each point given.',
    default: '0.10',
    ru: 'Плата за каждый начисленный балл.',
    form: DECIMAL,
  },
  'redeem-fee': {
    type: 'string',
    description: 'Kept of each point taken.',
    default: '0.02',
    ru: 'Удерживается с каждого принятого балла.',
    form: DECIMAL,
  },
  'face-value': {
    type: 'string',
    description: 'What a point pays at the till.',
    default: '1.00',
    ru: 'Сколько балл оплачивает на кассе.',
    form: DECIMAL,
  },
  breakage: {
    type: 'string',
    description: 'Deposits of points that run out, per cent: issuer/promo fund/operator.',
    default: '50/30/20',
    ru: 'Депозиты сгоревших баллов, в процентах: эмитент/промофонд/оператор.',
    form: THREE_PARTS,
  },
  deposits: {
    type: 'string',
    description:
      'Deposits a point to compare, apart by slashes: 0 pays for spending, R for giving. 0, R/2 and R, if left out.',
    ru: 'Депозиты за балл для сравнения, через косую черту: 0 - платят за траты, R - за начисления. Если не указаны - 0, R/2 и R.',
    form: PRICES,
  },
} as const satisfies Readonly<Record<string, Argument>>

type AssumptionTexts = Readonly<Record<Exclude<keyof typeof ASSUMPTION_ARGS, 'deposits'>, string>>

/** Reads the options; throws a CliError that names the one that cannot be read. The rules judge what they say. */
export function readAssumptions(texts: AssumptionTexts): JoinAssumptions {
  const number = (name: keyof AssumptionTexts, kind = bps) => decimalOf(`--${name}`, texts[name], kind)
  const parts = texts.breakage.split('/').map((part) => decimalOf('--breakage', part, bps))
  const [issuer = 0n, promoFund = 0n, operator = 0n] = parts
  return {
    ...DEFAULT_JOIN_ASSUMPTIONS,
    earnRule: { kind: 'PERCENT', percentBps: basisPoints(number('earn-percent')), minTotalMinor: minor(0n) },
    prices: {
      reservePrice: micros(number('reserve-price', price)),
      issueFee: micros(number('issue-fee', price)),
      redeemFee: micros(number('redeem-fee', price)),
    },
    faceValueMinor: minor(number('face-value', { ...price, digits: 2 })),
    breakage: {
      issuer: basisPoints(issuer),
      promoFund: basisPoints(promoFund),
      operator: basisPoints(operator),
    },
    participationBps: basisPoints(number('participation-percent')),
    redemptionBps: basisPoints(number('redemption-percent')),
    redemptionLagMonths: monthsOf('--redemption-lag-months', texts['redemption-lag-months']),
    redemptionSpreadMonths: monthsOf('--redemption-spread-months', texts['redemption-spread-months']),
    elsewhereBps: basisPoints(number('elsewhere-percent')),
    inboundBps: basisPoints(number('inbound-percent')),
    expiryMonths:
      texts['expiry-months'] === 'never' ? null : monthsOf('--expiry-months', texts['expiry-months']),
  }
}

/** Deposits of `0/0.45/0.90`; undefined when there is no such text. */
export const readDeposits = (text: string | undefined): Micros[] | undefined =>
  text?.split('/').map((part) => micros(decimalOf('--deposits', part, price)))

function decimalOf(name: string, text: string, { digits, what, ru }: typeof bps): bigint {
  const value = parseDecimal(text, digits)
  if (value === undefined)
    throw new UsageError(`${name} must be ${what}; it is "${text}".`, {
      ru: `${name} - ${ru}; указано «${text}».`,
    })
  return value
}

function monthsOf(name: string, text: string): number {
  if (!/^\d{1,3}$/.test(text))
    throw new UsageError(`${name} must be a whole number of months; it is "${text}".`, {
      ru: `${name} - целое число месяцев; указано «${text}».`,
    })
  return Number(text)
}
