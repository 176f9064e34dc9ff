import {
  HoldNotOpenError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  type Points,
  points,
  RefundExceedsPurchaseError,
} from '@artel/ledger'
import { captureHold, createHold, recordPurchase, refundPurchase, voidHold } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import type { PlannedDay, PlannedDropOff, PlannedFinish, PlannedRefund, PlannedSale } from './planned-day.ts'

/** What a day's playing needs to know besides its plan. */
export interface Town {
  readonly demo: DemoCoalition
  /** Customer's UUID by phone. */
  readonly customers: ReadonlyMap<string, string>
  /** How far the coalition's clock is from this machine's; negative while the past is played. */
  readonly clock: { offsetSeconds: number }
}

const CURRENCY = 'RUB'
const FACE_VALUE_MINOR = 100n
/** The terms' share of a bill that points may pay, per cent. */
const SHARE_PERCENT = 50n

/**
 * Plays the part of a day that lies between two instants, all of its commands in flight together, as a town's tills
 * are. Safe to play again after an interruption: every command has its own key. Returns how many sales it recorded.
 */
export async function playHours(town: Town, day: PlannedDay, from: Date, to: Date): Promise<number> {
  const due = <T>(items: readonly T[], at: (item: T) => Date) =>
    items.filter((item) => at(item) >= from && at(item) < to)
  const sales = due(day.sales, (sale) => sale.occurredAt)
  const dropOffs = due(day.dropOffs, (dropOff) => dropOff.occurredAt)
  const finishes = due(day.finishes, (finish) => finish.sale.occurredAt)
  const refunds = due(day.refunds, (refund) => refund.occurredAt)
  const purse = await openPurse(
    town,
    [...sales, ...dropOffs].filter((one) => one.spendPercent > 0),
  )
  const holds = await findHolds(town, finishes)
  await Promise.all([
    ...sales.map((sale) => playSale(town, sale, purse.take(sale.phone, sale.total, sale.spendPercent))),
    ...dropOffs.map((order) =>
      playDropOff(town, order, purse.take(order.phone, order.estimate, order.spendPercent)),
    ),
    ...finishes.map((finish) => playFinish(town, finish, holds.get(finish.orderRef))),
    ...refunds.map((refund) => playRefund(town, refund)),
  ])
  return sales.length + finishes.filter((finish) => finish.how === 'capture').length
}

/** Decides how many points each bill takes, so that one customer's two bills never count on the same points. */
interface Purse {
  take(phone: string, bill: bigint, percent: number): Points
}

async function openPurse(town: Town, spenders: readonly { phone: string }[]): Promise<Purse> {
  const ids = spenders.flatMap(({ phone }) => town.customers.get(phone) ?? [])
  const coalitionId = town.demo.coalition.id
  const rows =
    ids.length === 0
      ? []
      : await town.demo.admin.store.prisma.customerAccount.findMany({
          where: { coalitionId, customerId: { in: ids } },
        })
  const available = new Map(rows.map((row) => [row.customerId, row.posted - row.reserved]))
  return {
    take(phone, bill, percent) {
      const id = town.customers.get(phone) ?? ''
      const left = available.get(id) ?? 0n
      const cap = (bill * SHARE_PERCENT) / 100n / FACE_VALUE_MINOR
      const taken = ((left < cap ? left : cap) * BigInt(percent)) / 100n
      if (taken > 0n) available.set(id, left - taken)
      return points(taken)
    },
  }
}

async function findHolds(town: Town, finishes: readonly PlannedFinish[]): Promise<Map<string, string>> {
  if (finishes.length === 0) return new Map()
  const rows = await town.demo.admin.store.prisma.hold.findMany({
    where: { coalitionId: town.demo.coalition.id, orderRef: { in: finishes.map((one) => one.orderRef) } },
    select: { id: true, orderRef: true },
  })
  return new Map(rows.map((row) => [row.orderRef, row.id]))
}

/** Points that turn out to have expired this very minute are not insisted on: the customer pays in money. */
async function playSale(town: Town, sale: PlannedSale, spent: Points): Promise<void> {
  const record = (pay: Points, idempotencyKey: string) =>
    recordPurchase(town.demo.members[sale.member].context, {
      ...receiptOf(sale),
      customer: customerOf(town, sale.phone),
      points: pay,
      idempotencyKey,
    })
  try {
    await unlessPlayed(record(spent, `seed:${sale.receiptRef}`))
  } catch (error) {
    if (!(error instanceof InsufficientPointsError)) throw error
    await unlessPlayed(record(points(0n), `seed:${sale.receiptRef}:money`))
  }
}

async function playDropOff(town: Town, order: PlannedDropOff, held: Points): Promise<void> {
  if (held === 0n) return
  const hold = createHold(town.demo.members[order.member].context, {
    customer: customerOf(town, order.phone),
    orderRef: order.orderRef,
    bill: { amountMinor: order.estimate, currency: CURRENCY },
    points: held,
    idempotencyKey: `seed:${order.orderRef}`,
  })
  await unlessPlayed(hold).catch(ignore(InsufficientPointsError))
}

/** An order without a hold is paid like any sale; one that was dropped without a hold leaves no trace. */
async function playFinish(town: Town, finish: PlannedFinish, holdId: string | undefined): Promise<void> {
  const { context } = town.demo.members[finish.sale.member]
  const idempotencyKey = `seed:${finish.orderRef}:${finish.how}`
  if (holdId === undefined) {
    if (finish.how === 'capture') await playSale(town, finish.sale, points(0n))
  } else if (finish.how === 'void') {
    await voidHold(context, { holdId, idempotencyKey }).catch(ignore(HoldNotOpenError))
  } else {
    await unlessPlayed(captureHold(context, { ...receiptOf(finish.sale), holdId, idempotencyKey }))
  }
}

async function playRefund(town: Town, refund: PlannedRefund): Promise<void> {
  const { part } = refund
  const money = (amountMinor: PlannedSale['total']) => ({ amountMinor, currency: CURRENCY })
  const undone = refundPurchase(town.demo.members[refund.member].context, {
    purchase: { receiptRef: refund.receiptRef },
    ...(part !== 'whole' && 'amount' in part ? { amount: money(part.amount) } : {}),
    ...(part !== 'whole' && 'lineRef' in part ? { lines: [{ ref: part.lineRef }] } : {}),
    reason: refund.reason,
    idempotencyKey: `seed:${refund.receiptRef}:refund`,
  })
  await unlessPlayed(undone).catch(ignore(RefundExceedsPurchaseError))
}

function receiptOf(sale: PlannedSale) {
  return {
    receiptRef: sale.receiptRef,
    total: { amountMinor: sale.total, currency: CURRENCY },
    ...(sale.code === undefined ? {} : { code: sale.code }),
    lines: sale.lines.map(({ total, ...line }) => ({
      ...line,
      total: { amountMinor: total, currency: CURRENCY },
    })),
    occurredAt: sale.occurredAt,
  }
}

function customerOf(town: Town, phone: string): { id: string } {
  const id = town.customers.get(phone)
  if (id === undefined) throw new Error(`The plan names ${phone}, who has not joined yet`)
  return { id }
}

/** A balance-dependent command may be asked anew with another amount after an interruption: the first answer stands. */
async function unlessPlayed(command: Promise<unknown>): Promise<void> {
  await command.catch(ignore(IdempotencyKeyMismatchError))
}

function ignore(expected: abstract new (...args: never[]) => Error): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof expected)) throw error
  }
}
