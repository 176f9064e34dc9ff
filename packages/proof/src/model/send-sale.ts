import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Hold, Purchase, Refund } from '@artel/store/prisma'
import {
  type Context,
  captureHold,
  createHold,
  quotePurchase,
  recordPurchase,
  refundPurchase,
  voidHold,
} from '@artel/use-cases'
import type { Asked, LineToSell } from './command.ts'
import type { Done } from './send.ts'
import { mirroredLots } from './send-change.ts'
import type { Town } from './town.ts'

/** Sends what is said at a till: sales, holds, refunds, and what a sale would come to. */
export function sendSale(
  town: Town,
  store: Store,
  command: Asked<'purchaseRecord' | 'holdCreate' | 'holdCapture' | 'holdVoid' | 'purchaseRefund' | 'quote'>,
): Promise<Done> {
  switch (command.verb) {
    case 'purchaseRecord':
      return sell(town, store, command)
    case 'holdCreate':
      return reserve(town, store, command)
    case 'holdCapture':
      return capture(town, store, command)
    case 'holdVoid':
      return sendVoid(town, store, command)
    case 'purchaseRefund':
      return refund(town, store, command)
    case 'quote':
      return quote(town, store, command)
  }
}

async function sell(town: Town, store: Store, command: Asked<'purchaseRecord'>): Promise<Done> {
  const lines = command.lines.map(titled)
  const { purchase, balanceAfter, replayed } = await recordPurchase(
    town.memberContext(command.memberId, store),
    {
      customer: { id: command.customerId },
      receiptRef: command.receiptRef,
      total: money(command.totalMinor),
      points: points(command.points),
      lines: lines.length > 0 ? lines : null,
      ...occurredAtOf(command),
      idempotencyKey: command.key,
    },
  )
  return { ...(await ofPurchase(store, purchase, { balanceAfter, ...command })), replayed }
}

async function reserve(town: Town, store: Store, command: Asked<'holdCreate'>): Promise<Done> {
  const { hold, replayed } = await createHold(holderOf(town, store, command), {
    customer: { id: command.customerId },
    orderRef: command.orderRef,
    bill: money(command.billMinor),
    points: points(command.points),
    ttlSeconds: command.ttlSeconds,
    idempotencyKey: command.key,
  })
  const says = {
    holdId: hold.id,
    points: `${hold.points}`,
    expiresAt: `${hold.expiresAt.getTime()}`,
    status: hold.status,
  }
  return { says, facts: { id: hold.id, now: hold.createdAt.getTime() }, replayed }
}

async function capture(town: Town, store: Store, command: Asked<'holdCapture'>): Promise<Done> {
  const captured = await captureHold(town.memberContext(command.memberId, store), {
    holdId: command.holdId,
    receiptRef: command.receiptRef,
    total: money(command.totalMinor),
    points: command.points === null ? null : points(command.points),
    lines: command.lines.map(titled),
    ...occurredAtOf(command),
    idempotencyKey: command.key,
  })
  const { purchase, balanceAfter } = captured
  const { says, facts } = await ofPurchase(store, purchase, { balanceAfter, ...command })
  return { says: { ...says, holdStatus: captured.hold.status }, facts, replayed: captured.replayed }
}

async function sendVoid(town: Town, store: Store, command: Asked<'holdVoid'>): Promise<Done> {
  const { hold, replayed } = await voidHold(town.memberContext(command.memberId, store), {
    holdId: command.holdId,
    idempotencyKey: command.key,
  })
  return { says: { holdId: hold.id, status: hold.status }, facts: closedAt(hold), replayed }
}

async function quote(town: Town, store: Store, command: Asked<'quote'>): Promise<Done> {
  const quoted = await quotePurchase(town.memberContext(command.memberId, store), {
    customer: { id: command.customerId },
    total: money(command.totalMinor),
    points: points(command.points),
  })
  const says = {
    pointsPartMinor: `${quoted.pointsPartMinor}`,
    moneyPartMinor: `${quoted.moneyPartMinor}`,
    pointsToEarn: `${quoted.pointsToEarn}`,
    maxPoints: `${quoted.maxPoints}`,
  }
  return { says, facts: {} }
}

