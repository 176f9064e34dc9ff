import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  CustomerActivityDocument,
  type CustomerBy,
  CustomerEnrolDocument,
  type CustomerEnrolInput,
  CustomerEraseDocument,
  type CustomerEraseInput,
  CustomerExportDocument,
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
    /**
     * Enrols a customer, with a card and an empty wallet. Scope `customers:write`. It takes no idempotency key and is sent
     * once: after a lost reply, `find` the customer by your own reference.
     *
     * @example
     * ```ts
     * const { customer } = await artel.customers
     *   .enrol({ name: 'Anna', phone: '+7 912 555-01-17', reference: 'crm-17', consentVersion: '2026-01' })
     *   .unwrap()
     * console.log(customer.id, customer.card?.number)
     * ```
     */
    enrol: (input: CustomerEnrolInput, options?: CallOptions) =>
      result('mutation', CustomerEnrolDocument, { input }, options, (data) => data.customerEnrol),
    /**
     * Finds a customer by id, phone, card number or your own reference, with the wallet; null when there is none.
     *
     * @example
     * ```ts
     * const customer = await artel.customers.find({ phone: '+7 912 555-01-17' })
     * if (customer !== null) console.log(customer.name, customer.wallet.available)
     * ```
     */
    find,
    /**
     * A customer with its wallet, by id; null when there is none.
     *
     * @example
     * ```ts
     * const customer = await artel.customers.get('cus_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(customer?.wallet.balance ?? 'unknown') // whole points, as a decimal string
     * ```
     */
    get: (id: string, options?: CallOptions) => find({ id }, options),
    /**
     * Puts a customer into another's household, so that points may be transferred between them. Both say yes with a code of
     * `confirmations.request`. Scope `customers:write`.
     *
     * @example
     * ```ts
     * const [anna, boris] = [{ reference: 'crm-18' }, { reference: 'crm-17' }]
     * const purpose = 'HOUSEHOLD_JOIN' as const
     * const hers = await artel.confirmations.request({ purpose, customer: anna, other: boris }).unwrap()
     * const his = await artel.confirmations.request({ purpose, customer: boris, other: anna }).unwrap()
     * await artel.customers
     *   .joinHousehold({
     *     customer: anna,
     *     with: boris,
     *     confirmation: { id: hers.confirmationId, code: '123456' }, // what each of them tells you
     *     withConfirmation: { id: his.confirmationId, code: '654321' },
     *   })
     *   .unwrap()
     * ```
     */
    joinHousehold: (input: HouseholdJoinInput, options?: CallOptions) =>
      result('mutation', HouseholdJoinDocument, { input }, options, (data) => data.householdJoin),
    /**
     * Takes a customer out of its household. Scope `customers:write`.
     *
     * @example
     * ```ts
     * await artel.customers.leaveHousehold({ customer: { reference: 'crm-18' } }).unwrap()
     * ```
     */
    leaveHousehold: (input: HouseholdLeaveInput, options?: CallOptions) =>
      result('mutation', HouseholdLeaveDocument, { input }, options, (data) => data.householdLeave),
    /**
     * Merges a duplicate into the customer who is the same person: cards, references and points move. Administrators with
     * `customers:write`.
     *
     * @example
     * ```ts
     * const { points, balanceAfter } = await artel.customers
     *   .merge({ customer: { cardNumber: '2200 0000 0002' }, into: { cardNumber: '2200 0000 0001' } })
     *   .unwrap()
     * console.log(`${points} points moved, ${balanceAfter} in all`)
     * ```
     */
    merge: (input: Keyed<CustomerMergeInput>, options?: CallOptions) =>
      result(
        'mutation',
        CustomerMergeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.customerMerge,
      ),
    /**
     * Everything that is held on a customer, as a file to hand over. Administrators with `coalition:read`.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * import { writeFile } from 'node:fs/promises'
     *
     * const { content, complete } = await artel.customers.export({ phone: '+7 912 555-01-17' })
     * await writeFile('anna.json', content)
     * console.log(complete)
     * ```
     */
    export: async (customer: CustomerBy, options?: CallOptions) =>
      found((await query(CustomerExportDocument, { customer }, options)).customerExport, 'customer'),
    /**
     * Takes away for good what tells who a customer is; the books keep the bare id. There is no way back: export first.
     * Administrators with `customers:write`.
     *
     * @example
     * ```ts
     * const { points, tracesLeft } = await artel.customers
     *   .erase({ customerId: 'cus_3vQB7B6MrGQZaxCuFg4oh', reason: 'CUSTOMER_REQUEST', givesUpPoints: true })
     *   .unwrap()
     * console.log(`${points} points given up, ${tracesLeft} rows of the books still name the customer`)
     * ```
     */
    erase: (input: CustomerEraseInput, options?: CallOptions) =>
      result('mutation', CustomerEraseDocument, { input }, options, (data) => data.customerErase),
    /**
     * Every event of a customer's points, newest first. The list is fetched while it is read.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * for await (const entry of artel.customers.activity({ reference: 'crm-17' }))
     *   console.log(entry.postedAt, entry.kind, entry.points, entry.balanceAfter)
     * ```
     */
    activity: (by: CustomerBy, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { customer } = await query(CustomerActivityDocument, { by, ...window }, options)
        return found(customer, 'customer').activity
      }),
    /**
     * A customer's purchases at your member, newest first. The list is fetched while it is read.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * const latest = await artel.customers.purchases({ reference: 'crm-17' }).toArray({ limit: 10 })
     * console.log(latest.map(({ receiptRef, pointsEarned }) => `${receiptRef}: ${pointsEarned}`))
     * ```
     */
    purchases: (by: CustomerBy, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { customer } = await query(CustomerPurchasesDocument, { by, ...window }, options)
        return found(customer, 'customer').purchases
      }),
  }
}
