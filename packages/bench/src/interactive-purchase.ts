import { type CustomerState, type Entry, earn, evolve, micros, points, redeem } from '@artel/ledger'
import type { EarnRule, Lot, Prisma, PrismaClient, Purchase, Terms } from '@artel/store/prisma'
import { v7 as newId } from 'uuid'

/** What the verb is told, the same as the API's. */
export interface InteractivePurchase {
  readonly coalitionId: string
  readonly memberId: string
  readonly customerId: string
  readonly receiptRef: string
  readonly totalMinor: bigint
  readonly points: bigint
  readonly key: string
  readonly requestHash: Uint8Array<ArrayBuffer>
}

/** It has no batches, and hashes nothing: less work than the ledger does. */
const UNHASHED = { batchNo: 1n, batchStep: 1, rowHash: 0n }

/**
 * The same verb as a careful team writes it with Prisma: one interactive transaction that locks the account, checks
 * the key and the receipt, reads the lots, decides with the same ledger, and writes the same rows.
 */
export const interactivePurchase = (prisma: PrismaClient, input: InteractivePurchase): Promise<Recorded> =>
  prisma.$transaction((tx) => purchaseWithin(tx, input), { maxWait: 10_000, timeout: 20_000 })

interface Recorded {
  readonly purchase: Purchase
  readonly replayed: boolean
}

async function purchaseWithin(tx: Prisma.TransactionClient, input: InteractivePurchase): Promise<Recorded> {
  const { coalitionId, memberId, customerId } = input
  const [account] = await tx.$queryRaw<Account[]>`
    select posted, reserved, sequence, clock_timestamp() as now from customer_account
    where coalition_id = ${coalitionId}::uuid and customer_id = ${customerId}::uuid for no key update`
  if (!account) throw new Error('no such customer')
  const known = await tx.entry.findFirst({
    where: { coalitionId, keyScopeId: memberId, keyOperation: 'purchaseRecord', key: input.key },
  })
  if (known) {
    const where = { coalitionId_id: { coalitionId, id: known.groupId } }
    return { purchase: await tx.purchase.findUniqueOrThrow({ where }), replayed: true }
  }
  const receipt = { coalitionId, memberId, receiptRef: input.receiptRef }
  const used = await tx.purchase.findUnique({ where: { coalitionId_memberId_receiptRef: receipt } })
  if (used) throw new Error('the receipt is used')
  const [lots, terms, rule] = await Promise.all([
    tx.lot.findMany({ where: { coalitionId, customerId, open: true } }),
    tx.terms.findFirstOrThrow({ where: { coalitionId }, orderBy: { version: 'desc' } }),
    tx.earnRule.findFirstOrThrow({ where: { coalitionId, memberId }, orderBy: { version: 'desc' } }),
  ])
  const sale = decide(input, { account, lots, terms, rule })
  await writeEntries(tx, { ...input, ...sale, now: account.now }, sale.entries)
  await tx.customerAccount.update({
    where: { coalitionId_customerId: { coalitionId, customerId } },
    data: { posted: sale.after.posted, sequence: account.sequence + 1n },
  })
  return { purchase: await writePurchase(tx, input, { ...sale, terms, now: account.now }), replayed: false }
}

interface Account {
  readonly posted: bigint
  readonly reserved: bigint
  readonly sequence: bigint
  readonly now: Date
}

interface Sale {
  readonly purchaseId: string
  readonly lotId: string
  readonly earned: bigint
  readonly entries: readonly Entry[]
  readonly before: CustomerState
  readonly after: CustomerState
}

/** The same decision as the API's, by the same ledger. */
function decide(
  input: InteractivePurchase,
  { account, lots, terms, rule }: { account: Account; lots: readonly Lot[]; terms: Terms; rule: EarnRule },
): Sale {
  const { coalitionId, memberId, customerId } = input
  const before: CustomerState = {
    customerId,
    sequence: account.sequence,
    posted: points(account.posted),
    reserved: points(account.reserved),
    lots: lots.map(toLot),
    holds: [],
    debts: [],
    claims: [],
    purchases: [],
  }
  const purchaseId = newId()
  const lotId = newId()
  const moneyMinor = input.totalMinor - input.points * terms.faceValueMinor
  const earned = (moneyMinor * BigInt(rule.percentBps)) / 10_000n / terms.faceValueMinor
  const redemption = redeem(before, {
    redeemerId: memberId,
    coalitionId,
    documentId: purchaseId,
    points: points(input.points),
    now: account.now,
    selfRedemptionFeeWaivedFor: () => terms.selfRedemptionFeeWaived,
  })
  const earning = earn({
    issuerId: memberId,
    customerId,
    coalitionId,
    documentId: purchaseId,
    lotId,
    points: points(earned),
    terms: { id: terms.id, prices: pricesOf(terms) },
    now: account.now,
    activatesAt: account.now,
    expiresAt: new Date(account.now.getTime() + 365 * 86_400_000),
  })
  const entries = input.points > 0n ? [redemption, earning] : [earning]
  return { purchaseId, lotId, earned, entries, before, after: entries.reduce(evolve, before) }
}

