import { CustomerClosedError } from '@artel/ledger'

/** Throws CustomerClosedError when the customer has left or was merged: its points can neither grow nor be promised. */
export function refuseClosedCustomer(at: {
  readonly customerStatus: string
  readonly mergedIntoId?: string | null | undefined
}): void {
  if (at.customerStatus === 'CLOSED') throw new CustomerClosedError({ mergedIntoId: at.mergedIntoId ?? null })
}
