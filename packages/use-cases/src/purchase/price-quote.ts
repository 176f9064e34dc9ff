import { InvalidInputError, type Minor, type Points } from '@artel/ledger'
import { type EvaluatedBill, isPaidForCoalition } from '@artel/rules'
import { loadVouchers, promoFundBalance, ruleStanding, type Store } from '@artel/store'
import type { BillLineInput } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkLines } from '../input/money.ts'
import type { Agreement, Participation, TermsVersion } from '../terms/agreement.ts'
import type { NamedVouchers } from '../voucher/named-vouchers.ts'
import { vouchersOnBill } from '../voucher/vouchers-on-bill.ts'
import { loadCreditStanding } from './credit-standing.ts'
import { loadPayers } from './payers.ts'
import { loadedForRules, priceSale } from './price-sale.ts'

/** A bill that a quote is asked for. */
interface QuotedBill {
  readonly input: {
    readonly lines?: readonly BillLineInput[] | null
    readonly code?: string | null
  }
  readonly shop: { readonly coalitionId: string; readonly memberId: string }
  readonly agreement: Agreement
  readonly participation: Participation
  readonly vouchers: NamedVouchers | undefined
  readonly terms: TermsVersion
  /** Null: for nobody in particular, or for somebody whose dealings the caller may not know. */
  readonly customerId: string | null
  readonly totalMinor: Minor
  readonly spent: Points
  readonly now: Date
}

/**
 * Prices a bill as a sale of now would be, by what stands in the books; nothing is held for it.
 * Throws InvalidInputError, NotFoundError, VoucherNotUsableError and PointsShareExceededError.
 */
export async function priceQuote(store: Store, quoted: QuotedBill): Promise<EvaluatedBill> {
  const { shop, agreement, participation, vouchers, customerId, totalMinor, now } = quoted
  const { coalitionId, memberId } = shop
  const { timeZone, currency } = agreement.coalition
  const asked = { customerId, occurredAt: now, timeZone }
  const [standing, payers, promoFund, owed] = await Promise.all([
    ruleStanding(store, { coalitionId, customerId, ...loadedForRules(participation, asked) }),
    loadPayers(store, agreement, participation),
    participation.payers?.isFund ? promoFundBalance(store, coalitionId) : undefined,
    agreement.limitsCredit && participation.runningRules.some((rule) => isPaidForCoalition(rule, memberId))
      ? loadCreditStanding(store, shop)
      : undefined,
  ])
  if (vouchers && customerId === null)
    throw new InvalidInputError({
      path: ['customer'],
      problem: 'Must name the customer whose vouchers they are.',
    })
  const held = vouchers && (await loadVouchers(store.pool, coalitionId, [{ vouchers: vouchers.ids }]))
  const at = { ...standing, now, ...(promoFund === undefined ? {} : { promoFund }) }
  const lines = checkLines(quoted.input.lines, { total: totalMinor, currency })
  const laid =
    vouchers && held && customerId !== null
      ? vouchersOnBill(
          vouchers,
          { vouchers: held },
          { customerId, memberId, totalMinor, lines, occurredAt: now, timeZone },
        )
      : undefined
  const code = checkBillCode(['code'], quoted.input.code)
  return priceSale(
    { totalMinor, lines, code, spent: quoted.spent },
    {
      ...{ participation, terms: quoted.terms, ...asked, at, agreement, payers },
      ...{ standing: owed, vouchers: laid },
    },
  )
}
