import { MICROS_PER_MINOR } from '@artel/ledger'
import type { ApiContext } from '../../context.ts'
import { storeOf } from '../../context.ts'
import { builder } from './builder.ts'

/** Money as people pay it. */
export interface MoneyShape {
  readonly amountMinor: bigint
  /** ISO 4217. */
  readonly currency: string
}

/** Money of the ledger. */
export interface ExactMoneyShape {
  readonly amountMicros: bigint
  /** ISO 4217. */
  readonly currency: string
}

export const Money = builder.objectRef<MoneyShape>('Money').implement({
  description: 'Money as people pay it, in whole minor units.',
  fields: (t) => ({
    amountMinor: t.expose('amountMinor', {
      type: 'Minor',
      description: "Amount in the currency's minor unit.",
    }),
    currency: t.exposeString('currency', { description: 'ISO 4217 code.' }),
  }),
})

export const ExactMoney = builder.objectRef<ExactMoneyShape>('ExactMoney').implement({
  description: 'Exact money of the ledger; `rounded` is for people.',
  fields: (t) => ({
    amountMicros: t.expose('amountMicros', {
      type: 'Micros',
      description: 'Amount in millionths of a currency unit, exact.',
    }),
    rounded: t.field({
      type: Money,
      description: 'The amount rounded half away from zero to the minor unit.',
      resolve: (money) => ({ amountMinor: roundedMinor(money.amountMicros), currency: money.currency }),
    }),
  }),
})

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount of what customers pay.',
  fields: (t) => ({
    amountMinor: t.field({
      type: 'Minor',
      required: true,
      description: "Amount in the currency's minor unit.",
    }),
    currency: t.string({
      required: true,
      defaultValue: 'RUB',
      description: "ISO 4217; must be the coalition's currency.",
    }),
  }),
})

/** Rounds micros half away from zero to minor units, for people to read; the books keep the micros. */
export function roundedMinor(amountMicros: bigint): bigint {
  const half = MICROS_PER_MINOR / 2n
  return amountMicros >= 0n
    ? (amountMicros + half) / MICROS_PER_MINOR
    : (amountMicros - half) / MICROS_PER_MINOR
}

/** A coalition's currency never changes, so it is read once a process. */
const currencies = new Map<string, string>()
const MAX_CURRENCIES = 10_000

/** The currency of a coalition (raw UUID), ISO 4217. */
export function currencyOf(context: ApiContext, coalitionId: string): string | Promise<string> {
  return currencies.get(coalitionId) ?? readCurrency(context, coalitionId)
}

/** Money of a coalition in minor units. */
export function moneyOf(
  context: ApiContext,
  coalitionId: string,
  amountMinor: bigint,
): MoneyShape | Promise<MoneyShape> {
  const currency = currencyOf(context, coalitionId)
  return typeof currency === 'string'
    ? { amountMinor, currency }
    : currency.then((known) => ({ amountMinor, currency: known }))
}

async function readCurrency(context: ApiContext, coalitionId: string): Promise<string> {
  const { currency } = await storeOf(context).prisma.coalition.findUniqueOrThrow({
    where: { id: coalitionId },
    select: { currency: true },
  })
  if (currencies.size >= MAX_CURRENCIES) currencies.clear()
  currencies.set(coalitionId, currency)
  return currency
}
