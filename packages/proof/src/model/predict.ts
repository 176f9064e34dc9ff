import { capOf, earnedBy, refuseAboveCap, takeSpendable, termsBinding } from './bill.ts'
import { monthsLater } from './calendar.ts'
import { adjust, joinHousehold, merge, promote, transfer } from './change-hands.ts'
import {
  type Asked,
  bodyOf,
  type Command,
  type DueWork,
  type Facts,
  type KeyedCommand,
  keyName,
} from './command.ts'
import { bookExpired, bookWrittenOff } from './money.ts'
import { endHold, holdSays, openHoldAt, promise } from './promise.ts'
import { capture, sell } from './sell.ts'
import { changeStanding, closeMember, refuseClosed, refuseInactive } from './standing.ts'
import { undo } from './undo.ts'
import {
  type Agreed,
  type Answer,
  emptyWorld,
  known,
  type ModelLot,
  pointsIn,
  Refused,
  spendable,
  type World,
} from './world.ts'

type Says = Readonly<Record<string, string>>

/** One thing that happened: an accepted command or due work with its facts, or a key that a refusal took. */
export type Happened =
  | { readonly kind: 'done'; readonly command: Command | DueWork; readonly facts: Facts }
  | { readonly kind: 'refused'; readonly command: KeyedCommand; readonly answer: Answer }

/** The world that these events make, from nothing. */
export function replay(agreed: Agreed, events: readonly Happened[]): World {
  const world = emptyWorld(agreed)
  for (const event of events) happen(world, event)
  return world
}

/** Moves the world on by one event. */
export function happen(world: World, event: Happened): void {
  if (event.kind === 'refused') {
    world.keys.set(keyName(event.command), { body: bodyOf(event.command), answer: event.answer })
    return
  }
  const answer = predict(world, event.command, event.facts)
  if (!answer.accepted) throw new Error(`${event.command.verb} was done, and is ${answer.code} when replayed`)
}

/** What the command must be answered, and the world moved on when it is accepted. */
export function predict(world: World, command: Command | DueWork, facts: Facts): Answer {
  const first = 'key' in command ? world.keys.get(keyName(command)) : undefined
  try {
    if ('key' in command && first) return answerAgain(world, command, first.answer, first.body)
    const says = act(world, command, facts)
    const answer: Answer = { accepted: true, replayed: false, says }
    if ('key' in command) world.keys.set(keyName(command), { body: bodyOf(command), answer })
    return answer
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, details } = error
    return { accepted: false, replayed: false, code, details }
  }
}

/** Whether a refusal is kept with its key: one by form, or of what is not there, is not. */
export function isRecorded(answer: Answer): boolean {
  return !answer.accepted && !['NOT_FOUND', 'IDEMPOTENCY_KEY_MISMATCH'].includes(answer.code)
}

/** The first answer once more; what is not the member's stays not found whatever the key. */
function answerAgain(world: World, command: KeyedCommand, first: Answer, body: string): Answer {
  if ('holdId' in command && world.holds.get(command.holdId)?.memberId !== command.memberId)
    throw new Refused('NOT_FOUND', { what: 'hold' })
  if (body !== bodyOf(command)) throw new Refused('IDEMPOTENCY_KEY_MISMATCH', {})
  if (!first.accepted || command.verb !== 'holdCreate') return { ...first, replayed: true }
  const holdId = known(first.says.holdId, 'hold of the first answer')
  return { ...first, replayed: true, says: holdSays(world, holdId) }
}

function act(world: World, command: Command | DueWork, facts: Facts): Says {
  const { now } = facts
  switch (command.verb) {
    case 'purchaseRecord':
      return advancing(world, command.customerId, sell(world, command, facts))
    case 'holdCreate':
      return advancing(world, command.customerId, promise(world, command, facts))
    case 'holdCapture': {
      const says = capture(world, command, facts)
      return advancing(world, known(world.holds.get(command.holdId), 'hold').customerId, says)
    }
    case 'holdVoid':
      return voidHold(world, command, facts)
    case 'purchaseRefund':
      return refund(world, command, facts)
    case 'promoAward':
      return advancing(world, command.customerId, promote(world, command, facts))
    case 'adjustmentPropose':
      return advancing(world, command.customerId, adjust(world, command, facts))
    case 'pointsTransfer': {
      const says = advancing(world, command.customerId, transfer(world, command, facts))
      return advancing(world, command.toId, says)
    }
    case 'customerMerge': {
      const says = advancing(world, command.customerId, merge(world, command, facts))
      return advancing(world, command.intoId, says)
    }
    case 'householdJoin':
      return joinHousehold(world, command)
    case 'receivableWriteOff':
      return writeOff(world, command)
    case 'memberSuspend':
      return changeStanding(world, command.memberId, { status: 'SUSPENDED', now })
    case 'memberReinstate':
      return changeStanding(world, command.memberId, { status: 'ACTIVE', now })
    case 'memberClose':
      return closeMember(world, command.memberId)
    case 'enrol':
      return enrol(world, command, facts)
    case 'quote':
      return quote(world, command, now)
    case 'readWallet':
      return wallet(world, command.customerId, now)
    case 'wait':
      return {}
    case 'advanceClock':
      releaseDue(world, now)
      expireDue(world, now)
      return {}
    case 'releaseDueHolds':
      return releaseDue(world, now)
    case 'expireDueLots':
      return expireDue(world, now)
    case 'timeOut':
      timeOut(world, command.holdId)
      return {}
    case 'expire':
      expireOf(world, command.customerId, now)
      return {}
  }
}

