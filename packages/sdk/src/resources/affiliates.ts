import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  AffiliateAdmitDocument,
  type AffiliateAdmitInput,
  AffiliateApplyDocument,
  type AffiliateApplyInput,
  AffiliateByIdDocument,
  AffiliateCloseDocument,
  AffiliateCustomerNameDocument,
  type AffiliateCustomerNameInput,
  AffiliateListDocument,
  AffiliateStatementsDocument,
  type AffiliateStepInput,
  AffiliateSuspendDocument,
  type AffiliatesFilter,
  AffiliateTermsOfCoalitionDocument,
  AffiliateTermsPublishDocument,
  type AffiliateTermsPublishInput,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Who brings customers and is paid in money for it: parties of the settlement, and no members. */
export function affiliatesOf({ query, result }: Executor) {
  return {
    /**
     * What affiliates of a coalition agree to today, or null where there are no such terms. Anybody may read it.
     *
     * @example
     * ```ts
     * const terms = await artel.affiliates.terms('coa_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(terms?.version, terms?.textEn)
     * ```
     */
    terms: async (coalitionId: string, options: CallOptions = {}) =>
      (await query(AffiliateTermsOfCoalitionDocument, { coalitionId }, options)).affiliateTerms,
    /**
     * Keeps the next version of what affiliates agree to. Scope `coalition:write`.
     *
     * @example
     * ```ts
     * const { terms } = await artel.affiliates.publishTerms({ textEn: 'Bring customers.', textRu: 'Приводите покупателей.' }).unwrap()
     * console.log(terms.version)
     * ```
     */
    publishTerms: (input: AffiliateTermsPublishInput, options?: CallOptions) =>
      result(
        'mutation',
        AffiliateTermsPublishDocument,
        { input },
        options,
        (data) => data.affiliateTermsPublish,
      ),
    /**
     * Applies to be an affiliate; anybody may. AFFILIATE_TERMS_CHANGED when there is a newer version of the terms.
     *
     * @example
     * ```ts
     * await artel.affiliates
     *   .apply({
     *     coalitionId: 'coa_3vQB7B6MrGQZaxCuFg4oh',
     *     name: 'Car blog',
     *     legalName: 'A. Blogger',
     *     kind: 'BLOGGER',
     *     email: 'blog@example.com',
     *     termsVersion: 1,
     *   })
     *   .unwrap()
     * ```
     */
    apply: (input: AffiliateApplyInput, options?: CallOptions) =>
      result('mutation', AffiliateApplyDocument, { input }, options, (data) => data.affiliateApply),
    /**
     * Admits an affiliate that applied or was suspended; of an active one it sets the smallest payment. Scope `members:write`.
     *
     * @example
     * ```ts
     * const { affiliate } = await artel.affiliates
     *   .admit({ id: 'aff_3vQB7B6MrGQZaxCuFg4oh', minPayout: { amountMinor: '100000', currency: 'RUB' } })
     *   .unwrap()
     * console.log(affiliate.status)
     * ```
     */
    admit: (input: AffiliateAdmitInput, options?: CallOptions) =>
      result('mutation', AffiliateAdmitDocument, { input }, options, (data) => data.affiliateAdmit),
    /**
     * Suspends an affiliate: what is sold from now on earns it nothing. Scope `members:write`.
     *
     * @example
     * ```ts
     * await artel.affiliates.suspend({ id: 'aff_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    suspend: (input: AffiliateStepInput, options?: CallOptions) =>
      result('mutation', AffiliateSuspendDocument, { input }, options, (data) => data.affiliateSuspend),
    /**
     * Closes an affiliate for good, an application too. Scope `members:write`.
     *
     * @example
     * ```ts
     * await artel.affiliates.close({ id: 'aff_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    close: (input: AffiliateStepInput, options?: CallOptions) =>
      result('mutation', AffiliateCloseDocument, { input }, options, (data) => data.affiliateClose),
    /**
     * Says that a customer is the affiliate itself: what it and its household buy earns nothing. Scope `members:write`.
     *
     * @example
     * ```ts
     * await artel.affiliates
     *   .nameCustomer({ id: 'aff_3vQB7B6MrGQZaxCuFg4oh', customerId: 'cus_3vQB7B6MrGQZaxCuFg4oh' })
     *   .unwrap()
     * ```
     */
    nameCustomer: (input: AffiliateCustomerNameInput, options?: CallOptions) =>
      result(
        'mutation',
        AffiliateCustomerNameDocument,
        { input },
        options,
        (data) => data.affiliateCustomerName,
      ),
    /**
     * An affiliate, or null when there is none that the key may see. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * const affiliate = await artel.affiliates.get('aff_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(affiliate?.name, affiliate?.status)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(AffiliateByIdDocument, { id }, options)).affiliate,
    /**
     * Affiliates, newest first; a member sees those that it deals with. The list is fetched while it is read. Scope `rules:read` or
     * `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { name, status } of artel.affiliates.list({ filter: { status: 'APPLIED' } })) console.log(name, status)
     * ```
     */
    list: (options: Filtered<AffiliatesFilter> = {}) =>
      list(options, async (window) => {
        const { filter = null } = options
        return (await query(AffiliateListDocument, { filter, ...window }, options)).affiliates
      }),
    /**
     * Statements of an affiliate, newest first, with the paths of their documents. The list is fetched while it is read; NOT_FOUND when
     * there is no such affiliate. Scope `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { windowNo, toPay } of artel.affiliates.statements('aff_3vQB7B6MrGQZaxCuFg4oh')) console.log(windowNo, toPay)
     * ```
     */
    statements: (id: string, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { affiliate } = await query(AffiliateStatementsDocument, { id, ...window }, options)
        return found(affiliate, 'affiliate').statements
      }),
  }
}
