import { createHash } from 'node:crypto'
import {
  captureHold,
  type Entry,
  earn,
  hold,
  micros,
  type Points,
  points,
  ReceiptAlreadyUsedError,
  redeem,
  voidHold,
} from '@artel/ledger'
import { v7 as newId } from 'uuid'
import { addAuditEventBy } from '../audit/add-audit-event.ts'
import type { Command, EntryGroup, NewPurchase } from '../command/command.ts'
import type { Store } from '../store.ts'

/** A coalition with one member that issues, one that redeems, and customers: rows alone, no points yet. */
export interface LedgerWorld {
  readonly coalitionId: string
  readonly termsId: string
  readonly issuerId: string
  readonly redeemerId: string
  readonly customerIds: readonly string[]
}

const PRICES = {
  reservePrice: micros(900_000n),
  deposit: micros(450_000n),
  issueFee: micros(100_000n),
  redeemFee: micros(20_000n),
}

/** Hybrid funding, so that the reserve moves too. */
const TERMS = {
  ...PRICES,
  version: 1,
  faceValueMinor: 100n,
  breakageIssuerBps: 5_000,
  breakagePromoFundBps: 3_000,
  breakageOperatorBps: 2_000,
  refundPolicy: 'CUSTOMER_DEBT',
  expiryKind: 'NONE',
  refundGraceDays: 7,
  activationDelayDays: 0,
  maxPointsShareBps: 10_000,
  selfRedemptionFeeWaived: false,
  holdTtlSeconds: 3_600,
  contractTextEn: 'en',
  contractTextRu: 'ru',
  contractHash: 'hash',
}

