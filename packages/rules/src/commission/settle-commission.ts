import { assertInvariant, lesser, type Minor, minor } from '@artel/ledger'

/** What goes into the books of what a payer's commissions to one payee come to. Minor units, none negative. */
export interface CommissionPosting {
  /** Charged to the payer and credited to the payee. */
  readonly credited: Minor
  /** Taken from the payee and given back to the payer: a refund, or what an earlier one did not find. */
  readonly takenBack: Minor
  /** What the payee had no more: it waits for later commissions of the same payer, and nobody is credited for it. */
  readonly writtenDown: Minor
}

/**
 * How a sum of commissions is booked. One that is due pays first what was written down, as far as the payee then has it; one that
 * is taken back takes what the payee has, and the rest is written down. `has` is what the payee is owed now and was not promised
 * by a plan, below 0 where more was paid than that; null: a member, who may owe.
 */
export function settleCommission(
  due: Minor,
  { has, writtenDown }: { readonly has: Minor | null; readonly writtenDown: Minor },
): CommissionPosting {
  assertInvariant(writtenDown >= 0n, () => 'nothing less than nothing is written down')
  if (due >= 0n) {
    const found = lesser(due, writtenDown)
    const takenBack = has === null ? found : lesser(found, atLeastNothing(has + due))
    return { credited: due, takenBack, writtenDown: minor(0n) }
  }
  const back = minor(-due)
  const takenBack = has === null ? back : lesser(back, atLeastNothing(has))
  return { credited: minor(0n), takenBack, writtenDown: minor(back - takenBack) }
}

const atLeastNothing = (amount: bigint): Minor => minor(amount > 0n ? amount : 0n)
