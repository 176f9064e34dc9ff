import { CustomerFrozenError } from '@artel/ledger'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'

/**
 * Throws, within a decision that spends, holds or gives points, CustomerFrozenError while they are frozen. It is not recorded: a
 * customer lifts a freeze with a code, and the same command comes again under the same key.
 */
export function refuseFrozenCustomer(at: { readonly isFrozen: boolean }, customerId: string): void {
  if (at.isFrozen) throw new UnrecordedRefusal(new CustomerFrozenError({ customerId }))
}
