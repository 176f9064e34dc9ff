import { type DownloadedFile, download } from '../download.ts'
import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  BankDetailsSetDocument,
  type BankDetailsSetInput,
  BankStatementImportDocument,
  type BankStatementImportInput,
  DisputeListDocument,
  DisputeOpenDocument,
  type DisputeOpenInput,
  DisputeResolveDocument,
  type DisputeResolveInput,
  type DisputesFilter,
  MemberStatementListDocument,
  PaymentLegListDocument,
  PaymentPlanListDocument,
  PaymentRecordDocument,
  type PaymentRecordInput,
  PaymentReverseDocument,
  type PaymentReverseInput,
  type PaymentsFilter,
  PlanApproveDocument,
  type PlanApproveInput,
  PlanProposeDocument,
  type PlanProposeInput,
  SettlementPaymentListDocument,
  SettlementWindowListDocument,
  StatementAcceptDocument,
  type StatementAcceptInput,
  StatementLineListDocument,
  StatementsIssueDocument,
  type StatementsIssueInput,
  WindowCloseDocument,
  type WindowCloseInput,
  WindowSettleDocument,
  type WindowSettleInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions, Transport } from '../transport.ts'

type OfWindow = ListOptions &
  CallOptions & {
    /**
     * Number of a settlement window.
     *
     * @defaultValue all windows
     */
    readonly windowNo?: number | undefined
  }

/**
 * A form of a statement. CSV in Russian is what a Russian Excel opens (semicolons, commas in decimals, a byte order mark);
 * in English it is RFC 4180. PDF in Russian is an act of reconciliation (*akt sverki*). JSON is the same in any language.
 */
export type StatementForm =
  | { readonly format: 'json' }
  | { readonly format: 'csv' | 'pdf'; readonly language: 'ru' | 'en' }

/** A form of payment orders: the text that 1C and Russian banks take (`1CClientBankExchange`), or ISO 20022 `pain.001`. */
export interface PaymentOrdersForm {
  readonly format: '1c' | 'pain001'
}

