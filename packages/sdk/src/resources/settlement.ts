import { type DownloadedFile, download } from '../download.ts'
import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  BankDetailsSetDocument,
  type BankDetailsSetInput,
  BankStatementImportDocument,
  type BankStatementImportInput,
  DisputeOpenDocument,
  type DisputeOpenInput,
  DisputeResolveDocument,
  type DisputeResolveInput,
  MemberStatementListDocument,
  PaymentLegListDocument,
  PaymentPlanListDocument,
  PaymentRecordDocument,
  type PaymentRecordInput,
  PlanApproveDocument,
  type PlanApproveInput,
  PlanProposeDocument,
  type PlanProposeInput,
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

type OfWindow = ListOptions & CallOptions & { readonly windowNo?: number | undefined }

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
    /** Closes the open window, exactly between two entries. Scope `settlement:propose`. */
    closeWindow: (input: Keyed<WindowCloseInput>, options?: CallOptions) =>
      result(
        'mutation',
        WindowCloseDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.windowClose,
      ),
    /** Makes the statements of a closed window. Scope `settlement:propose`. */
    issueStatements: (input: Keyed<StatementsIssueInput>, options?: CallOptions) =>
      result(
        'mutation',
        StatementsIssueDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.statementsIssue,
      ),
    /** Accepts your statement, or what you have not disputed of it. Scope `settlement:accept`. */
    acceptStatement: (input: Keyed<StatementAcceptInput>, options?: CallOptions) =>
      result(
        'mutation',
        StatementAcceptDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.statementAccept,
      ),
    /** Disputes one line of your statement. Scope `settlement:accept`. */
    openDispute: (input: Keyed<DisputeOpenInput>, options?: CallOptions) =>
      result(
        'mutation',
        DisputeOpenDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.disputeOpen,
      ),
    /** Decides on a dispute. Scope `settlement:approve`. */
    resolveDispute: (input: Keyed<DisputeResolveInput>, options?: CallOptions) =>
      result(
        'mutation',
        DisputeResolveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.disputeResolve,
      ),
    /** Computes who pays whom, and proposes it. Scope `settlement:propose`. */
    proposePlan: (input: Keyed<PlanProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        PlanProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.planPropose,
      ),
    /** Approves the plan with this hash, as another person than its proposer. Scope `settlement:approve`. */
    approvePlan: (input: Keyed<PlanApproveInput>, options?: CallOptions) =>
      result(
        'mutation',
        PlanApproveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.planApprove,
      ),
    /** Records money that was paid outside. Scope `settlement:propose`. */
    recordPayment: (input: Keyed<PaymentRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        PaymentRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.paymentRecord,
      ),
    /** Records the payments that a bank's statement proves. Scope `settlement:propose`. */
    importBankStatement: (input: Keyed<BankStatementImportInput>, options?: CallOptions) =>
      result(
        'mutation',
        BankStatementImportDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.bankStatementImport,
      ),
    /** Ends the settlement of a window. Scope `settlement:propose`. */
    settleWindow: (input: Keyed<WindowSettleInput>, options?: CallOptions) =>
      result(
        'mutation',
        WindowSettleDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.windowSettle,
      ),
    /** Says how registers and banks know a member, or the operator of the coalition. */
    setBankDetails: (input: BankDetailsSetInput, options?: CallOptions) =>
      result('mutation', BankDetailsSetDocument, { input }, options, (data) => data.bankDetailsSet),
    /** Windows, the open one first, then newest first. */
    windows: (options: ListOptions & CallOptions = {}) =>
      list(
        options,
        async (window) => (await query(SettlementWindowListDocument, window, options)).settlementWindows,
      ),
    /** Statements, newest first: all for administrators and auditors, its own for a member. */
    statements: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(MemberStatementListDocument, variables, options)).memberStatements
      }),
    /** The lines of a statement, in the order of the register. */
    lines: (statementId: string, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { node } = await query(StatementLineListDocument, { id: statementId, ...window }, options)
        return found(node?.__typename === 'MemberStatement' ? node : null, 'statement').lines
      }),
    /**
     * A statement as a file, streamed: a member's own, any for administrators and auditors. `timeoutMs` is the longest wait
     * for the answer and for each piece after it.
     */
    downloadStatement: (
      statementId: string,
      { signal, timeoutMs, maxRetries, ...form }: StatementForm & CallOptions,
    ): Promise<DownloadedFile> => {
      const language = 'language' in form ? `?lang=${form.language}` : ''
      const path = `/statements/${encodeURIComponent(statementId)}.${form.format}${language}`
      return download(transport, { operationName: 'StatementFile', path }, { signal, timeoutMs, maxRetries })
    },
    /** The orders by which you pay what an approved window asks of you: the coalition's, or a member's own. */
    downloadPaymentOrders: (
      windowNo: number,
      { format, ...options }: PaymentOrdersForm & CallOptions,
    ): Promise<DownloadedFile> => {
      const path = `/payment-orders/${encodeURIComponent(windowNo)}.${format}`
      return download(transport, { operationName: 'PaymentOrdersFile', path }, options)
    },
    /** Plans, newest first, for administrators and auditors. */
    plans: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(PaymentPlanListDocument, variables, options)).paymentPlans
      }),
    /** Payments of approved plans, newest first: all for administrators, its own for a member. */
    legs: (options: OfWindow = {}) =>
      list(options, async (window) => {
        const variables = { windowNo: options.windowNo ?? null, ...window }
        return (await query(PaymentLegListDocument, variables, options)).paymentLegs
      }),
  }
}
