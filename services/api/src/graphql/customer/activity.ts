import { type CustomerEntryKind as EntryKindName, MAX_AMOUNT } from '@artel/ledger'
import type { Entry as EntryRow } from '@artel/store/prisma'
import { type ActivityCursor, type PlacedEntry, placeOf, readActivity } from '@artel/use-cases'
import { type ApiContext, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { type PageArgs, pageOf, pageSize, readCursor } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const EntryKind = builder.enumType('EntryKind', {
  description: 'The event that an entry books.',
  values: {
    EARN: { description: 'A sale earned points.' },
    REDEEM: { description: 'Points paid part of a bill.' },
    HOLD: { description: 'Points were reserved.' },
    HOLD_VOID: { description: 'A reservation was released by the member.' },
    HOLD_EXPIRE: { description: 'A reservation timed out.' },
    EARN_REVERSAL: { description: 'A refund reversed earned points.' },
    REDEEM_REVERSAL: { description: 'A refund returned redeemed points.' },
    EXPIRE: { description: 'Points expired.' },
    DEBT_RECOVERY: { description: 'Earned points paid a debt.' },
    DISCOUNT_COST: {
      description: 'Others paid the member for a discount of a sale, or were paid back; it moves no points.',
    },
    PROMO: { description: 'Members issued promo points.' },
    ADJUSTMENT: { description: 'An adjustment by hand, with a reason.' },
    TRANSFER_OUT: { description: 'Points went to another customer of the household.' },
    TRANSFER_IN: { description: 'Points came from another customer of the household.' },
    MERGE_OUT: { description: 'All points went to the customer that this one was merged into.' },
    MERGE_IN: { description: 'All points came from a customer merged into this one.' },
  } as const,
})

/** One event of a customer's points, as `Customer.activity` and `node` answer it. */
export interface ActivityEntryShape {
  readonly coalitionId: string
  readonly id: string
  readonly customerId: string
  readonly kind: EntryKindName
  readonly memberId: string | null
  /** The purchase, refund or hold that it belongs to. Raw UUID. */
  readonly documentId: string | null
  readonly points: bigint
  readonly balanceAfter: bigint
  readonly postedAt: Date
}

/** A stored entry as `Customer.activity` answers it. */
export function activityEntryOf(row: EntryRow & PlacedEntry): ActivityEntryShape {
  const { coalitionId, id, customerId, documentId, pointsDelta, balanceAfter, postedAt } = row
  if (customerId === null) throw new Error(`Entry ${id} moves no points of a customer`)
  return {
    coalitionId,
    id,
    customerId,
    kind: row.kind as EntryKindName,
    memberId: placeOf(row),
    documentId,
    points: pointsDelta,
    balanceAfter,
    postedAt,
  }
}

export const ActivityEntry = builder.objectRef<ActivityEntryShape>('ActivityEntry').implement({
  description: "One event of a customer's points.",
  fields: (t) => ({
    kind: t.expose('kind', { type: EntryKind, description: 'What happened.' }),
    member: t.field({
      type: Member,
      nullable: true,
      description:
        'Where: at the seller, whoever paid for the points of its sale, which then has an entry for each who did. Null for expiry.',
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : loaders.member({ coalitionId, id: memberId }),
    }),
    points: t.expose('points', { type: 'Points', description: 'Signed change of the balance.' }),
    balanceAfter: t.expose('balanceAfter', { type: 'Points', description: 'Balance after it.' }),
    postedAt: t.expose('postedAt', { type: 'DateTime', description: 'When it was booked.' }),
  }),
})
publicNode(ActivityEntry)

export const CustomerActivityConnection = builder.connectionObject(
  { type: ActivityEntry, name: 'CustomerActivityConnection' },
  { name: 'CustomerActivityConnectionEdge' },
)

const CURSOR = /^(\d{1,19})\.(\d{1,6})$/

/** Reads one page of a customer's activity. */
export async function activityPage(
  context: ApiContext,
  { coalitionId, customerId, args }: { coalitionId: string; customerId: string; args: PageArgs },
) {
  const after = readCursor(args, parseActivityCursor)
  const first = pageSize(args)
  const page = await readActivity(verbContext(context), { coalitionId, customerId, first, after })
  const entries = page.entries.map((entry) => ({ ...entry, coalitionId, customerId }))
  return pageOf(entries, {
    hasNextPage: page.hasNextPage,
    args,
    cursorOf: ({ cursor }) =>
      Buffer.from(`${cursor.customerSequence}.${cursor.position}`).toString('base64url'),
  })
}

function parseActivityCursor(cursor: string): ActivityCursor | undefined {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match?.[1] || !match[2]) return undefined
  const customerSequence = BigInt(match[1])
  return customerSequence <= MAX_AMOUNT ? { customerSequence, position: Number(match[2]) } : undefined
}