async function refund(town: Town, store: Store, command: Asked<'purchaseRefund'>): Promise<Done> {
  const { refund: made, replayed } = await refundPurchase(town.memberContext(command.memberId, store), {
    purchase: { id: command.purchaseId },
    amount: command.amountMinor === null ? null : money(command.amountMinor),
    lines:
      command.lines?.map(({ ref, amountMinor }) =>
        amountMinor === null ? { ref } : { ref, amount: money(amountMinor) },
      ) ?? null,
    reason: 'returned',
    idempotencyKey: command.key,
  })
  const {
    amountMinor,
    moneyMinor,
    pointsReturned,
    pointsClaimed,
    pointsRecovered,
    pointsExpired,
    pointsToDebt,
    pointsBorne,
    balanceAfter,
  } = made
  const back = { amountMinor, moneyMinor, pointsReturned, pointsClaimed }
  const taken = { pointsRecovered, pointsExpired, pointsToDebt, pointsBorne }
  const says = Object.fromEntries(
    Object.entries({ ...back, ...taken, balanceAfter }).map(([name, figure]) => [name, `${figure}`]),
  )
  const key = { scopeId: command.memberId, operation: 'purchaseRefund', key: command.key }
  const lots = await mirroredLots(store, town.agreed.coalitionId, key)
  const facts = { id: made.id, now: await refundedAt(store, made), lots }
  return { says: { refundId: made.id, ...says }, facts, replayed }
}

/**
 * A lot that lives on because a refund came back to it lives on to the end of the days of grace after the very decision,
 * which was on the day before when it was recorded just past midnight.
 */
async function refundedAt(
  store: Store,
  { coalitionId, id, purchaseId, recordedAt }: Refund,
): Promise<number> {
  const { prisma } = store
  const purchase = await prisma.purchase.findFirst({ where: { coalitionId, id: purchaseId } })
  const terms = await prisma.terms.findFirst({ where: { coalitionId, id: purchase?.termsId ?? id } })
  const use = await prisma.lotUse.findFirst({
    where: { coalitionId, expiresAt: { not: null }, entry: { groupId: id, kind: 'REDEEM_REVERSAL' } },
  })
  if (!use?.expiresAt || !terms) return recordedAt.getTime()
  return Math.min(recordedAt.getTime(), use.expiresAt.getTime() - terms.refundGraceDays * 86_400_000 - 1)
}

const titled = ({ ref, totalMinor }: LineToSell) => ({ ref, title: `Line ${ref}`, total: money(totalMinor) })
const occurredAtOf = ({ occurredAt }: { readonly occurredAt: number | null }) =>
  occurredAt === null ? {} : { occurredAt: new Date(occurredAt) }

async function ofPurchase(
  store: Store,
  purchase: Purchase,
  at: { readonly occurredAt: number | null; readonly balanceAfter: bigint },
): Promise<Done> {
  const { earnedLotId } = purchase
  return {
    says: {
      ...(at.occurredAt === null ? {} : { occurredAt: `${purchase.occurredAt.getTime()}` }),
      purchaseId: purchase.id,
      pointsPartMinor: `${purchase.pointsPartMinor}`,
      pointsRedeemed: `${purchase.pointsRedeemed}`,
      pointsEarned: `${purchase.pointsEarned}`,
      balanceAfter: `${at.balanceAfter}`,
    },
    facts: {
      id: purchase.id,
      now: at.occurredAt === null ? purchase.occurredAt.getTime() : await decidedAt(store, purchase),
      ...(earnedLotId === null ? {} : { lotId: earnedLotId }),
    },
  }
}

/** Posting may be a little later than deciding: another process's batch came between. What a sale earned knows better. */
async function decidedAt(store: Store, { coalitionId, earnedLotId, recordedAt }: Purchase): Promise<number> {
  if (earnedLotId === null) return recordedAt.getTime()
  const lot = await store.prisma.lot.findFirst({ where: { coalitionId, id: earnedLotId } })
  return (lot?.issuedAt ?? recordedAt).getTime()
}

const closedAt = (hold: Hold) => (hold.closedAt ? { now: hold.closedAt.getTime() } : {})
const money = (amountMinor: bigint) => ({ amountMinor: minor(amountMinor), currency: 'RUB' })

/** The member's server, or the customer with a token of the member. */
function holderOf(town: Town, store: Store, command: Asked<'holdCreate'>): Context {
  const { memberId, customerId, tokenCap } = command
  if (tokenCap === null) return town.memberContext(memberId, store)
  const { coalitionId } = town.agreed
  const scopes = new Set(['wallet:read', 'hold:create'])
  const maxPoints = points(tokenCap)
  // A token for each hold.
  const tokenId = command.key
  return {
    store,
    principal: {
      kind: 'customer',
      coalitionId,
      memberId,
      customerId,
      scopes,
      tokenId,
      maxPoints,
      origin: null,
    },
  }
}
