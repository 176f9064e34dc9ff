import { earnCodeClaimDocument } from '../../generated/earn-code-claim-document.ts'
import { receiptClaimMakeDocument } from '../../generated/receipt-claim-make-document.ts'
import type { AskAsAnyone } from '../../session/ask-as-anyone.ts'
import type { Problem, WalletSession } from '../../session/wallet-session.ts'
import { forgetKey, keyOf } from './claim-keys.ts'
import { claimWords, receiptWords } from './claim-words.ts'
import type { ReadCode } from './read-code.ts'

/** Points that came in, and what the customer has by then, as the API writes them. */
export interface Claimed {
  readonly points: string
  readonly balance: string
}

/** A receipt that waits for its member: whose yes it needs, and until which local day. */
export interface Sent {
  readonly memberName: string
  readonly lastDay: string
}

/** One of the kit's words. */
export interface Said {
  readonly word: string
  readonly count?: bigint | undefined
  readonly isGood?: boolean
}

export type ClaimOutcome =
  | { readonly claimed: Claimed }
  | { readonly sent: Sent }
  /** A refusal, or a call that failed. */
  | { readonly said: Said; readonly problem?: Problem }
  | { readonly signedOut: Problem }

/**
 * Claims a code, or a till's receipt, for the customer of a session; points that come in show everywhere. A receipt earns nothing by itself:
 * its member says yes first. Never rejects.
 */
export async function claim(
  session: WalletSession | undefined,
  read: Extract<ReadCode, { readonly kind: 'CODE' | 'RECEIPT' }>,
): Promise<ClaimOutcome> {
  const text = read.kind === 'CODE' ? read.code : read.receipt
  // Sample data sends nothing.
  if (!session?.asAnyone) return { claimed: { points: '75', balance: '1917' } }
  try {
    const { asAnyone } = session
    const outcome =
      read.kind === 'CODE' ? await claimCode(session, asAnyone, text) : await claimReceipt(asAnyone, text)
    forgetKey(text)
    return outcome
  } catch (failure) {
    const problem = failure as Problem & { readonly retryAfterMs?: number }
    const { code: reason, retryAfterMs = 1_000 } = problem
    if (reason === 'SIGNED_OUT') return { signedOut: problem }
    const isKnown = reason === 'THROTTLED' || reason === 'OFFLINE'
    const word = isKnown ? reason : problem.retryable ? 'lost' : 'refused'
    return { said: { word, count: BigInt(Math.ceil(retryAfterMs / 1_000)) }, problem }
  }
}

/** A customer who looks on is told how long to wait, and tries again by hand. */
const byHand = { maxRetries: 0 }

async function claimCode(session: WalletSession, asAnyone: AskAsAnyone, code: string): Promise<ClaimOutcome> {
  const input = { code, idempotencyKey: keyOf(code) }
  const { earnCodeClaim: answer } = await asAnyone(undefined, (client) =>
    client.mutate(earnCodeClaimDocument, { input }, byHand),
  )
  if (answer.__typename !== 'EarnCodeClaimPayload')
    return { said: { word: wordOf('bar' in answer ? answer.bar : answer.code) } }
  // A wallet on the page is loaded again, where there is one.
  if (session.state.status === 'ready') void session.refresh()
  return { claimed: { points: answer.purchase.pointsEarned, balance: answer.balanceAfter } }
}

async function claimReceipt(asAnyone: AskAsAnyone, receipt: string): Promise<ClaimOutcome> {
  const input = { receipt, idempotencyKey: keyOf(receipt) }
  const { receiptClaimMake: answer } = await asAnyone(undefined, (client) =>
    client.mutate(receiptClaimMakeDocument, { input }, byHand),
  )
  if (answer.__typename === 'ReceiptClaimMakePayload') {
    const { member, lastDay } = answer.receiptClaim
    return { sent: { memberName: member.name, lastDay } }
  }
  const reason = 'bar' in answer ? answer.bar : answer.code
  return { said: { word: reason in receiptWords ? `receipt ${reason}` : wordOf(reason) } }
}

/** What the member owes is told to nobody: the code stays valid. */
const asDelayed = ['CREDIT_LIMIT_REACHED', 'SALE_NEEDS_APPROVAL']

function wordOf(reason: string): string {
  if (asDelayed.includes(reason)) return 'DELAYED'
  // The key is forgotten by now: the next try has another one.
  if (reason === 'IDEMPOTENCY_KEY_MISMATCH') return 'lost'
  return reason in claimWords || reason === 'CUSTOMER_CLOSED' ? reason : 'refused'
}