function enrol(world: World, command: Asked<'enrol'>, facts: Facts): Says {
  refuseInactive(world, command.memberId)
  const takenBy = world.phones.get(command.phone)
  const existingId = takenBy && (world.merged.get(takenBy) ?? takenBy)
  if (existingId !== undefined) throw new Refused('ALREADY_EXISTS', { what: 'customer', existingId })
  world.phones.set(command.phone, facts.id)
  world.sequences.set(facts.id, 0n)
  world.enrolledAt.set(facts.id, facts.now)
  return { customerId: facts.id }
}

function voidHold(world: World, command: Asked<'holdVoid'>, { now }: Facts): Says {
  const hold = openHoldAt(world, command, now)
  endHold(world, hold, { status: 'VOIDED' })
  return advancing(world, hold.customerId, { holdId: hold.id, status: hold.status })
}

function refund(world: World, command: Asked<'purchaseRefund'>, facts: Facts): Says {
  const says = undo(world, command, facts)
  const { customerId } = known(world.purchases.get(command.purchaseId), 'purchase')
  const survivorId = world.merged.get(customerId)
  if (survivorId !== undefined) advancing(world, survivorId, {})
  return advancing(world, customerId, says)
}

/** Every accepted command is one entry group of its customer. */
function advancing(world: World, customerId: string, says: Says): Says {
  world.sequences.set(customerId, known(world.sequences.get(customerId), `customer ${customerId}`) + 1n)
  return says
}

/** The coalition bears what a member owes: money alone, and never more than is owed. */
function writeOff(world: World, asked: Asked<'receivableWriteOff'>): Says {
  const { memberId, amountMicros } = asked
  const owed = world.balances.get(`MONEY CLEARING ${memberId}`) ?? 0n
  if (amountMicros > owed)
    throw new Refused('WRITE_OFF_EXCEEDS_RECEIVABLE', { owed: `${owed}`, requested: `${amountMicros}` })
  bookWrittenOff(world, memberId, amountMicros)
  return { memberId, amountMicros: `${amountMicros}` }
}

function quote(world: World, asked: Asked<'quote'>, now: number): Says {
  refuseInactive(world, asked.memberId)
  const terms = termsBinding(world, asked.memberId, now)
  refuseClosed(world, asked.customerId)
  refuseAboveCap(terms, asked.totalMinor, asked.points)
  takeSpendable(world, asked.customerId, asked.points, now)
  const available = BigInt(spendable(world, asked.customerId, now).length)
  const cap = capOf(terms, asked.totalMinor)
  const pointsPart = asked.points * terms.faceValueMinor
  return {
    pointsPartMinor: `${pointsPart}`,
    moneyPartMinor: `${asked.totalMinor - pointsPart}`,
    pointsToEarn: `${earnedBy(world, { ...asked, terms, paidMinor: pointsPart })}`,
    maxPoints: `${available < cap ? available : cap}`,
  }
}

function wallet(world: World, customerId: string, now: number): Says {
  const pending = world.lots
    .filter((lot) => lot.customerId === customerId && lot.activatesAt > now && now < lot.expiresAt)
    .flatMap((lot) => lot.points.filter((point) => point.place === 'FREE'))
  const debts = world.debts.filter((debt) => debt.customerId === customerId)
  return {
    balance: `${pointsIn(world, customerId, ['FREE', 'HELD'])}`,
    reserved: `${pointsIn(world, customerId, ['HELD'])}`,
    available: `${spendable(world, customerId, now).length}`,
    pending: `${pending.length}`,
    debt: `${debts.reduce((sum, debt) => sum + debt.left, 0n)}`,
  }
}

function releaseDue(world: World, now: number): Says {
  const due = [...world.holds.values()].filter((hold) => hold.status === 'OPEN' && hold.expiresAt <= now)
  for (const hold of due) timeOut(world, hold.id)
  return { holds: `${due.length}`, points: `${due.reduce((sum, hold) => sum + hold.points.length, 0)}` }
}

function timeOut(world: World, holdId: string): void {
  const hold = known(world.holds.get(holdId), `hold ${holdId}`)
  if (hold.status !== 'OPEN') throw new Refused('HOLD_NOT_OPEN', { status: hold.status })
  endHold(world, hold, { status: 'EXPIRED' })
  advancing(world, hold.customerId, {})
}

function expireDue(world: World, now: number): Says {
  const sums = [...world.sequences.keys()].map((customerId) => expireOf(world, customerId, now))
  return {
    lots: `${sums.reduce((sum, { lots }) => sum + lots, 0)}`,
    points: `${sums.reduce((sum, { points }) => sum + points, 0)}`,
  }
}

/** When a lot runs out: by its date, or months after the last that was heard of its customer. */
function endOf(world: World, lot: ModelLot): number {
  if (lot.terms.expiryKind !== 'INACTIVITY') return lot.expiresAt
  const heard = world.lastActive.get(lot.customerId) ?? lot.activatesAt
  return Math.min(lot.expiresAt, monthsLater(Math.max(heard, lot.activatesAt), lot.terms.expiryMonths))
}

/** Forfeits the customer's points whose lots have run out, but for those that a hold still claims. */
function expireOf(world: World, customerId: string, now: number): { lots: number; points: number } {
  let lots = 0
  let points = 0
  for (const lot of world.lots.filter(
    (each) => each.customerId === customerId && endOf(world, each) <= now,
  )) {
    const due = lot.points.filter((point) => point.place === 'FREE')
    if (due.length === 0) continue
    for (const point of due) point.place = 'EXPIRED'
    bookExpired(world, lot, BigInt(due.length))
    lots += 1
    points += due.length
  }
  if (lots > 0) advancing(world, customerId, {})
  return { lots, points }
}
