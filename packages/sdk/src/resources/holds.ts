import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  type CustomerBy,
  CustomerHoldsDocument,
  HoldCaptureDocument,
  type HoldCaptureInput,
  HoldCreateDocument,
  type HoldCreateInput,
  HoldGetDocument,
  HoldVoidDocument,
  type HoldVoidInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** Points promised to an order: held at checkout, captured by your server when the order is paid. */
export function holdsOf({ query, result }: Executor) {
  return {
    /** Holds points of a customer for an order. Scope `holds:write`. */
    create: (input: Keyed<HoldCreateInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldCreateDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdCreate,
      ),
    /** Turns a hold into a purchase; points left over go back. */
    capture: (input: Keyed<HoldCaptureInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldCaptureDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdCapture,
      ),
    /** Gives a hold's points back to the customer. */
    void: (input: Keyed<HoldVoidInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldVoidDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdVoid,
      ),
    /** A hold by id; null when there is none. */
    get: async (id: string, options?: CallOptions) => (await query(HoldGetDocument, { id }, options)).hold,
    /** A customer's open holds at your member, newest first. An unknown customer throws `NotFoundError`. */
    listOpen: async (by: CustomerBy, options?: CallOptions) =>
      found((await query(CustomerHoldsDocument, { by }, options)).customer, 'customer').holds,
  }
}
