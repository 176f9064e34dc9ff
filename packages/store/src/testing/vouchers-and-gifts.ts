import { points, promote } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command, NewPurchase } from '../command/command.ts'
import type { VoucherMove } from '../command/voucher-moves.ts'
import { post } from '../post/post.ts'
import type { LineJson } from '../purchase/line-json.ts'
import { refundRulesJson } from '../purchase/paid-by.ts'
import { ruleVersionDigest } from '../rule/version-digest.ts'
import type { Store } from '../store.ts'
import { earning, keyed, type LedgerWorld, sha256 } from './ledger-world.ts'
import { refunding } from './ledger-world-ends.ts'

const DAY = '2027-01-01'
/** What a voucher takes off, minor units. */
const OFF = 700n
const [FIRST_LAST_DAY, LAST_DAY_AFTER_RETURN] = ['2099-12-30', '2099-12-31']

/**
 * Four vouchers of a rule at the issuer: one that came back with the refund of its sale and was used again, one that was used, one
 * revoked by the refund of the sale that gave it, and one that waits.
 */
export async function salesWithVouchers(
  store: Store,
  world: LedgerWorld,
  lines: readonly LineJson[],
): Promise<void> {
  const { coalitionId, issuerId } = world
  const effect = { kind: 'VOUCHER', at: [issuerId], off: { amountMinor: String(OFF) } }
  const versionId = await writeRule(store, world, { give: [effect] })
  const run = (command: Command) => post(store, coalitionId, command)
  const given: { id: string; purchaseId: string }[] = []
  for (const code of ['7K3M9QXA2B4C', '7K3M9QXA2B4D', '7K3M9QXA2B4E', '7K3M9QXA2B4F']) {
    const id = newId()
    const { groupId } = await run(giving(world, { id, code, versionId }))
    given.push({ id, purchaseId: groupId })
  }
  const [back, used, undone] = given
  if (!back || !used || !undone) throw new Error('Four vouchers were given')
  const sale = await run(using(world, { ...back, versionId, lastDay: FIRST_LAST_DAY }, lines))
  const returned = {
    act: 'RETURN',
    id: back.id,
    usedById: sale.groupId,
    revokedById: null,
    lastDay: LAST_DAY_AFTER_RETURN,
  } as const
  await run(moving(world, sale.groupId, (refundId) => ({ ...returned, refundId })))
  await run(using(world, { ...back, versionId, lastDay: LAST_DAY_AFTER_RETURN }, lines))
  await run(using(world, { ...used, versionId, lastDay: FIRST_LAST_DAY }, lines))
  const revoked = { act: 'REVOKE', id: undone.id, usedById: null } as const
  await run(moving(world, undone.purchaseId, (refundId) => ({ ...revoked, refundId })))
}

/** What a rule gave two customers for visits. */
export async function giftsForVisits(store: Store, world: LedgerWorld): Promise<void> {
  const { coalitionId, issuerId } = world
  const give = [{ kind: 'POINTS', points: '9' }]
  const versionId = await writeRule(store, world, { when: { on: 'VISIT' }, give })
  const [anna = '', , clara = ''] = world.customerIds
  for (const [customerId, n] of [
    [anna, 9n],
    [clara, 8n],
  ] as const) {
    const occasion = { id: newId(), kind: 'VISIT', memberId: issuerId, day: new Date(DAY) }
    const [happenedAt, requestHash] = [new Date(DAY), sha256(occasion.id)]
    await store.prisma.occasion.create({
      data: { ...occasion, coalitionId, customerId, happenedAt, requestHash, recordedAt: happenedAt },
    })
    await post(store, coalitionId, gifting(world, { customerId, occasionId: occasion.id, versionId, n }))
  }
}

