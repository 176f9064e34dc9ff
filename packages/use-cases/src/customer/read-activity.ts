import { type CustomerEntryKind, type Points, points } from '@artel/ledger'
import type { Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { toldOfMember } from '../access/told-of.ts'
import { visibleCustomers } from '../access/visible-customers.ts'
import { checkInteger } from '../input/text.ts'
import { entriesAt, placeOf, WITH_SELLER } from './entry-place.ts'

/** Where a page of activity ends: the key of its last entry. */
export interface ActivityCursor {
  readonly customerSequence: bigint
  readonly position: number
}

export interface ActivityEntry {
  /** Raw UUID of the entry. */
  readonly id: string
  readonly kind: CustomerEntryKind
  /** Where it happened: the seller, whoever paid for points of its sale; null for expiry. */
  readonly memberId: string | null
  /** The purchase, refund or hold that it belongs to; null for what is of none. */
  readonly documentId: string | null
  /** Signed change of the balance. */
  readonly points: Points
  readonly balanceAfter: Points
  readonly postedAt: Date
  readonly cursor: ActivityCursor
}

export interface ReadActivityInput {
  readonly coalitionId: string
  readonly customerId: string
  /** 1 to 100. */
  readonly first: number
  readonly after?: ActivityCursor | null
}

export interface ActivityPage {
  readonly entries: readonly ActivityEntry[]
  readonly hasNextPage: boolean
}

/**
 * Reads one page of a customer's events, newest first, by key: a page stays the same while new events arrive.
 * A member sees what happened at it: of its sales the points that others paid for too, of others' sales nothing; and so does a
 * customer's token that the member issued. An empty page for a customer that the caller may not see.
 */
export async function readActivity(context: Context, input: ReadActivityInput): Promise<ActivityPage> {
  const { coalitionId, customerId } = input
  const first = checkInteger(['first'], input.first, { min: 1, max: 100 })
  const visible = visibleCustomers(context.principal, { coalitionId, customerIds: [customerId] })
  if (visible.length === 0) return { entries: [], hasNextPage: false }
  const rows = await context.store.prisma.entry.findMany({
    where: {
      coalitionId,
      customerId,
      // What members pay each other for a discount moves no points of the customer.
      kind: { not: 'DISCOUNT_COST' },
      AND: [happenedAt(context), input.after ? olderThan(input.after) : {}],
    },
    include: WITH_SELLER,
    orderBy: [{ customerSequence: 'desc' }, { position: 'desc' }],
    take: first + 1,
  })
  const entries = rows.slice(0, first).map((row) => ({
    id: row.id,
    kind: row.kind as CustomerEntryKind,
    memberId: placeOf(row),
    documentId: row.documentId,
    points: points(row.pointsDelta),
    balanceAfter: points(row.balanceAfter),
    postedAt: row.postedAt,
    // A customer's entry has its sequence; only money-only entries have none.
    cursor: { customerSequence: row.customerSequence ?? 0n, position: row.position },
  }))
  return { entries, hasNextPage: rows.length > first }
}

/** What other members sold is no business of a member's; expiry and transfers, which are of no member, go with them. */
function happenedAt({ principal }: Context): Prisma.EntryWhereInput {
  const onlyAt = toldOfMember(principal)
  return onlyAt === null ? {} : entriesAt(onlyAt)
}

function olderThan({ customerSequence, position }: ActivityCursor) {
  return {
    // Implied by the rest, and what the index can begin at.
    customerSequence: { lte: customerSequence },
    OR: [{ customerSequence: { lt: customerSequence } }, { customerSequence, position: { lt: position } }],
  }
}
