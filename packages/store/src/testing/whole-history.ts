import { clearing, minor, moneyTransfers, points } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command, NewPurchase } from '../command/command.ts'
import { post } from '../post/post.ts'
import { postMoney } from '../post/post-money.ts'
import { lineJson } from '../purchase/line-json.ts'
import { rollUpAccounts } from '../rollup/roll-up-accounts.ts'
import { ruleVersionDigest } from '../rule/version-digest.ts'
import { closeWindows } from '../settlement/close-windows.ts'
import { inTransaction } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'
import { recordCheckpoint } from '../verify/record-checkpoint.ts'
import { attributedSales } from './attributed-sales.ts'
import { giftsTakenBack } from './gifts-taken-back.ts'
import {
  capturing,
  earning,
  holding,
  type LedgerWorld,
  ledgerWorld,
  sha256,
  spending,
  voiding,
} from './ledger-world.ts'
import { earningWithDebts, expiring, refunding } from './ledger-world-ends.ts'
import { adjusting, awarding, merging, transferring } from './ledger-world-pairs.ts'
import { NASTY_TEXTS } from './nasty-text.ts'
import { sharedRefund, sharedSale } from './shared-sale.ts'
import { giftsForVisits, salesWithVouchers } from './vouchers-and-gifts.ts'

const HOLD = (n: number) => `01960000-0000-7000-8000-0000000000${10 + n}`

/** Of a bill that says all it can. */
const LINES = [
  lineJson({
    ...{ ref: '1', title: 'Oil', total: minor(9_000_000n), sku: 'OIL-5W30', category: 'service/oil' },
    quantityMilli: 4_500n,
  }),
  lineJson({ ref: '2', title: 'Gift card', total: minor(1_000_000n), earns: false }),
]

/** A history that books every kind of event and leaves at least two rows in every table of the ledger but the head. */
export async function wholeHistory(store: Store): Promise<LedgerWorld> {
  const world = await ledgerWorld(store, 3)
  await eventsOfOne(store, world)
  await rollUpAccounts(store, world.coalitionId, { fromMovements: 1 })
  await recordCheckpoint(store, world.coalitionId)
  await closeOpenWindow(store, world)
  await eventsOfSeveral(store, world)
  await claims(store, world)
  await moneyAlone(store, world)
  const ruleOfHistory = await rule(store, world)
  await salesUnderRule(store, world, ruleOfHistory)
  const shared = await post(store, world.coalitionId, sharedSale(world, ruleOfHistory.versionId, LINES))
  await post(store, world.coalitionId, sharedRefund(world, shared.groupId))
  await salesWithVouchers(store, world, LINES)
  await giftsForVisits(store, world)
  await giftsTakenBack(store, world)
  await attributedSales(store, world)
  await refusals(store, world)
  await rollUpAccounts(store, world.coalitionId, { fromMovements: 1 })
  await recordCheckpoint(store, world.coalitionId)
  return world
}

/** Sales, holds, refunds, a debt and its recovery, and lots that run out. */
async function eventsOfOne(store: Store, world: LedgerWorld): Promise<void> {
  const run = (command: Command) => post(store, world.coalitionId, command)
  const { personId, tillId } = await somebodySignedIn(store, world)
  const first = await run({ ...earning(world, 500n), by: { personId, tillId } })
  await run({
    ...earning(world, 300n, { says: { code: 'WINTER-26', lines: LINES } }),
    by: { personId, tillId: null },
  })
  await run(earning(world, 40n, { expiresInSeconds: 3_600 }))
  const spent = await run(spending(world, 100n))
  await run(holding(world, 200n, HOLD(1)))
  await run(holding(world, 50n, HOLD(2), { says: { code: 'WINTER-26' } }))
  await run(holding(world, 25n, HOLD(3)))
  await run(capturing(world, points(150n), HOLD(1)))
  await run(voiding(world, HOLD(2)))
  await run(refunding(world, spent.groupId, { returned: 60n }))
  await run(spending(world, 400n))
  await run(refunding(world, first.groupId, { reversed: 450n }))
  await run(earningWithDebts(world, 700n))
  await run(earning(world, 30n, { expiresInSeconds: 7_200 }))
  await store.prisma.coalition.update({
    where: { id: world.coalitionId },
    data: { clockOffsetSeconds: 30n * 86_400n },
  })
  await run(expiring(world))
}