/** A rule of the issuer with its first version, whose id is answered. */
export async function writeRule(
  { prisma }: Store,
  { coalitionId, issuerId }: LedgerWorld,
  says: {
    readonly [part: string]: unknown
    readonly schedule?: { readonly fromDay: string; readonly toDay: null }
  },
): Promise<string> {
  const schedule = says.schedule ?? { fromDay: DAY, toDay: null }
  const [ruleId, id, createdAt] = [newId(), newId(), new Date()]
  const row = { id: ruleId, coalitionId, memberId: issuerId, status: 'RUNNING', version: 1 }
  const firstDay = new Date(schedule.fromDay)
  await prisma.rule.create({ data: { ...row, firstDay, createdAt, changedAt: createdAt } })
  const definition = JSON.stringify({ name: { en: 'Gift' }, ...says, schedule })
  const version = { coalitionId, id, ruleId, version: 1, definition, createdAt, createdById: issuerId }
  const data = { ...version, template: null }
  await prisma.ruleVersion.create({ data: { ...data, digest: ruleVersionDigest(data) } })
  return id
}

/** A sale that gives a voucher. */
function giving(
  world: LedgerWorld,
  { id, code, versionId }: { readonly id: string; readonly code: string; readonly versionId: string },
): Command {
  const gift = { rule: versionId, points: '0', issued: id }
  const rules = JSON.stringify({ base: '6', given: [gift], skipped: [] })
  const sale = earning(world, 6n, { says: { rules } })
  return {
    ...sale,
    decide: (state, at) => {
      const group = sale.decide(state, at)
      const { documentId: purchaseId } = group
      const voucher = {
        ...{ id, code, versionId, purchaseId },
        memberId: world.issuerId,
        lastDay: FIRST_LAST_DAY,
      }
      return { ...group, vouchers: [{ act: 'ISSUE', voucher }] }
    },
  }
}

/** A sale that a voucher takes something off of. */
function using(
  world: LedgerWorld,
  { id, versionId, lastDay }: { readonly id: string; readonly versionId: string; readonly lastDay: string },
  [first, ...others]: readonly LineJson[],
): Command {
  const gift = { rule: versionId, voucher: id, points: '0', discounts: [String(OFF), '0'] }
  const sale = earning(world, 5n, {
    says: {
      lines: [{ ...first, discountMinor: String(OFF) }, ...others] as NewPurchase['lines'],
      discountMinor: OFF,
      rules: JSON.stringify({ base: '5', given: [gift], skipped: [] }),
    },
  })
  return {
    ...sale,
    vouchers: [id],
    decide: (state, at) => {
      const group = sale.decide(state, at)
      return { ...group, vouchers: [{ act: 'USE', id, purchaseId: group.documentId, lastDay }] }
    },
  }
}

/** A refund that moves a voucher. */
function moving(world: LedgerWorld, purchaseId: string, move: (refundId: string) => VoucherMove): Command {
  const refund = refunding(world, purchaseId, { reversed: 1n })
  return {
    ...refund,
    decide: (state, at) => {
      const group = refund.decide(state, at)
      if (!group.refund) throw new Error('A refund was decided')
      const vouchers = [move(group.documentId)]
      return { ...group, vouchers, refund: { ...group.refund, rules: refundRulesJson([], [], vouchers) } }
    },
  }
}

/** `n` points of the issuer, given by a rule for an occasion. */
export function gifting(
  world: LedgerWorld,
  gift: {
    readonly customerId: string
    readonly occasionId: string
    readonly versionId: string
    readonly n: bigint
    /** Of the occasion; another than that of visits. */
    readonly day?: string
  },
): Command {
  const [documentId, lotId] = [newId(), newId()]
  const { coalitionId, issuerId, termsId } = world
  const { occasionId, versionId, n } = gift
  const sale = earning(world, n, gift)
  return {
    ...keyed(world, 'ruleGift', gift),
    decide: (state, at) => {
      const [lot] = sale.decide(state, at).entries[0]?.newLots ?? []
      if (!lot) throw new Error('A sale earns a lot')
      const to = { customerId: state.customerId, coalitionId, documentId, points: points(n), now: at.now }
      const terms = { id: termsId, prices: lot.prices }
      const payer = { memberId: issuerId, share: 1n, lotId, terms, activatesAt: at.now, expiresAt: null }
      const payers = JSON.stringify([[issuerId, lotId, String(n)]])
      return {
        documentId,
        entries: promote({ ...to, payers: [payer] }),
        gift: {
          ...{ id: documentId, occasionId, versionId, ownerId: issuerId, day: gift.day ?? DAY },
          ...{ points: points(n), counters: '[]', payers },
        },
        outbox: [],
      }
    },
  }
}
