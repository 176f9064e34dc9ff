import { capOf, termsBinding } from './bill.ts'
import { changeOf } from './change-of.ts'
import type { Command, KeyedCommand } from './command.ts'
import type { Intent, Occurred, Spend } from './intent.ts'
import { phoneOf } from './town.ts'
import { known, type ModelPurchase, spendable, type World } from './world.ts'

/** Where an intent is put into words. */
export interface Moment {
  readonly world: World
  /** Milliseconds. */
  readonly now: number
  /** A number that no other command of the history has: fresh keys, receipts and phones are made of it. */
  readonly number: number
  /** Keyed commands sent before, oldest first. */
  readonly sent: readonly KeyedCommand[]
  /** A receipt that others want at the same time. */
  readonly contested?: string
}

/** The command that an intent means in this world; undefined when there is nothing to do it to. */
export function commandOf(intent: Intent, at: Moment): Command | undefined {
  const { world, number } = at
  switch (intent.want) {
    case 'SELL':
      return saleOf(intent, at)
    case 'HOLD':
      return promiseOf(intent, at)
    case 'CAPTURE':
      return captureOf(intent, at)
    case 'VOID':
      return voidOf(intent, at)
    case 'REFUND': {
      const purchase = picked([...world.purchases.values()].reverse(), intent.pick)
      return purchase && refundOf(purchase, intent, keyOf(at))
    }
    case 'REPLAY': {
      const earlier = picked(at.sent.toReversed(), intent.pick)
      return earlier && intent.otherBody ? withOtherBody(earlier) : earlier
    }
    case 'ENROL':
      return {
        verb: 'enrol',
        memberId: memberOf(world, intent.member),
        phone: picked([...world.phones.keys()], intent.usedPhone ?? -1) ?? phoneOf(1_000 + number),
      }
    case 'QUOTE':
      return { verb: 'quote', ...askedOf(intent, intent.totalMinor, at) }
    case 'PROMO':
    case 'ADJUST':
    case 'TRANSFER':
    case 'MERGE':
    case 'JOIN':
      return changeOf(intent, at)
    case 'WRITE_OFF':
      return writeOffOf(intent, at)
    case 'STANDING':
      return { verb: intent.step, memberId: memberOf(world, intent.member) }
    case 'READ':
      return { verb: 'readWallet', customerId: customerOf(world, intent.customer) }
    case 'WAIT':
      return { verb: 'wait', seconds: intent.hours * 3_600 }
    case 'ADVANCE':
      return { verb: 'advanceClock', seconds: intent.hours * 3_600 }
    case 'RELEASE':
      return { verb: 'releaseDueHolds' }
    case 'EXPIRE':
      return { verb: 'expireDueLots' }
  }
}

type Wish<Want extends Intent['want']> = Intent & { readonly want: Want }

const keyOf = ({ number }: Moment): string => `key-${number}`

function saleOf(intent: Wish<'SELL'>, at: Moment): Command {
  const { world } = at
  const receiptRef = receiptOf(intent, at, memberOf(world, intent.member))
  const bill = askedOf(intent, intent.totalMinor, at)
  const lines = linesOf(bill.totalMinor, intent.lines)
  const occurredAt = occurredAtOf(intent.occurred, at.now)
  return { verb: 'purchaseRecord', ...bill, receiptRef, lines, occurredAt, key: keyOf(at) }
}

function promiseOf(intent: Wish<'HOLD'>, at: Moment): Command {
  const { number } = at
  const { totalMinor: billMinor, points, ...who } = askedOf(intent, intent.billMinor, at)
  const ttlSeconds = { TERMS: null, HOURS: 10 * 3_600, TOO_LONG: 366 * 86_400 }[intent.ttl]
  const tokenCap = intent.tokenCap === null ? null : BigInt(intent.tokenCap)
  const orderRef = `order-${number}`
  const wanted = points === 0n ? 1n : points
  return {
    verb: 'holdCreate',
    ...who,
    orderRef,
    billMinor,
    points: wanted,
    ttlSeconds,
    tokenCap,
    key: keyOf(at),
  }
}

function captureOf(intent: Wish<'CAPTURE'>, at: Moment): Command | undefined {
  const { world } = at
  const hold = holdOf(world, intent.pick)
  if (!hold) return undefined
  const held = BigInt(hold.points.length)
  const points = { DEFAULT: null, ALL: held, HALF: held / 2n, NONE: 0n, TOO_MANY: held + 1n }[intent.points]
  const memberId = intent.stranger ? strangerTo(world, hold.memberId) : hold.memberId
  const receiptRef = receiptOf(intent, at, memberId)
  const totalMinor = BigInt(intent.totalMinor)
  const lines = linesOf(totalMinor, intent.lines)
  const bill = {
    receiptRef,
    totalMinor,
    points,
    lines,
    occurredAt: occurredAtOf(intent.occurred, at.now),
  }
  return { verb: 'holdCapture', memberId, holdId: hold.id, ...bill, key: keyOf(at) }
}

function voidOf(intent: Wish<'VOID'>, at: Moment): Command | undefined {
  const { world } = at
  const hold = holdOf(world, intent.pick)
  if (!hold) return undefined
  const memberId = intent.stranger ? strangerTo(world, hold.memberId) : hold.memberId
  return { verb: 'holdVoid', memberId, holdId: hold.id, key: keyOf(at) }
}

function writeOffOf(intent: Wish<'WRITE_OFF'>, at: Moment): Command {
  const { world } = at
  const memberId = memberOf(world, intent.member)
  const owed = world.balances.get(`MONEY CLEARING ${memberId}`) ?? 0n
  const part = (owed * BigInt(intent.percent) + 99n) / 100n
  const amountMicros = owed <= 0n ? 1n : intent.percent > 100 ? owed + 1n : part
  return {
    verb: 'receivableWriteOff',
    scopeId: world.agreed.coalitionId,
    memberId,
    amountMicros,
    key: keyOf(at),
  }
}