/** A person, and a till of the issuer. */
async function somebodySignedIn({ prisma }: Store, { coalitionId, issuerId: memberId }: LedgerWorld) {
  const [personId, tillId, createdAt] = [newId(), newId(), new Date()]
  await prisma.person.create({ data: { id: personId, email: `${personId}@example.com`, createdAt } })
  const device = { name: 'Bay 1', secretHash: sha256(tillId), lastFour: 'last', idleMinutes: 15 }
  await prisma.till.create({
    data: { coalitionId, id: tillId, memberId, ...device, createdAt, createdById: memberId },
  })
  return { personId, tillId }
}

/** Promo points, adjustments, a transfer, and a merge of a customer who owes. */
async function eventsOfSeveral(store: Store, world: LedgerWorld): Promise<void> {
  const [anna = '', boris = '', clara = ''] = world.customerIds
  const { coalitionId, issuerId } = world
  const run = (command: Command) => post(store, coalitionId, command)
  await run(awarding(world, 61n, { customerId: boris }))
  for (const [index, points] of [20n, -15n].entries()) {
    const id = HOLD(20 + index)
    await store.prisma.adjustment.create({
      data: {
        ...{
          coalitionId,
          id,
          customerId: boris,
          memberId: issuerId,
          points,
          kind: 'CORRECTION',
          reason: 'test',
        },
        ...{ status: 'POSTED', proposedById: issuerId, proposedAt: new Date(), keyScopeId: issuerId },
        ...{ key: `adjustment ${index}`, requestHash: 'hash' },
      },
    })
    await run(adjusting(world, points, id, { customerId: boris }))
  }
  await run(transferring(world, 40n, { from: boris, to: anna }))
  const spent = await run(earning(world, 90n, { customerId: boris }))
  await run(spending(world, 110n, { customerId: boris }))
  await run(refunding(world, spent.groupId, { reversed: 90n }, { customerId: boris }))
  await run(earning(world, 7n, { customerId: boris }))
  await run(merging(world, { gone: boris, into: clara }))
}

/** Refunds of points that were spent, and of what they were spent on: claims, one of them satisfied in part. */
async function claims(store: Store, world: LedgerWorld): Promise<void> {
  const [, , customerId = ''] = world.customerIds
  const run = (command: Command) => post(store, world.coalitionId, command)
  for (const returned of [0n, 30n]) {
    const earned = await run(earning(world, 80n, { customerId }))
    const { balanceAfter } = earned
    const spent = await run(spending(world, balanceAfter, { customerId }))
    const policy = 'ISSUER_BEARS'
    await run(refunding(world, earned.groupId, { reversed: 80n, policy }, { customerId }))
    if (returned > 0n) await run(refunding(world, spent.groupId, { returned }, { customerId }))
  }
}

async function closeOpenWindow(store: Store, { coalitionId }: LedgerWorld): Promise<void> {
  const { openWindowNo } = await store.prisma.chainHead.findUniqueOrThrow({ where: { coalitionId } })
  await inTransaction(store, (client) =>
    closeWindows(client, coalitionId, { through: openWindowNo, early: true }),
  )
}

/** A payment of a member, and what the coalition gives back of it. */
async function moneyAlone(store: Store, { coalitionId, issuerId }: LedgerWorld): Promise<void> {
  const bank = { kind: 'BANK', ownerId: coalitionId } as const
  const sides = [
    [bank, clearing(issuerId), 5_000_000n],
    [clearing(issuerId), bank, 1_000_000n],
  ] as const
  for (const [debit, credit, amount] of sides) {
    const documentId = newId()
    const line = { debits: [{ account: debit, amount }], credits: [{ account: credit, amount }] }
    await inTransaction(store, (client) =>
      postMoney(client, coalitionId, {
        key: { scopeId: coalitionId, operation: 'paymentRecord', key: newId(), requestHash: sha256('pay') },
        documentId,
        kind: 'PAYMENT',
        memberId: issuerId,
        transfers: moneyTransfers([line]),
        outbox: [],
      }),
    )
  }
}

