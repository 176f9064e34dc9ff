import { earnCodeClaimDocument } from '../../generated/earn-code-claim-document.ts'
import type { Problem, WalletSession } from '../../session/wallet-session.ts'
import { forgetKey, keyOf } from './claim-keys.ts'
import { claimWords } from './claim-words.ts'

/** Points that came in, and what the customer has by then, as the API writes them. */
export interface Claimed {
  readonly points: string
  readonly balance: string
}

/** One of the kit's words. */
export interface Said {
  readonly word: string
  readonly count?: bigint | undefined
  readonly isGood?: boolean
}

export type ClaimOutcome =
  | { readonly claimed: Claimed }
  /** A refusal, or a call that failed. */
  | { readonly said: Said; readonly problem?: Problem }
  | { readonly signedOut: Problem }

/** Claims a code for the customer of a session, which then shows the new balance everywhere. Never rejects. */
export async function claim(session: WalletSession | undefined, code: string): Promise<ClaimOutcome> {
  // Sample data sends nothing.
  if (!session?.asAnyone) return { claimed: { points: '75', balance: '1917' } }
  const input = { code, idempotencyKey: keyOf(code) }
  try {
    // A customer who looks on is told how long to wait, and tries again by hand.
    const { earnCodeClaim: answer } = await session.asAnyone(undefined, (client) =>
      client.mutate(earnCodeClaimDocument, { input }, { maxRetries: 0 }),
    )
    forgetKey(code)
    if (answer.__typename === 'EarnCodeClaimPayload') {
      // A wallet on the page is loaded again, where there is one.
      if (session.state.status === 'ready') void session.refresh()
      return { claimed: { points: answer.purchase.pointsEarned, balance: answer.balanceAfter } }
    }
    return { said: { word: wordOf('bar' in answer ? answer.bar : answer.code) } }
  } catch (failure) {
    const problem = failure as Problem & { readonly retryAfterMs?: number }
    const { code: reason, retryAfterMs = 1_000 } = problem
    if (reason === 'SIGNED_OUT') return { signedOut: problem }
    const word = reason === 'THROTTLED' || reason === 'OFFLINE' ? reason : 'lost'
    return { said: { word, count: BigInt(Math.ceil(retryAfterMs / 1_000)) }, problem }
  }
}

/** What the member owes is told to nobody: the code stays valid. */
const asDelayed = ['CREDIT_LIMIT_REACHED', 'SALE_NEEDS_APPROVAL']

function wordOf(reason: string): string {
  if (asDelayed.includes(reason)) return 'DELAYED'
  return reason in claimWords || reason === 'CUSTOMER_CLOSED' ? reason : 'lost'
}
