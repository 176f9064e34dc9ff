import { points, takeBackGift } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command } from '../command/command.ts'
import { post } from '../post/post.ts'
import { referralDigest } from '../referral/referral-digest.ts'
import type { Store } from '../store.ts'
import { earning, keyed, type LedgerWorld } from './ledger-world.ts'
import { refunding } from './ledger-world-ends.ts'
import { gifting, writeRule } from './vouchers-and-gifts.ts'

/** A customer brought two friends, was given 12 points for each, and lost 12 and 12 when they gave back what they had bought. */
export async function giftsTakenBack(store: Store, world: LedgerWorld): Promise<void> {
  const versionId = await writeRule(store, world, {
    when: { on: 'REFERRER' },
    schedule: { fromDay: '2020-01-01', toDay: null },
    give: [{ kind: 'POINTS', points: '12' }],
  })
  for (const friendId of [newId(), newId()]) await brought(store, world, { friendId, versionId })
}

async function brought(
  store: Store,
  world: LedgerWorld,
  { friendId, versionId }: { readonly friendId: string; readonly versionId: string },
): Promise<void> {
  const { prisma } = store
  const { coalitionId, issuerId: memberId } = world
  const [customerId = ''] = world.customerIds
  const run = (command: Command) => post(store, coalitionId, command)
  await enrol(store, world, friendId)
  const referral = { friendId, referrerId: customerId, memberId, via: 'CODE', boundAt: new Date() } as const
  await prisma.referral.create({
    data: { coalitionId, ...referral, digest: referralDigest(coalitionId, referral) },
  })
  const { purchase } = await run(earning(world, 3n, { customerId: friendId }))
  if (!purchase) throw new Error('A sale was recorded')
  const { ruleId } = await prisma.ruleVersion.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: versionId } },
  })
  const day = dayOf(purchase.occurredAt)
  const occasion = { id: newId(), kind: 'REFERRER', customerId, memberId, friendId, ruleId }
  await prisma.occasion.create({
    data: {
      ...{ ...occasion, coalitionId, purchaseId: purchase.id, leastMinor: 1n, day: new Date(day) },
      ...{ happenedAt: purchase.occurredAt, recordedAt: purchase.recordedAt, doneAt: purchase.recordedAt },
    },
  })
  const given = await run(gifting(world, { customerId, occasionId: occasion.id, versionId, n: 12n, day }))
  await run(refunding(world, purchase.id, { reversed: 3n, isWhole: true }, { customerId: friendId }))
  await prisma.occasion.update({
    where: { coalitionId_id: { coalitionId, id: occasion.id } },
    data: { undoneAt: new Date() },
  })
  const { id: entryId } = await prisma.entry.findFirstOrThrow({
    where: { coalitionId, groupId: given.groupId },
  })
  const lot = await prisma.lot.findFirstOrThrow({ where: { coalitionId, entryId } })
  await run(returning(world, { customerId, giftId: given.groupId, lotId: lot.id }))
}

/** In the zone of the world's coalition. */
const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(instant)

async function enrol({ prisma }: Store, { coalitionId, issuerId }: LedgerWorld, id: string): Promise<void> {
  const now = new Date()
  const consent = { consentVersion: '1', consentAt: now, createdAt: now }
  await prisma.customer.create({
    data: { coalitionId, id, name: 'Dina', status: 'ACTIVE', enrolledById: issuerId, ...consent },
  })
  await prisma.customerAccount.createMany({ data: [{ coalitionId, customerId: id }], skipDuplicates: true })
}

/** What is left of a gift of 12 points, taken back. */
function returning(
  world: LedgerWorld,
  {
    customerId,
    giftId,
    lotId,
  }: { readonly customerId: string; readonly giftId: string; readonly lotId: string },
): Command {
  const returnId = newId()
  const { coalitionId, issuerId } = world
  return {
    ...keyed(world, 'ruleGiftReturn', { customerId }),
    decide: (state, { now }) => {
      const parts = [{ payerId: issuerId, lotId, points: points(12n) }]
      const taken = takeBackGift(state, { parts, coalitionId, documentId: returnId, now })
      const [part] = taken
      if (!part) throw new Error('The customer still has the gift')
      const payers = JSON.stringify([[issuerId, lotId, String(part.points)]])
      return {
        documentId: returnId,
        entries: [part.entry],
        giftReturn: { id: returnId, giftId, points: part.points, counters: '[]', payers },
        outbox: [],
      }
    },
  }
}
