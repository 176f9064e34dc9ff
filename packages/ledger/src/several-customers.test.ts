import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjust } from './adjust.ts'
import { earn } from './earn.ts'
import type { Debt, Entry } from './entry.ts'
import { evolve } from './evolve.ts'
import { hold } from './hold.ts'
import type { Lot } from './lot.ts'
import { mergeCustomers } from './merge-customers.ts'
import { micros } from './money.ts'
import { type Points, points } from './points.ts'
import { promote } from './promote.ts'
import { recoverDebt } from './recover-debt.ts'
import { redeem } from './redeem.ts'
import { NotFoundError } from './refusals/input.ts'
import { Refusal } from './refusals/refusal.ts'
import { type Books, emptyBooks, postGroup, stateOf } from './testing/books.ts'
import { examplePrices } from './testing/prices.ts'
import { inDays, NOW } from './testing/states.ts'
import { transferPoints } from './transfer-points.ts'
import { voidHold } from './void-hold.ts'

const PEOPLE = ['anna', 'boris', 'clara'] as const
const MEMBERS = ['S', 'W', 'P'] as const

type Op =
  | { op: 'EARN' | 'PROMO' | 'ADJUST' | 'REDEEM' | 'HOLD' | 'OWE'; who: number; at: number; n: number }
  | { op: 'TRANSFER'; who: number; to: number; n: number }
  | { op: 'MERGE' | 'VOID'; who: number; to: number }

const who = fc.nat(2)
const n = fc.integer({ min: 1, max: 60 })
const event = fc.record({
  op: fc.constantFrom('EARN', 'EARN', 'PROMO', 'PROMO', 'ADJUST', 'REDEEM', 'HOLD', 'HOLD', 'OWE'),
  ...{ who, at: fc.nat(2) },
  n: fc.oneof(n, fc.integer({ min: -40, max: -1 })),
})
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 7, arbitrary: event },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('TRANSFER'), who, to: who, n }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('MERGE'), who, to: who }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('VOID'), who, to: who }) },
)

describe('a random history of several customers', () => {
  it('conserves points and money, keeps coverage by issuer, and its states equal their recomputation', () => {
    const accepted = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(op, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
        const books = emptyBooks()
        const byCustomer = new Map<string, Entry[]>(PEOPLE.map((person) => [person, []]))
        for (const [index, step] of steps.entries()) {
          const before = snapshot(books)
          const done = attempt(books, byCustomer, step, `${index}`)
          if (done) accepted.set(step.op, (accepted.get(step.op) ?? 0) + 1)
          if (!done || step.op === 'TRANSFER' || step.op === 'MERGE')
            expect(snapshot(books).byIssuer).toEqual(before.byIssuer)
          if (!done) expect(snapshot(books)).toEqual(before)
          expectConserved(books)
          for (const person of PEOPLE) expectRecomputed(books, byCustomer, person)
        }
      }),
      { numRuns: 300 },
    )
    for (const name of ['EARN', 'PROMO', 'ADJUST', 'REDEEM', 'HOLD', 'OWE', 'TRANSFER', 'MERGE', 'VOID'])
      expect(accepted.get(name) ?? 0, name).toBeGreaterThan(10)
  })
})

