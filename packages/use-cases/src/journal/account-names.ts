import type { JournalAccount, JournalUnit } from '@artel/documents'
import type { MoneyAccountKind, PointsAccountKind } from '@artel/ledger'
import { encodePublicId } from '../ids/public-id.ts'

/**
 * What a journal calls the accounts of a kind, up to the owner where they have one. The roots are those of every such program;
 * under which a kind stands follows the side on which its balance usually is: a debit is an asset or an expense.
 */
const ACCOUNTS: Readonly<Record<PointsAccountKind | MoneyAccountKind, string>> = {
  ISSUED: 'Expenses:Points:Issued',
  CUSTOMER: 'Liabilities:Points:Customers',
  REDEEMED: 'Income:Points:Redeemed',
  EXPIRED: 'Income:Points:Expired',
  DEBT: 'Assets:Points:Debts',
  CLEARING: 'Assets:Money:Clearing',
  PAYABLE: 'Liabilities:Money:Payable',
  RESERVE: 'Liabilities:Money:Reserve',
  FEES: 'Income:Money:Fees',
  PROMO_FUND: 'Liabilities:Money:PromoFund',
  BREAKAGE: 'Income:Money:Breakage',
  LOSS: 'Expenses:Money:Loss',
  BANK: 'Assets:Money:Bank',
  ROUNDING: 'Equity:Money:Rounding',
  REVENUE_DRAWN: 'Equity:Money:RevenueDrawn',
}
/** Of the coalition itself. No account is the parent of another: Beancount counts children into a parent's balance. */
const ISSUED_BY_COALITION = 'Expenses:Points:IssuedByCoalition'

/** Who is who in the coalition of a journal. */
export interface JournalOwners {
  readonly coalitionId: string
  /** Handles of members by raw id. */
  readonly handles: ReadonlyMap<string, string>
}

/**
 * Names accounts as a journal does. A member is its handle with a capital, which all programs ask for; an affiliate, who
 * may be a person, is its public id. All customers are one account: a town has a hundred thousand, each of which would be asserted at
 * each window's end, and whose balance is whose is nobody's business who only adds up.
 * Throws for a kind or an owner that is not known, which is a bug.
 */
export function accountNamer({ coalitionId, handles }: JournalOwners) {
  const known = new Map<string, JournalAccount>()
  return (kind: string, ownerId: string | null): JournalAccount => {
    const key = isOfCustomers(kind) ? kind : `${kind} ${ownerId}`
    const found = known.get(key)
    if (found) return found
    const account = { name: nameOf(kind, ownerId), unit: unitOf(kind) }
    known.set(key, account)
    return account
  }

  function nameOf(kind: string, ownerId: string | null): string {
    const name = (ACCOUNTS as Readonly<Record<string, string>>)[kind]
    if (name === undefined) throw new Error(`A journal has no account of the kind ${kind}`)
    if (isOfCustomers(kind)) return name
    if (ownerId === coalitionId) return kind === 'ISSUED' ? ISSUED_BY_COALITION : name
    const handle = handles.get(ownerId ?? '')
    if (handle !== undefined) return `${name}:${handle.charAt(0).toUpperCase()}${handle.slice(1)}`
    if (kind === 'PAYABLE' && ownerId !== null)
      return `${name}:${encodePublicId('affiliate', ownerId).replace('aff_', 'Aff-')}`
    throw new Error(`A journal knows no owner ${ownerId} of ${kind}`)
  }
}

const isOfCustomers = (kind: string): boolean => kind === 'CUSTOMER' || kind === 'DEBT'
const UNITS_OF_POINTS: ReadonlySet<string> = new Set<PointsAccountKind>([
  ...(['ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT'] as const),
])
const unitOf = (kind: string): JournalUnit => (UNITS_OF_POINTS.has(kind) ? 'POINTS' : 'MONEY')
