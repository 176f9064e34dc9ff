import { createHash } from 'node:crypto'

/** That a customer was brought by another, before it is written. */
export interface NewReferral {
  readonly friendId: string
  readonly referrerId: string
  /** The member where the friend said so. */
  readonly memberId: string
  readonly via: 'ENROL' | 'TILL' | 'CODE'
  readonly boundAt: Date
}

/** SHA-256 over all of a referral, hex. `verify` reckons it in SQL, in words of its own. */
export function referralDigest(coalitionId: string, referral: NewReferral): string {
  const { friendId, referrerId, memberId, via, boundAt } = referral
  const line = [coalitionId, friendId, referrerId, memberId, via, String(boundAt.getTime() * 1_000)]
  return createHash('sha256').update(line.join('|')).digest('hex')
}