/** Two that are remembered under their keys. The last batch is a refusal: it touches no account. */
async function refusals(store: Store, world: LedgerWorld): Promise<void> {
  for (const n of [1_000_000n, 2_000_000n])
    await post(store, world.coalitionId, spending(world, n)).then(
      () => Promise.reject(new Error('It should have been refused')),
      () => undefined,
    )
}

/** A rule that was edited once. */
async function rule(store: Store, { coalitionId, issuerId }: LedgerWorld): Promise<RuleOfHistory> {
  const [ruleId, firstId, versionId] = [newId(), newId(), newId()]
  const [createdAt, day] = [new Date(), '2027-01-01']
  const row = { id: ruleId, coalitionId, memberId: issuerId, status: 'RUNNING', version: 2 }
  await store.prisma.rule.create({
    data: { ...row, firstDay: new Date(day), createdAt, changedAt: createdAt },
  })
  for (const version of [1, 2]) {
    const definition = JSON.stringify({
      name: { en: NASTY_TEXTS.join().replace(/\p{Surrogate}/gu, ''), ru: 'Мойка' },
      schedule: { fromDay: day, toDay: null },
    })
    const written = {
      coalitionId,
      id: version === 1 ? firstId : versionId,
      ruleId,
      version,
      definition,
      createdAt,
      createdById: issuerId,
    }
    const data = { ...written, template: version === 1 ? 'happy "hours"' : null }
    await store.prisma.ruleVersion.create({ data: { ...data, digest: ruleVersionDigest(data) } })
  }
  return { ruleId, versionId }
}

interface RuleOfHistory {
  readonly ruleId: string
  /** Of the version that holds. */
  readonly versionId: string
}

/** A sale that a rule gave points and a discount on, within a budget and a limit of the customer, and a refund of a part. */
async function salesUnderRule(
  store: Store,
  world: LedgerWorld,
  { ruleId, versionId }: RuleOfHistory,
): Promise<void> {
  const { coalitionId, customerIds } = world
  const [customerId = ''] = customerIds
  const budget = { ownerId: ruleId, customerId: null, period: '2027-01' }
  const uses = { ownerId: ruleId, customerId, period: '2027-01-01' }
  const counters = [
    { ownerId: ruleId, customerId: null, per: 'MONTH', day: '2027-01-01' },
    { ownerId: ruleId, customerId, per: 'DAY', day: '2027-01-01' },
  ] as const
  const taken = [
    [ruleId, null, budget.period, '10', '100'],
    [ruleId, customerId, uses.period, '1', '2'],
  ]
  const gift = { rule: versionId, points: '10', discounts: ['500000', '0'], counters: taken }
  const [oil, card] = LINES
  const sale = earning(world, 30n, {
    says: {
      lines: [{ ...oil, discountMinor: '500000' }, card] as NewPurchase['lines'],
      clickId: ruleId,
      discountMinor: 500_000n,
      rules: JSON.stringify({ base: '20', given: [gift], skipped: [] }),
      fiscalReceipt: '9999078900004792-12345-1234567890',
    },
  })
  const { groupId } = await post(store, coalitionId, {
    ...{ ...sale, counters },
    decide: (state, at) => ({
      ...sale.decide(state, at),
      counters: [
        { ...budget, delta: 10n, limit: 100n },
        { ...uses, delta: 1n, limit: 2n },
      ],
    }),
  })
  const refund = refunding(world, groupId, { reversed: 12n })
  await post(store, coalitionId, {
    ...{ ...refund, counters },
    decide: (state, at) => {
      const group = refund.decide(state, at)
      const rules = JSON.stringify([[ruleId, null, budget.period, '4']])
      // The limit that the purchase knew, and not the one that holds.
      const back = [{ ...budget, delta: -4n, limit: 7n }]
      return { ...group, ...(group.refund && { refund: { ...group.refund, rules } }), counters: back }
    },
  })
}