/** Runs a step; false when it was refused. */
function attempt(books: Books, byCustomer: Map<string, Entry[]>, step: Op, id: string): boolean {
  const person = PEOPLE[step.who] ?? 'anna'
  const post = (customerId: string, entries: readonly Entry[]) => {
    postGroup(books, customerId, { entries })
    byCustomer.get(customerId)?.push(...entries)
  }
  try {
    if (step.op === 'TRANSFER' || step.op === 'MERGE') {
      const to = PEOPLE[step.to] ?? 'anna'
      const [giver, receiver] = [stateOf(books, person), stateOf(books, to)]
      const ids = { documentId: id, memberId: null, newLotId: (lotId: string) => `${lotId}>${id}` }
      const moved =
        step.op === 'TRANSFER'
          ? [transferPoints(giver, receiver, { ...ids, points: points(BigInt(step.n)), now: NOW })]
              .map(({ given, received }) => ({ given: [given], received: [received] }))
              .at(0)
          : mergeCustomers(giver, receiver, { ...ids, newDebtId: (debtId) => `${debtId}>${id}` })
      post(person, moved?.given ?? [])
      post(to, moved?.received ?? [])
    } else post(person, entriesOf(books, step, id))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function entriesOf(
  books: Books,
  step: Exclude<Op, { op: 'TRANSFER' | 'MERGE' }> | { op: 'VOID'; who: number },
  id: string,
): Entry[] {
  const person = PEOPLE[step.who] ?? 'anna'
  const state = stateOf(books, person)
  if (step.op === 'VOID') {
    const open = state.holds.find((one) => one.status === 'OPEN')
    if (!open) throw new NotFoundError({ what: 'hold' })
    return [voidHold(state, { holdId: open.id, now: NOW })]
  }
  if (!('n' in step)) throw new Error('not an event')
  const memberId = MEMBERS[step.at] ?? 'S'
  const amount = points(BigInt(step.n))
  const aFew = points((amount + 3n) / 4n)
  const at = { coalitionId: 'C', documentId: id, now: NOW }
  const lot = {
    lotId: `lot ${id}`,
    terms: { id: `T${step.at}`, prices: examplePrices(450_000n * BigInt(step.at)) },
    activatesAt: inDays(step.at === 2 ? 1 : 0),
    expiresAt: step.at === 0 ? null : inDays(10 * step.at),
  }
  switch (step.op) {
    case 'EARN': {
      const earned = earn({ ...at, ...lot, issuerId: memberId, customerId: person, points: amount })
      const recovered = recoverDebt(evolve(state, earned), { ...at, lotId: lot.lotId })
      return recovered ? [earned, recovered] : [earned]
    }
    case 'PROMO': {
      const others = MEMBERS.map((payer, index) => ({
        ...{ ...lot, memberId: payer, lotId: `${lot.lotId} ${payer}`, share: BigInt(index + 1) },
      }))
      return promote({ ...at, customerId: person, points: amount, payers: others })
    }
    case 'ADJUST':
      return [adjust(state, { ...at, issuerId: memberId, points: amount, newLot: () => lot })]
    case 'REDEEM': {
      const selfRedemptionFeeWaivedFor = () => false
      return [redeem(state, { ...at, redeemerId: memberId, points: aFew, selfRedemptionFeeWaivedFor })]
    }
    case 'HOLD':
      return [hold(state, { holdId: id, memberId, points: aFew, now: NOW, expiresAt: inDays(1) })]
    case 'OWE':
      return [owing(person, memberId, aFew, id)]
  }
}

/** A debt as the refund of a spent earning leaves it. */
function owing(customerId: string, issuerId: string, amount: Points, id: string): Entry {
  if (amount <= 0n) throw new NotFoundError({ what: 'entry' })
  const debt = { id: `debt ${id}`, issuerId, purchaseId: id, lotId: null, amount, remaining: amount }
  return {
    ...{ kind: 'EARN_REVERSAL', memberId: issuerId, documentId: id, pointsDelta: points(0n) },
    reservedDelta: points(0n),
    transfers: [
      {
        ...{ unit: 'POINTS', amount, debit: { kind: 'DEBT', ownerId: customerId } },
        credit: { kind: 'ISSUED', ownerId: issuerId },
      },
    ],
    ...{ newLots: [], lotUses: [], lotChanges: [] },
    newDebt: { ...debt, issueFee: micros(100_000n), incurredAt: NOW },
  }
}

/** Balances of both books and, by issuer, what the points still out there are worth. */
function snapshot(books: Books) {
  const byIssuer = new Map<string, bigint>()
  for (const person of PEOPLE)
    for (const { issuerId, remaining, prices } of stateOf(books, person).lots) {
      const contingent = remaining * (prices.reservePrice - prices.deposit)
      byIssuer.set(issuerId, (byIssuer.get(issuerId) ?? 0n) + contingent)
    }
  for (const [issuerId, worth] of byIssuer) if (worth === 0n) byIssuer.delete(issuerId)
  return { byIssuer, balances: new Map(books.balances) }
}

function expectConserved({ balances, customers }: Books): void {
  const total = (unit: string, kinds: readonly string[]) =>
    [...balances]
      .filter(([name]) => kinds.some((kind) => name.startsWith(`${unit} ${kind}`)))
      .reduce((sum, [, amount]) => sum + amount, 0n)
  expect(total('POINTS', [''])).toBe(0n)
  expect(total('MONEY', [''])).toBe(0n)
  const states = [...customers.values()]
  const posted = states.reduce((sum, state) => sum + state.posted, 0n)
  expect(posted).toBe(total('POINTS', ['ISSUED', 'REDEEMED', 'DEBT']))
  expect(total('POINTS', ['DEBT'])).toBe(
    states.flatMap((state) => state.debts).reduce((sum, debt) => sum + debt.remaining, 0n),
  )
  expect(-total('MONEY', ['RESERVE'])).toBe(
    states.flatMap((state) => state.lots).reduce((sum, lot) => sum + lot.remaining * lot.prices.deposit, 0n),
  )
}

/** The state again, from nothing but what was posted. */
function expectRecomputed(books: Books, byCustomer: ReadonlyMap<string, readonly Entry[]>, person: string) {
  const lots = new Map<string, Lot>()
  const debts = new Map<string, Debt>()
  for (const entry of byCustomer.get(person) ?? []) {
    for (const lot of entry.newLots) lots.set(lot.id, { ...lot })
    for (const { lotId, points: used } of entry.lotUses) change(lots, lotId, { remaining: -used })
    for (const { lotId, reservedDelta } of entry.lotChanges) change(lots, lotId, { reserved: reservedDelta })
    if (entry.newDebt) debts.set(entry.newDebt.id, entry.newDebt)
    for (const { debtId, points: paid } of entry.debtRecoveries ?? []) {
      const debt = debts.get(debtId)
      if (debt) debts.set(debtId, { ...debt, remaining: points(debt.remaining - paid) })
    }
  }
  const state = stateOf(books, person)
  expect(state.lots).toEqual([...lots.values()])
  expect(state.debts).toEqual([...debts.values()])
  expect(state.posted).toBe([...lots.values()].reduce((sum, lot) => sum + lot.remaining, 0n))
  expect(state.posted).toBe(-(books.balances.get(`POINTS CUSTOMER:${person}`) ?? 0n))
  expect(books.balances.get(`POINTS DEBT:${person}`) ?? 0n).toBe(
    [...debts.values()].reduce((sum, debt) => sum + debt.remaining, 0n),
  )
}

function change(lots: Map<string, Lot>, lotId: string, by: { remaining?: bigint; reserved?: bigint }): void {
  const lot = lots.get(lotId)
  if (!lot) throw new Error(`no lot ${lotId}`)
  const remaining = points(lot.remaining + (by.remaining ?? 0n))
  lots.set(lotId, { ...lot, remaining, reserved: points(lot.reserved + (by.reserved ?? 0n)) })
}