/** The purchase and its event. */
async function writePurchase(
  tx: Prisma.TransactionClient,
  input: InteractivePurchase,
  { purchaseId, lotId, earned, after, terms, now }: Sale & { readonly terms: Terms; readonly now: Date },
): Promise<Purchase> {
  const { coalitionId, memberId, customerId } = input
  const purchase = await tx.purchase.create({
    data: {
      ...UNHASHED,
      ...{ coalitionId, memberId, receiptRef: input.receiptRef },
      id: purchaseId,
      customerId,
      termsId: terms.id,
      totalMinor: input.totalMinor,
      pointsPartMinor: input.points * terms.faceValueMinor,
      pointsRedeemed: input.points,
      pointsEarned: earned,
      earnedLotId: earned > 0n ? lotId : null,
      lines: [],
      balanceAfter: after.posted,
      occurredAt: now,
      recordedAt: now,
    },
  })
  await tx.outbox.create({
    data: {
      coalitionId,
      id: newId(),
      kind: 'purchase.recorded',
      subjectId: purchaseId,
      payload: { purchaseId, customerId, memberId },
      createdAt: now,
    },
  })
  return purchase
}

interface Written extends InteractivePurchase {
  readonly purchaseId: string
  readonly now: Date
  readonly before: CustomerState
}

async function writeEntries(
  tx: Prisma.TransactionClient,
  at: Written,
  entries: readonly Entry[],
): Promise<void> {
  const { coalitionId, customerId, memberId } = at
  let balanceAfter: bigint = at.before.posted
  for (const [position, entry] of entries.entries()) {
    const entryId = newId()
    balanceAfter += entry.pointsDelta
    await tx.entry.create({
      data: {
        ...UNHASHED,
        coalitionId,
        id: entryId,
        groupId: at.purchaseId,
        position,
        kind: entry.kind,
        customerId,
        customerSequence: at.before.sequence + 1n,
        memberId,
        documentId: at.purchaseId,
        pointsDelta: entry.pointsDelta,
        reservedDelta: 0n,
        balanceAfter,
        postedAt: at.now,
        ...(position === 0 && {
          keyScopeId: memberId,
          keyOperation: 'purchaseRecord',
          key: at.key,
          requestHash: at.requestHash,
          digest: at.requestHash,
        }),
      },
    })
    await tx.transfer.createMany({
      data: entry.transfers.map((transfer, index) => ({
        ...UNHASHED,
        coalitionId,
        entryId,
        position: index,
        unit: transfer.unit,
        debitKind: transfer.debit.kind,
        debitOwnerId: transfer.debit.ownerId,
        creditKind: transfer.credit.kind,
        creditOwnerId: transfer.credit.ownerId,
        amount: transfer.amount,
      })),
    })
    for (const lot of entry.newLots) {
      const { prices, ...row } = lot
      await tx.lot.create({
        data: { ...UNHASHED, ...row, ...prices, coalitionId, customerId, entryId, open: true },
      })
    }
    for (const [index, use] of entry.lotUses.entries()) {
      const remaining = (at.before.lots.find(({ id }) => id === use.lotId)?.remaining ?? 0n) - use.points
      await tx.lotUse.create({ data: { ...UNHASHED, coalitionId, entryId, position: index, ...use } })
      await tx.lot.update({
        where: { coalitionId_id: { coalitionId, id: use.lotId } },
        data: { remaining, open: remaining > 0n },
      })
    }
  }
}

const pricesOf = (row: Pick<Lot, 'reservePrice' | 'deposit' | 'issueFee' | 'redeemFee'>) => ({
  reservePrice: micros(row.reservePrice),
  deposit: micros(row.deposit),
  issueFee: micros(row.issueFee),
  redeemFee: micros(row.redeemFee),
})

const toLot = (row: Lot) => ({
  ...row,
  amount: points(row.amount),
  remaining: points(row.remaining),
  reserved: points(row.reserved),
  prices: pricesOf(row),
})
