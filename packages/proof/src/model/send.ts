import { Refusal } from '@artel/ledger'
import type { Store } from '@artel/store'
import { advanceClock, enrolCustomer, expireDueLots, readWallet, releaseDueHolds } from '@artel/use-cases'
import type { Asked, Command, Facts } from './command.ts'
import { sendChange, sendStanding } from './send-change.ts'
import { sendSale } from './send-sale.ts'
import type { Town } from './town.ts'
import { type Answer, known } from './world.ts'

/** What a verb answered, and what of it the model cannot know by itself; no facts when it was refused. */
export interface Sent {
  readonly answer: Answer
  readonly facts: Partial<Facts>
}
export interface Done {
  readonly says: Readonly<Record<string, string>>
  readonly facts: Partial<Facts>
  readonly replayed?: boolean
}

/** Sends a command to its verb on this store. Throws what is no refusal. */
export async function send(town: Town, store: Store, command: Command): Promise<Sent> {
  try {
    const { says, facts, replayed = false } = await call(town, store, command)
    return { answer: { accepted: true, replayed, says }, facts }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { problem: _, ...details } = error.details
    const replayed = 'replayed' in error && error.replayed === true
    return { answer: { accepted: false, replayed, code: error.code, details }, facts: {} }
  }
}

async function call(town: Town, store: Store, command: Command): Promise<Done> {
  const { coalitionId } = town.agreed
  const admin = { store, principal: town.adminContext.principal }
  const dueBatch = { coalitionId, limit: 1_000 }
  switch (command.verb) {
    case 'purchaseRecord':
    case 'holdCreate':
    case 'holdCapture':
    case 'holdVoid':
    case 'purchaseRefund':
    case 'quote':
      return sendSale(town, store, command)
    case 'promoAward':
    case 'adjustmentPropose':
    case 'pointsTransfer':
    case 'customerMerge':
    case 'householdJoin':
    case 'receivableWriteOff':
      return sendChange(town, store, command)
    case 'memberSuspend':
    case 'memberReinstate':
    case 'memberClose':
      return sendStanding(town, store, command)
    case 'enrol':
      return enrol(town, store, command)
    case 'readWallet':
      return readBalances(town, store, command)
    case 'wait':
      await store.prisma.coalition.update({
        where: { id: coalitionId },
        data: { clockOffsetSeconds: { increment: command.seconds } },
      })
      return { says: {}, facts: {} }
    case 'advanceClock': {
      const { now } = await advanceClock(admin, { seconds: command.seconds })
      return { says: {}, facts: { now: now.getTime() } }
    }
    case 'releaseDueHolds': {
      const released = await releaseDueHolds(admin, dueBatch)
      return { says: { holds: `${released.holds}`, points: `${released.points}` }, facts: {} }
    }
    case 'expireDueLots': {
      const expired = await expireDueLots(admin, dueBatch)
      return { says: { lots: `${expired.lots}`, points: `${expired.points}` }, facts: {} }
    }
  }
}

async function enrol(town: Town, store: Store, command: Asked<'enrol'>): Promise<Done> {
  const { customer } = await enrolCustomer(town.memberContext(command.memberId, store), {
    name: 'Somebody',
    phone: command.phone,
    consentVersion: '2026-01',
  })
  return { says: { customerId: customer.id }, facts: { id: customer.id, now: customer.createdAt.getTime() } }
}

async function readBalances(town: Town, store: Store, command: Asked<'readWallet'>): Promise<Done> {
  const { coalitionId } = town.agreed
  const { customerId } = command
  const admin = { store, principal: town.adminContext.principal }
  const wallets = await readWallet(admin, { coalitionId, customerIds: [customerId], withLots: false })
  const { balance, reserved, available, pending, debt, asOf } = known(wallets.get(customerId), 'wallet')
  const figures = Object.entries({ balance, reserved, available, pending, debt })
  const says = Object.fromEntries(figures.map(([name, figure]) => [name, `${figure}`]))
  return { says, facts: { now: asOf.getTime() } }
}