/** Makes the rows that the write path stands on. */
export async function ledgerWorld(store: Store, customers = 1): Promise<LedgerWorld> {
  const [coalitionId, termsId, issuerId, redeemerId] = [newId(), newId(), newId(), newId()]
  const now = new Date()
  const coalition = { name: 'Test', pointsName: 'points', pointsSymbol: 'P', currency: 'RUB', mode: 'TEST' }
  await store.prisma.coalition.create({
    data: { ...coalition, id: coalitionId, handle: 'test', timeZone: 'Europe/Moscow', locales: ['en'] },
  })
  await addAuditEventBy(store.prisma, {
    ...{ id: newId(), coalitionId, actorKind: 'SYSTEM', actorId: null, personId: null, sessionId: null },
    ...{ memberId: null, door: 'CLI', network: null, requestId: null, act: 'coalitionOpen', subject: null },
    ...{ outcome: 'DONE', code: null, times: 1, details: '{}' },
  })
  await store.prisma.terms.create({ data: { ...TERMS, coalitionId, id: termsId, startsAt: now } })
  for (const id of [issuerId, redeemerId])
    await store.prisma.member.create({
      data: {
        coalitionId,
        id,
        handle: id,
        name: id,
        kind: 'OTHER',
        segment: 'SMALL',
        status: 'ACTIVE',
        allowedOrigins: [],
        createdAt: now,
      },
    })
  const customerIds = Array.from({ length: customers }, () => newId())
  await store.prisma.customer.createMany({
    data: customerIds.map((id) => ({
      coalitionId,
      id,
      name: 'Anna',
      status: 'ACTIVE',
      enrolledById: issuerId,
      consentVersion: '1',
      consentAt: now,
      createdAt: now,
    })),
  })
  await store.prisma.customerAccount.createMany({
    data: customerIds.map((customerId) => ({ coalitionId, customerId })),
    skipDuplicates: true,
  })
  return { coalitionId, termsId, issuerId, redeemerId, customerIds }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Asked {
  readonly customerId?: string
  /** Idempotency key; a fresh one if not given. */
  readonly key?: string
  /** What the request hash is of. */
  readonly request?: string
  readonly receiptRef?: string
  /** What the bill says besides its sum; nothing when not given. */
  readonly says?: Partial<
    Pick<NewPurchase, 'lines' | 'code' | 'clickId' | 'discountMinor' | 'rules' | 'fiscalReceipt'>
  >
  /** Seconds until what is earned runs out; never when not given. */
  readonly expiresInSeconds?: number
}

/** The customer and key parts of a command. */
export function keyed(
  world: LedgerWorld,
  operation: string,
  { customerId, key = newId(), request = 'same' }: Asked,
) {
  return {
    customerId: customerId ?? world.customerIds[0] ?? '',
    key: { scopeId: world.issuerId, operation, key, requestHash: sha256(request) },
  }
}

function groupOf(purchase: NewPurchase, entries: readonly Entry[]): EntryGroup {
  const event = { id: newId(), kind: 'purchase.recorded', subjectId: purchase.id, payload: { total: 1n } }
  return { documentId: purchase.id, entries, purchase, outbox: [event] }
}

/** A purchase that earns `n` points at the issuer. */
export function earning(world: LedgerWorld, n: bigint, asked: Asked = {}): Command {
  const [purchaseId, lotId] = [newId(), newId()]
  const command = keyed(world, 'purchaseRecord', asked)
  return {
    ...command,
    ...(asked.receiptRef && { receipt: { memberId: world.issuerId, receiptRef: asked.receiptRef } }),
    decide: (state, { now, receiptPurchaseId }) => {
      if (receiptPurchaseId)
        throw new ReceiptAlreadyUsedError({
          purchaseId: receiptPurchaseId,
          receiptRef: `${asked.receiptRef}`,
        })
      const entry = earn({
        issuerId: world.issuerId,
        customerId: state.customerId,
        coalitionId: world.coalitionId,
        documentId: purchaseId,
        lotId,
        points: points(n),
        terms: { id: world.termsId, prices: PRICES },
        now,
        activatesAt: now,
        expiresAt: asked.expiresInSeconds ? new Date(now.getTime() + asked.expiresInSeconds * 1_000) : null,
      })
      const bill = billOf(world, world.issuerId, state.customerId, purchaseId, now, asked.receiptRef)
      const earned = { pointsEarned: n, earnedLotId: n > 0n ? lotId : null }
      return groupOf({ ...bill, ...asked.says, ...earned }, [entry])
    },
  }
}

/** A purchase that spends `n` points at the redeemer. */
export function spending(world: LedgerWorld, n: bigint, asked: Asked = {}): Command {
  const purchaseId = newId()
  return {
    ...keyed(world, 'purchaseRecord', asked),
    decide: (state, { now }) => {
      const entry = redeem(state, {
        redeemerId: world.redeemerId,
        coalitionId: world.coalitionId,
        documentId: purchaseId,
        points: points(n),
        now,
        selfRedemptionFeeWaivedFor: () => false,
      })
      const bill = billOf(world, world.redeemerId, state.customerId, purchaseId, now, asked.receiptRef)
      return groupOf({ ...bill, pointsRedeemed: n, pointsPartMinor: n * 100n }, [entry])
    },
  }
}

function billOf(
  world: LedgerWorld,
  memberId: string,
  customerId: string,
  id: string,
  now: Date,
  receiptRef: string = id,
): NewPurchase {
  return {
    id,
    memberId,
    customerId,
    termsId: world.termsId,
    receiptRef,
    totalMinor: 10_000_000n,
    pointsPartMinor: 0n,
    pointsRedeemed: 0n,
    pointsEarned: 0n,
    earnedLotId: null,
    holdId: null,
    code: null,
    clickId: null,
    ...{ discountMinor: 0n, rules: null, fiscalReceipt: null },
    lines: [],
    occurredAt: now,
  }
}

/** A hold of `n` points for the redeemer, of id `holdId`. */
export function holding(world: LedgerWorld, n: bigint, holdId: string, asked: Asked = {}): Command {
  return {
    ...keyed(world, 'holdCreate', asked),
    decide: (state, { now }) => {
      const expiresAt = new Date(now.getTime() + 3_600_000)
      const entry = hold(state, { holdId, memberId: world.redeemerId, points: points(n), now, expiresAt })
      const row = {
        id: holdId,
        customerId: state.customerId,
        memberId: world.redeemerId,
        points: n,
        termsId: world.termsId,
        status: 'OPEN',
        orderRef: 'order',
        billMinor: 10_000_000n,
        createdAt: now,
        expiresAt,
        closedAt: null,
        code: asked.says?.code ?? null,
      }
      return { documentId: holdId, entries: [entry], hold: row, outbox: [] }
    },
  }
}

/** A capture of `n` points of a hold. */
export function capturing(world: LedgerWorld, n: Points, holdId: string, asked: Asked = {}): Command {
  const purchaseId = newId()
  return {
    ...keyed(world, 'holdCapture', asked),
    holdId,
    decide: (state, { now }) => {
      const entry = captureHold(state, {
        holdId,
        coalitionId: world.coalitionId,
        documentId: purchaseId,
        points: n,
        now,
        selfRedemptionFeeWaivedFor: () => false,
      })
      const bill = billOf(world, world.redeemerId, state.customerId, purchaseId, now)
      return groupOf({ ...bill, pointsRedeemed: n, pointsPartMinor: n * 100n, holdId }, [entry])
    },
  }
}

/** The end of a hold at the member's wish. */
export function voiding(world: LedgerWorld, holdId: string, asked: Asked = {}): Command {
  return {
    ...keyed(world, 'holdVoid', asked),
    holdId,
    decide: (state, { now }) => ({
      documentId: holdId,
      entries: [voidHold(state, { holdId, now })],
      outbox: [],
    }),
  }
}
