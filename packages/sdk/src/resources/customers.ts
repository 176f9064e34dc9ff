import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  CustomerActivityDocument,
  type CustomerBy,
  CustomerEnrolDocument,
  type CustomerEnrolInput,
  CustomerFindDocument,
  CustomerMergeDocument,
  type CustomerMergeInput,
  CustomerPurchasesDocument,
  HouseholdJoinDocument,
  type HouseholdJoinInput,
  HouseholdLeaveDocument,
  type HouseholdLeaveInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Customers of the coalition and their wallets. */
export function customersOf({ query, result }: Executor) {
  const find = async (by: CustomerBy, options?: CallOptions) =>
    (await query(CustomerFindDocument, { by }, options)).customer
  return {
    /** Enrols a customer, with a card and an empty wallet. Scope `customers:write`. */
    enrol: (input: CustomerEnrolInput, options?: CallOptions) =>
      result('mutation', CustomerEnrolDocument, { input }, options, (data) => data.customerEnrol),
    /** Finds a customer by id, phone, card number or your own reference; null when there is none. */
    find,
    /** A customer with its wallet, by id; null when there is none. */
    get: (id: string, options?: CallOptions) => find({ id }, options),
    /** Puts a customer into another's household, so that points may be given between them. Scope `customers:write`. */
    joinHousehold: (input: HouseholdJoinInput, options?: CallOptions) =>
      result('mutation', HouseholdJoinDocument, { input }, options, (data) => data.householdJoin),
    /** Takes a customer out of its household. Scope `customers:write`. */
    leaveHousehold: (input: HouseholdLeaveInput, options?: CallOptions) =>
      result('mutation', HouseholdLeaveDocument, { input }, options, (data) => data.householdLeave),
    /** Merges a duplicate into the customer who is the same person. Administrators with `customers:write`. */
    merge: (input: Keyed<CustomerMergeInput>, options?: CallOptions) =>
      result(
        'mutation',
        CustomerMergeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.customerMerge,
      ),
    /** Every event of a customer's points, newest first. An unknown customer throws `NotFoundError`. */
    activity: (by: CustomerBy, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { customer } = await query(CustomerActivityDocument, { by, ...window }, options)
        return found(customer, 'customer').activity
      }),
    /** A customer's purchases at your member, newest first. An unknown customer throws `NotFoundError`. */
    purchases: (by: CustomerBy, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { customer } = await query(CustomerPurchasesDocument, { by, ...window }, options)
        return found(customer, 'customer').purchases
      }),
  }
}