/** What members owe each other, window by window. */
export function settlementOf({ query, result }: Executor, transport: Transport) {
  return {
    /**
     * Closes the open window, exactly between two entries. Scope `settlement:propose`.
     *
     * @example
     * ```ts
     * const { window } = await artel.settlement.closeWindow({ windowNo: 7 }).unwrap()
     * console.log(window.cutOff, window.chainHead)
     * ```
     */
    closeWindow: (input: Keyed<WindowCloseInput>, options?: CallOptions) =>
      result(
        'mutation',
        WindowCloseDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.windowClose,
      ),
    /**
     * Issues the statements of a closed window. Scope `settlement:propose`.
     *
     * @example
     * ```ts
     * const { statements } = await artel.settlement.issueStatements({ windowNo: 7 }).unwrap()
     * for (const { member, closing } of statements) console.log(member.name, closing.rounded.amountMinor)
     * ```
     */
    issueStatements: (input: Keyed<StatementsIssueInput>, options?: CallOptions) =>
      result(
        'mutation',
        StatementsIssueDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.statementsIssue,
      ),
    /**
     * Accepts your statement, or what you have not disputed of it. Scope `settlement:accept`.
     *
     * @example
     * ```ts
     * for await (const { id } of artel.settlement.statements({ windowNo: 7 }))
     *   await artel.settlement.acceptStatement({ statementId: id }).unwrap()
     * ```
     */
    acceptStatement: (input: Keyed<StatementAcceptInput>, options?: CallOptions) =>
      result(
        'mutation',
        StatementAcceptDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.statementAccept,
      ),
    /**
     * Disputes one line of your statement. Scope `settlement:accept`.
     *
     * @example
     * ```ts
     * const statementId = 'stm_4kTzY2m6VqW8nRb3cJdXs'
     * const [line] = await artel.settlement.lines(statementId).toArray({ limit: 1 })
     * if (line) {
     *   const { entryId, position } = line
     *   const reason = 'this order was cancelled'
     *   await artel.settlement.openDispute({ statementId, entryId, position, reason }).unwrap()
     * }
     * ```
     */
    openDispute: (input: Keyed<DisputeOpenInput>, options?: CallOptions) =>
      result(
        'mutation',
        DisputeOpenDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.disputeOpen,
      ),
    /**
     * Decides on a dispute. `amountMicros`, in millionths of a currency unit, upholds a part of it. Scope `settlement:approve`.
     *
     * @example
     * ```ts
     * await artel.settlement
     *   .resolveDispute({ disputeId: 'dsp_6hLqR1v9XeC3tNyUwZoKa', outcome: 'UPHELD', note: 'the receipt was voided' })
     *   .unwrap()
     * ```
     */
    resolveDispute: (input: Keyed<DisputeResolveInput>, options?: CallOptions) =>
      result(
        'mutation',
        DisputeResolveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.disputeResolve,
      ),
    /**
     * Computes who pays whom, and proposes it. Scope `settlement:propose`.
     *
     * @example
     * ```ts
     * const { plan } = await artel.settlement.proposePlan({ windowNo: 7, method: 'HUB' }).unwrap()
     * console.log(plan.hash, plan.total.amountMinor, plan.payments.length)
     * ```
     */
    proposePlan: (input: Keyed<PlanProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        PlanProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.planPropose,
      ),
    /**
     * Approves the plan with this hash, as another person than its proposer. Scope `settlement:approve`. `unwrap()` throws
     * `PlanChangedError` when the plan is no longer the one that was read.
     *
     * @example
     * ```ts
     * const [plan] = await artel.settlement.plans({ windowNo: 7 }).toArray({ limit: 1 })
     * if (plan) await artel.settlement.approvePlan({ planId: plan.id, planHash: plan.hash }).unwrap()
     * ```
     */
    approvePlan: (input: Keyed<PlanApproveInput>, options?: CallOptions) =>
      result(
        'mutation',
        PlanApproveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.planApprove,
      ),
    /**
     * Records money that was paid outside, in minor units. Scope `settlement:propose`.
     *
     * @example
     * ```ts
     * const { leg } = await artel.settlement
     *   .recordPayment({
     *     legId: 'leg_1sDfGh2JkL3zXcV4bNm5Q',
     *     amountMinor: 125_000n,
     *     paidOn: '2026-02-03',
     *     idempotencyKey: 'payment-order-118',
     *   })
     *   .unwrap()
     * console.log(leg.status, leg.paid.amountMinor)
     * ```
     */
    recordPayment: (input: Keyed<PaymentRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        PaymentRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.paymentRecord,
      ),
    /**
     * Takes back a payment that was recorded wrongly, or whose money went back: its leg is open again, and a settled window
     * is approved again. Scope `settlement:propose`. `unwrap()` throws `PaymentReversedAlreadyError` the second time.
     *
     * @example
     * ```ts
     * const { leg, window } = await artel.settlement
     *   .reversePayment({ paymentId: 'pay_7bNq2LkWm4XcVtR8sDfGh', reason: 'the bank returned it' })
     *   .unwrap()
     * console.log(leg.status, window.status)
     * ```
     */
    reversePayment: (input: Keyed<PaymentReverseInput>, options?: CallOptions) =>
      result(
        'mutation',
        PaymentReverseDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.paymentReverse,
      ),
    /**
     * Records the payments that a bank's statement proves and those that it takes back: a file of 1C
     * (`1CClientBankExchange`) or ISO 20022 `camt.053`. A payment counts once, whatever file it comes in and whoever
     * recorded it. A file has at most 750 KB, which fill a request; a larger one is exported by fewer days. Scope
     * `settlement:propose`.
     *
     * @example
     * ```ts
     * import { readFile } from 'node:fs/promises'
     *
     * const contentBase64 = (await readFile('kl_to_1c.txt')).toString('base64')
     * const { lines } = await artel.settlement.importBankStatement({ contentBase64 }).unwrap()
     * for (const { line, verdict, reason } of lines) console.log(line, verdict, reason)
     * ```
     */
    importBankStatement: (input: Keyed<BankStatementImportInput>, options?: CallOptions) =>
      result(
        'mutation',
        BankStatementImportDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.bankStatementImport,
      ),
    /**
     * Ends the settlement of a window. Scope `settlement:propose`.
     *
     * @example
     * ```ts
     * const result = await artel.settlement.settleWindow({ windowNo: 7 })
     * if (result.__typename === 'WindowStepNotReadyError') console.log(result.missing)
     * ```
     */
    settleWindow: (input: Keyed<WindowSettleInput>, options?: CallOptions) =>
      result(
        'mutation',
        WindowSettleDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.windowSettle,
      ),
    /**
     * Sets the legal and bank details of a member, or of the coalition's operator. `vatRateBps` is in hundredths of a percent. The same set
     * once more by another person confirms them: payments that were approved before go by changed details only then.
     *
     * @example
     * ```ts
     * await artel.settlement
     *   .setBankDetails({ legalName: 'OOO North Tyres', taxId: '7701234567', account: '40702810900000000001' })
     *   .unwrap()
     * ```
     */
    setBankDetails: (input: BankDetailsSetInput, options?: CallOptions) =>
      result('mutation', BankDetailsSetDocument, { input }, options, (data) => data.bankDetailsSet),
    /**
     * Settlement windows, newest first: the open one is always there. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const [open] = await artel.settlement.windows().toArray({ limit: 1 })
     * console.log(open?.windowNo, open?.cutOff)
     * ```
     */
    windows: (options: ListOptions & CallOptions = {}) =>
      list(
        options,
        async (window) => (await query(SettlementWindowListDocument, window, options)).settlementWindows,
      ),
    /**
     * Statements, newest first: all for administrators and auditors, its own for a member. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { id, status, toPay } of artel.settlement.statements({ windowNo: 7 }))
     *   console.log(id, status, toPay?.amountMinor)
     * ```
     */
    statements: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(MemberStatementListDocument, variables, options)).memberStatements
      }),
    /**
     * The lines of a statement, in the order of the register. The list is fetched while it is read.
     *
     * @throws `NotFoundError` when there is no such statement that you may see.
     *
     * @example
     * ```ts
     * for await (const line of artel.settlement.lines('stm_4kTzY2m6VqW8nRb3cJdXs'))
     *   console.log(line.no, line.reference, line.counterparty?.name, line.amount.amountMicros)
     * ```
     */
    lines: (statementId: string, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { node } = await query(StatementLineListDocument, { id: statementId, ...window }, options)
        return found(node?.__typename === 'MemberStatement' ? node : null, 'statement').lines
      }),
    /**
     * A statement as a file, streamed: a member's own, any for administrators and auditors. `timeoutMs` is the longest wait, in
     * milliseconds, for the answer and for each piece after it.
     *
     * @throws `NotFoundError` when there is no such statement that you may see; another `RefusalError` when it cannot be made.
     *
     * @example
     * ```ts
     * import { createWriteStream } from 'node:fs'
     * import { pipeline } from 'node:stream/promises'
     *
     * const form = { format: 'pdf', language: 'ru' } as const
     * const { fileName, body } = await artel.settlement.downloadStatement('stm_4kTzY2m6VqW8nRb3cJdXs', form)
     * await pipeline(body, createWriteStream(fileName))
     * ```
     */
    downloadStatement: (
      statementId: string,
      { signal, timeoutMs, maxRetries, ...form }: StatementForm & CallOptions,
    ): Promise<DownloadedFile> => {
      const language = 'language' in form ? `?lang=${form.language}` : ''
      const path = `/statements/${encodeURIComponent(statementId)}.${form.format}${language}`
      return download(transport, { operationName: 'StatementFile', path }, { signal, timeoutMs, maxRetries })
    },
    /**
     * The orders by which you pay what an approved window asks of you: the coalition's, or a member's own.
     *
     * @throws `NotFoundError` when there is nothing to pay; another `RefusalError` when they cannot be made, for example
     * because a party has no bank details.
     *
     * @example
     * ```ts
     * const { fileName, body } = await artel.settlement.downloadPaymentOrders(7, { format: '1c' })
     * console.log(fileName, (await new Response(body).arrayBuffer()).byteLength)
     * ```
     */
    downloadPaymentOrders: (
      windowNo: number,
      { format, ...options }: PaymentOrdersForm & CallOptions,
    ): Promise<DownloadedFile> => {
      const path = `/payment-orders/${encodeURIComponent(windowNo)}.${format}`
      return download(transport, { operationName: 'PaymentOrdersFile', path }, options)
    },
    /**
     * Payment plans, newest first, for administrators and auditors. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const [newest] = await artel.settlement.plans({ windowNo: 7 }).toArray({ limit: 1 })
     * console.log(newest?.planNo, newest?.approvals.length)
     * ```
     */
    plans: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(PaymentPlanListDocument, variables, options)).paymentPlans
      }),
    /**
     * Payments of approved plans, newest first: all for administrators, its own for a member. The list is fetched while it is
     * read.
     *
     * @example
     * ```ts
     * for await (const leg of artel.settlement.legs({ windowNo: 7 }))
     *   console.log(leg.reference, leg.amount.amountMinor, leg.status, leg.dueOn)
     * ```
     */
    legs: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(PaymentLegListDocument, variables, options)).paymentLegs
      }),
    /**
     * Disputes, newest first: all for administrators and auditors, its own for a member. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { id, reason, amount } of artel.settlement.disputes({ filter: { isOpen: true } }))
     *   console.log(id, reason, amount.amountMicros)
     * ```
     */
    disputes: (options: Filtered<DisputesFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(DisputeListDocument, variables, options)).disputes
      }),
    /**
     * Payments as recorded, newest first: all for administrators and auditors, those that it made or got for a member. The list is
     * fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { amount, paidOn } of artel.settlement.payments({ filter: { windowNo: 7 } }))
     *   console.log(paidOn, amount.amountMinor)
     * ```
     */
    payments: (options: Filtered<PaymentsFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(SettlementPaymentListDocument, variables, options)).settlementPayments
      }),
  }
}
