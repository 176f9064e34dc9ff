import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  ConsentRecordDocument,
  type ConsentRecordInput,
  ConsentTextPublishDocument,
  type ConsentTextPublishInput,
  ConsentTextsDocument,
  type ConsentTextsQueryVariables,
  ConsentWithdrawDocument,
  type ConsentWithdrawInput,
  type CustomerBy,
  CustomerConsentHistoryDocument,
  CustomerConsentsDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** What customers agree to, and that they did. */
export function consentsOf({ query, result }: Executor) {
  return {
    /**
     * Keeps a version of a text that customers agree to. Administrators with `coalition:write`.
     *
     * @example
     * ```ts
     * const { text } = await artel.consents
     *   .publishText({ purpose: 'MARKETING_SMS', version: '2026-01', textEn: 'You may write to me.', textRu: 'Пишите мне.' })
     *   .unwrap()
     * console.log(text.hash)
     * ```
     */
    publishText: (input: ConsentTextPublishInput, options?: CallOptions) =>
      result('mutation', ConsentTextPublishDocument, { input }, options, (data) => data.consentTextPublish),
    /**
     * Every version of the texts, newest first, or those of one purpose. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const [latest] = await artel.consents.texts({ purpose: 'PERSONAL_DATA' }).toArray({ limit: 1 })
     * console.log(latest?.version, latest?.textRu)
     * ```
     */
    texts: (options: ListOptions & CallOptions & Pick<ConsentTextsQueryVariables, 'purpose'> = {}) =>
      list(options, async (window) => {
        const { coalition } = await query(
          ConsentTextsDocument,
          { purpose: options.purpose ?? null, ...window },
          options,
        )
        return found(coalition, 'coalition').consentTexts
      }),
    /**
     * Writes down that a customer agreed to a published text. The same again writes nothing. Scope `customers:write`.
     *
     * @example
     * ```ts
     * await artel.consents
     *   .record({
     *     customer: { reference: 'crm-17' },
     *     consent: { purpose: 'MARKETING_SMS', textVersion: '2026-01', source: 'PAPER', proof: 'form-1044' },
     *   })
     *   .unwrap()
     * ```
     */
    record: (input: ConsentRecordInput, options?: CallOptions) =>
      result('mutation', ConsentRecordDocument, { input }, options, (data) => data.consentRecord),
    /**
     * Writes down that a customer takes a consent back. Twice writes nothing. Scope `customers:write`.
     *
     * @example
     * ```ts
     * await artel.consents
     *   .withdraw({ customer: { reference: 'crm-17' }, purpose: 'MARKETING_SMS', source: 'PHONE' })
     *   .unwrap()
     * ```
     */
    withdraw: (input: ConsentWithdrawInput, options?: CallOptions) =>
      result('mutation', ConsentWithdrawDocument, { input }, options, (data) => data.consentWithdraw),
    /**
     * What a customer last said for each purpose. A purpose that is missing was never asked for: that is a no.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * const consents = await artel.consents.inForce({ reference: 'crm-17' })
     * const mayWrite = consents.some(({ purpose, given }) => purpose === 'MARKETING_SMS' && given)
     * console.log(mayWrite)
     * ```
     */
    inForce: async (by: CustomerBy, options?: CallOptions) =>
      found((await query(CustomerConsentsDocument, { by }, options)).customer, 'customer').consents,
    /**
     * Everything that a customer agreed to and took back, newest first. The list is fetched while it is read.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * for await (const consent of artel.consents.history({ reference: 'crm-17' }))
     *   console.log(consent.happenedAt, consent.purpose, consent.given, consent.textVersion)
     * ```
     */
    history: (by: CustomerBy, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { customer } = await query(CustomerConsentHistoryDocument, { by, ...window }, options)
        return found(customer, 'customer').consentHistory
      }),
  }
}
