import { allocate } from './allocate.ts'
import type { Entry } from './entry.ts'
import { type IssueInput, issuePoints } from './issue-points.ts'
import { type Points, points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'

/** A member that pays for promo points, or for a share of them, and the lot that its part becomes. */
export interface PromoPayer extends Pick<IssueInput, 'lotId' | 'terms' | 'activatesAt' | 'expiresAt'> {
  readonly memberId: string
  /** Its share relative to the other payers'; at least 1. A single payer's share is the whole. */
  readonly share: bigint
}

/** What {@link promote} needs to know. */
export interface PromoteInput extends Pick<IssueInput, 'customerId' | 'coalitionId' | 'documentId' | 'now'> {
  /** At least 1. */
  readonly points: Points
  readonly payers: readonly PromoPayer[]
}

/**
 * Gives promo points at the cost of one member or of several: one entry for each payer, whose own points its part is.
 * So a payer also pays when they are spent, whatever the funding. Parts by largest remainder of points, ties by id;
 * a payer whose part is 0 has no entry. Promo points pay no debt: they are their payers' gift, not an earning.
 */
export function promote(input: PromoteInput): Entry[] {
  const { points: total, payers, ...to } = input
  if (total <= 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must be at least 1.' })
  if (payers.length === 0) throw new InvalidInputError({ path: ['payers'], problem: 'Somebody must pay.' })
  if (new Set(payers.map(({ memberId }) => memberId)).size !== payers.length)
    throw new InvalidInputError({ path: ['payers'], problem: 'Must each be named once.' })
  if (payers.some(({ share }) => share <= 0n))
    throw new InvalidInputError({ path: ['payers'], problem: 'Each must pay a share.' })
  const parts = allocate(
    total,
    payers.map(({ memberId, share }) => ({ id: memberId, weight: share })),
  )
  return payers.flatMap(({ memberId, share: _, ...lot }, index) => {
    const part = points(parts[index] ?? 0n)
    return part === 0n ? [] : [issuePoints('PROMO', { ...to, ...lot, issuerId: memberId, points: part })]
  })
}
