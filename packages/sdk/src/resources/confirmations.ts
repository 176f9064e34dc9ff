import type { Executor } from '../executor.ts'
import { ConfirmationRequestDocument, type ConfirmationRequestInput } from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** Codes with which customers say yes: to a household, to giving points, to spending many of them. */
export function confirmationsOf({ result }: Executor) {
  return {
    /**
     * Sends a customer a code for one act, when a command was refused with `CONFIRMATION_REQUIRED`. The customer tells you the
     * code, and the same command goes again with it, under the same idempotency key. A code lives for ten minutes and five
     * tries. Scope `customers:write`; for SPEND `holds:write` or `purchases:write`.
     *
     * @example
     * ```ts
     * const sale = {
     *   customer: { reference: 'crm-17' },
     *   receiptRef: 'receipt-1005',
     *   total: { amountMinor: 250_000n },
     *   points: 300n,
     *   idempotencyKey: 'sale-1005',
     * }
     * const result = await artel.purchases.record(sale)
     * if (result.__typename === 'ConfirmationRequiredError') {
     *   const { confirmationId, maskedAddress } = await artel.confirmations
     *     .request({ purpose: result.purpose, customer: sale.customer, points: sale.points })
     *     .unwrap()
     *   console.log(`A code went to ${maskedAddress}`)
     *   const code = '123456' // what the customer tells the cashier
     *   await artel.purchases.record({ ...sale, confirmation: { id: confirmationId, code } }).unwrap()
     * }
     * ```
     */
    request: (input: Keyed<ConfirmationRequestInput>, options?: CallOptions) =>
      result(
        'mutation',
        ConfirmationRequestDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.confirmationRequest,
      ),
  }
}