const picked = <Value>(from: readonly Value[], pick: number): Value | undefined =>
  from.length === 0 ? undefined : from[pick % from.length]
const memberOf = (world: World, pick: number) => known(picked(world.agreed.members, pick), 'member').id
/** Mostly somebody who is still there. */
function customerOf(world: World, pick: number): string {
  const customerId = known(picked([...world.sequences.keys()], pick), 'customer')
  const survivorId = world.merged.get(customerId)
  return survivorId !== undefined && pick % 3 !== 2 ? survivorId : customerId
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

function occurredAtOf(occurred: Occurred, now: number): number | null {
  return {
    NOW: null,
    LATE: Math.floor(now) - 20 * DAY_MS,
    TOO_LATE: Math.floor(now) - 40 * DAY_MS,
    FUTURE: Math.ceil(now) + 30 * MINUTE_MS,
  }[occurred]
}
const strangerTo = (world: World, memberId: string) =>
  known(
    world.agreed.members.find((member) => member.id !== memberId),
    'other member',
  ).id

/** An open hold rather than one that has ended. */
function holdOf(world: World, pick: number) {
  const holds = [...world.holds.values()].reverse()
  const open = holds.filter((hold) => hold.status === 'OPEN')
  return picked(pick % 5 === 0 ? holds : open, Math.floor(pick / 5)) ?? picked(holds, pick)
}

/** A receipt of its own, or one that the member has used or that others want now. */
function receiptOf({ usedReceipt }: { usedReceipt: boolean }, at: Moment, memberId: string): string {
  if (usedReceipt && at.contested && at.number % 2 === 0) return at.contested
  const used = [...at.world.purchases.values()].find((purchase) => purchase.memberId === memberId)
  return usedReceipt && used ? used.receiptRef : `receipt-${at.number}`
}

function askedOf(
  who: { readonly member: number; readonly customer: number; readonly spend: Spend },
  wantedMinor: number,
  { world, now }: Moment,
) {
  const memberId = memberOf(world, who.member)
  const customerId = customerOf(world, who.customer)
  const terms = termsBinding(world, memberId, now)
  const available = BigInt(spendable(world, customerId, now).length)
  const cap = capOf(terms, BigInt(wantedMinor))
  if (who.spend === 'ABOVE_CAP')
    return { memberId, customerId, totalMinor: BigInt(wantedMinor), points: cap + 1n }
  if (who.spend === 'ABOVE_BALANCE') {
    const points = available + 1n
    const enough = (points * terms.faceValueMinor * 10_000n) / terms.maxPointsShareBps + 1n
    return { memberId, customerId, totalMinor: enough, points }
  }
  const most = available < cap ? available : cap
  const points = (most * BigInt(who.spend.percent) + 50n) / 100n
  return { memberId, customerId, totalMinor: BigInt(wantedMinor), points }
}

function linesOf(totalMinor: bigint, count: number) {
  if (count === 0 || totalMinor < BigInt(count)) return []
  const each = totalMinor / BigInt(count)
  return Array.from({ length: count }, (_, index) => ({
    ref: `line-${index}`,
    totalMinor: index === 0 ? totalMinor - each * BigInt(count - 1) : each,
  }))
}

function refundOf(purchase: ModelPurchase, { how, percent }: Wish<'REFUND'>, key: string): Command {
  const left = purchase.totalMinor - purchase.refundedMinor
  const partOf = (whole: bigint) => (whole * BigInt(percent) + 99n) / 100n || 1n
  const [line, next] = purchase.lines.toSorted((a, b) =>
    a.refundedMinor < b.refundedMinor ? -1 : a.refundedMinor > b.refundedMinor ? 1 : 0,
  )
  const rest = { verb: 'purchaseRefund' as const, memberId: purchase.memberId, purchaseId: purchase.id, key }
  switch (how) {
    case 'ALL':
      return { ...rest, amountMinor: null, lines: null }
    case 'PART':
      return { ...rest, amountMinor: partOf(left), lines: null }
    case 'TOO_MUCH':
      return { ...rest, amountMinor: left + 1n, lines: null }
    case 'UNKNOWN_LINE':
      return { ...rest, amountMinor: null, lines: [{ ref: 'line-9', amountMinor: null }] }
    case 'LINES': {
      if (!line) return { ...rest, amountMinor: partOf(left), lines: null }
      const whole = next && percent > 60 ? [{ ref: next.ref, amountMinor: null }] : []
      const part = { ref: line.ref, amountMinor: percent > 90 ? null : partOf(line.totalMinor) }
      return { ...rest, amountMinor: null, lines: [part, ...whole] }
    }
  }
}

/** The same key with another request. */
function withOtherBody(command: KeyedCommand): KeyedCommand {
  switch (command.verb) {
    case 'purchaseRecord':
      return { ...command, totalMinor: command.totalMinor + 1n, lines: [] }
    case 'holdCreate':
      return { ...command, points: command.points + 1n }
    case 'holdCapture':
      return { ...command, totalMinor: command.totalMinor + 1n, lines: [] }
    case 'holdVoid':
      return command
    case 'purchaseRefund':
      return { ...command, amountMinor: 1n, lines: null }
    case 'promoAward':
    case 'adjustmentPropose':
    case 'pointsTransfer':
      return { ...command, points: command.points + 1n }
    case 'receivableWriteOff':
      return { ...command, amountMicros: command.amountMicros + 1n }
    case 'customerMerge':
      return command
  }
}
