import type { DecisionContext } from '@artel/store'
import { CustomerClosedError } from './errors/customer.ts'

/** Throws CustomerClosedError when the customer has left: its points can neither grow nor be promised. */
export function refuseClosedCustomer(at: Pick<DecisionContext, 'customerStatus'>): void {
  if (at.customerStatus === 'CLOSED') throw new CustomerClosedError()
}
