import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  CustomerActivityDocument,
  CustomerBindDocument,
  type CustomerBindInput,
  CustomerBirthDateSetDocument,
  type CustomerBirthDateSetInput,
  type CustomerBy,
  CustomerEnrolDocument,
  type CustomerEnrolInput,
  CustomerEraseDocument,
  type CustomerEraseInput,
  CustomerEventRecordDocument,
  type CustomerEventRecordInput,
  CustomerExportDocument,
  CustomerFindDocument,
  CustomerFreezeDocument,
  type CustomerFreezeInput,
  CustomerListDocument,
  CustomerMergeDocument,
  type CustomerMergeInput,
  CustomerPurchasesDocument,
  CustomerReferralDocument,
  type CustomersFilter,
  CustomerUnfreezeDocument,
  type CustomerUnfreezeInput,
  HouseholdJoinDocument,
  type HouseholdJoinInput,
  HouseholdLeaveDocument,
  type HouseholdLeaveInput,
  ReferralBindDocument,
  type ReferralBindInput,
  VisitRecordDocument,
  type VisitRecordInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Customers of the coalition and their wallets. */
export function customersOf({ query, result }: Executor) {
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
     * Binds a customer to the source of a link to you: by the code that was typed, or as it signs in, by the click that your
     * site remembered. Scope `customers:write`.
     *
     * @example
     * ```ts
     * const { binding, isNew } = await artel.customers
     *   .bind({ customer: { reference: 'crm-17' }, code: '7K3P-9QX0' })
     *   .unwrap()
     * console.log(isNew, binding.source.id, binding.endsAt)
     * ```
     */
    bind: (input: CustomerBindInput, options?: CallOptions) =>
      result('mutation', CustomerBindDocument, { input }, options, (data) => data.customerBind),
    /**
     * Finds a customer by id, phone, card number or your own reference, with the wallet; null when there is none.
     *
     * @example
     * ```ts
     * const customer = await artel.customers.find({ phone: '+7 912 555-01-17' })
     * if (customer !== null) console.log(customer.name, customer.wallet.available)
     * ```
     */
    find: (by: CustomerBy, options?: CallOptions) => foundBy(query, by, options),
    /**
     * A customer with its wallet, by id; null when there is none.
     *
     * @example
     * ```ts
     * const customer = await artel.customers.get('cus_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(customer?.wallet.balance ?? 'unknown') // whole points, as a decimal string
     * ```
     */
    get: (id: string, options?: CallOptions) => foundBy(query, { id }, options),
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
     * A customer's referral code, made when it is first asked for, and what came of it; null when there is no such customer, or
     * its wallet is not yours to see. Scope `wallet:read`. Points are bigints.
     *
     * @example
     * ```ts
     * const referral = await artel.customers.referral({ phone: '+7 912 555-01-17' })
     * if (referral !== null) console.log(referral.code, referral.friends, referral.points)
     * ```
     */
    referral: async (by: CustomerBy, options?: CallOptions) =>
      (await query(CustomerReferralDocument, { by }, options)).customer?.referral ?? null,
    /**
     * Writes down that a customer was brought by another, by the other's referral code: before its first purchase, and for good.
     * Scope `customers:write`. It takes no idempotency key: sent again after a lost reply it is refused with `ALREADY_REFERRED`.
     *
     * @example
     * ```ts
     * const { boundAt } = await artel.customers
     *   .bindReferral({ customer: { reference: 'crm-18' }, code: '7K3M9-QXA2B' })
     *   .unwrap()
     * console.log(boundAt)
     * ```
     */
    bindReferral: (input: ReferralBindInput, options?: CallOptions) =>
      result('mutation', ReferralBindDocument, { input }, options, (data) => data.referralBind),
    /**
     * Records a visit of a customer, and gives what rules on visits give. Scope `purchases:write`. Points are bigints.
     *
     * @example
     * ```ts
     * const { occasion } = await artel.customers.visit({ customer: { phone: '+7 912 555-01-17' } }).unwrap()
     * console.log(occasion.points, occasion.rules[0]?.sentence)
     * ```
     */
    visit: (input: Keyed<VisitRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        VisitRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.visitRecord,
      ),
    /**
     * Records something else that a customer did, by the name that your rules have for it, and gives what they give. Scope
     * `purchases:write`. Points are bigints.
     *
     * @example
     * ```ts
     * const { occasion } = await artel.customers
     *   .event({ customer: { reference: 'crm-17' }, event: 'app-installed', idempotencyKey: 'install-crm-17' })
     *   .unwrap()
     * console.log(occasion.points)
     * ```
     */
    event: (input: Keyed<CustomerEventRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        CustomerEventRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.customerEventRecord,
      ),
    /**
     * Writes down when a customer was born, an ISO date; `null` takes it away. Scope `customers:write`. Another date brings no
     * second birthday into a year.
     *
     * @example
     * ```ts
     * await artel.customers.setBirthDate({ customer: { reference: 'crm-17' }, birthDate: '1990-05-17' }).unwrap()
     * ```
     */
    setBirthDate: (input: CustomerBirthDateSetInput, options?: CallOptions) =>
      result(
        'mutation',
        CustomerBirthDateSetDocument,
        { input },
        options,
        (data) => data.customerBirthDateSet,
      ),
    /**
     * Freezes a customer's points, for example when a phone or a card is lost: nothing of them is spent, held or given until they
     * are unfrozen. Earning goes on, and holds made before may be captured. Scope `customers:write`.
     *
     * @example
     * ```ts
     * const { customer } = await artel.customers
     *   .freeze({ customer: { phone: '+7 912 555-01-17' }, reason: 'lost phone' })
     *   .unwrap()
     * console.log(customer.frozenAt)
     * ```
     */
    freeze: (input: CustomerFreezeInput, options?: CallOptions) =>
      result('mutation', CustomerFreezeDocument, { input }, options, (data) => data.customerFreeze),
    /**
     * Lets a customer's points be spent again, with a code of `confirmations.request`; administrators give a reason instead.
     * Scope `customers:write`.
     *
     * @example
     * ```ts
     * const customer = { phone: '+7 912 555-01-17' }
     * const { confirmationId } = await artel.confirmations.request({ purpose: 'UNFREEZE', customer }).unwrap()
     * const code = '123456' // what the customer tells you
     * await artel.customers.unfreeze({ customer, confirmation: { id: confirmationId, code } }).unwrap()
     * ```
     */
    unfreeze: (input: CustomerUnfreezeInput, options?: CallOptions) =>
      result('mutation', CustomerUnfreezeDocument, { input }, options, (data) => data.customerUnfreeze),
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
    /**
     * Customers, newest first: all for administrators, for a member those that it has dealt with. `filter.search` takes beginnings
     * of words of the name, a card number, a telephone or its last four digits, or the beginning of a plate. Scope `customers:read`.
     *
     * @example
     * ```ts
     * const found = await artel.customers.list({ filter: { search: 'ivanov pet' } }).toArray({ limit: 20 })
     * for (const { id, name, card } of found) console.log(id, name, card?.number)
     * ```
     */
    list: (options: Filtered<CustomersFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(CustomerListDocument, variables, options)).customers
      }),
  }
}

/** What `find` and `get` both ask: an id is one of the names that a customer has. */
const foundBy = async (query: Executor['query'], by: CustomerBy, options?: CallOptions) =>
  (await query(CustomerFindDocument, { by }, options)).customer
