import {
  type CustomerState,
  earn,
  micros,
  type Points,
  PromoFundShortError,
  points,
  promoteFromFund,
} from '@artel/ledger'
import { expect, test } from 'vitest'
import type { Bought, Command } from '../command/command.ts'
import { boughtName } from '../rule/rule-standing.ts'
import { foldBatch } from './fold-batch.ts'
import type { LoadedBatch } from './load-batch.ts'

const NOW = new Date('2026-11-29T12:00:00Z')
/** A point costs the fund one unit of the currency. */
const PRICES = {
  reservePrice: micros(900_000n),
  deposit: micros(0n),
  issueFee: micros(100_000n),
  redeemFee: micros(0n),
}
const stateOf = (customerId: string): CustomerState => ({
  ...{ customerId, sequence: 0n, posted: points(0n), reserved: points(0n) },
  ...{ lots: [], holds: [], debts: [], claims: [], purchases: [] },
})
const loadedWith = (fund: bigint, customerIds: readonly string[]): LoadedBatch => ({
  ...{ now: NOW, states: new Map(customerIds.map((id) => [id, stateOf(id)])), standings: new Map() },
  ...{
    known: new Map(),
    receipts: new Map(),
    fiscalReceipts: new Map(),
    sameSales: new Map(),
    holdRows: new Map(),
    recent: new Map(),
    used: new Map(),
    bought: new Map(),
    groups: new Map(),
    vouchers: new Map(),
    promoFund: micros(fund),
  },
})

/** An award out of the fund that notes what it was told that the fund holds. */
function awarding(customerId: string, n: bigint, told: (bigint | undefined)[]): Command {
  return {
    ...{ customerId, paidByPromoFund: true },
    key: { scopeId: 'C', operation: 'promoAward', key: customerId, requestHash: '' },
    decide: (state, { now, promoFund }) => {
      told.push(promoFund)
      const entry = promoteFromFund({
        ...{ customerId: state.customerId, coalitionId: 'C', documentId: 'award', lotId: customerId, now },
        ...{ points: n as Points, fund: promoFund ?? micros(0n), terms: { id: 'T', prices: PRICES } },
        ...{ activatesAt: now, expiresAt: null },
      })
      return { documentId: 'award', entries: [entry], outbox: [] }
    },
  }
}

test('each award sees what those before it leave in the promo fund', () => {
  const told: (bigint | undefined)[] = []
  const awards = ['anna', 'boris', 'clara'].map((id) => awarding(id, 10n, told))
  const { steps } = foldBatch(awards, loadedWith(30_000_000n, ['anna', 'boris', 'clara']))
  expect(told).toEqual([30_000_000n, 20_000_000n, 10_000_000n])
  expect(steps.map(({ outcome }) => outcome.kind)).toEqual(['group', 'group', 'group'])
})

test('a refusal for want of money rests on what is recorded: others of the batch may yet not be', () => {
  const awards = [awarding('anna', 10n, []), awarding('boris', 25n, [])]
  const together = foldBatch(awards, loadedWith(30_000_000n, ['anna', 'boris']))
  expect([together.deferred, together.steps.length]).toEqual([[1], 1])
  const alone = foldBatch([awarding('boris', 31n, [])], loadedWith(30_000_000n, ['boris']))
  expect([alone.deferred, alone.steps[0]?.outcome]).toMatchObject([
    [],
    {
      kind: 'refusal',
      refusal: new PromoFundShortError({ fund: micros(30_000_000n), needed: micros(31_000_000n) }),
    },
  ])
})

test('what the fund lacks because of commands before it in the batch is decided again, alone it stands', () => {
  const short: Command = {
    ...awarding('boris', 0n, []),
    decide: () => ({ documentId: 'sale', entries: [], outbox: [], isFundShort: true }),
  }
  const together = foldBatch([awarding('anna', 10n, []), short], loadedWith(30_000_000n, ['anna', 'boris']))
  expect([together.deferred, together.steps.length]).toEqual([[1], 1])
  const alone = foldBatch([short], loadedWith(30_000_000n, ['boris']))
  expect([alone.deferred, alone.steps.length]).toEqual([[], 1])
})

test('who may charge other members is told what commands before it in the batch charge them', () => {
  const told: (bigint | undefined)[] = []
  const charging = (customerId: string, paidByMembers: boolean): Command => ({
    ...awarding(customerId, 0n, []),
    paidByMembers,
    decide: (state, { now, charged }) => {
      told.push(charged?.get('wash'))
      const entry = earn({
        ...{ issuerId: 'wash', customerId: state.customerId, coalitionId: 'C', documentId: 'sale' },
        ...{ lotId: customerId, points: 10n as Points, terms: { id: 'T', prices: PRICES } },
        ...{ now, activatesAt: now, expiresAt: null },
      })
      return { documentId: 'sale', entries: [entry], outbox: [] }
    },
  })
  const loaded = loadedWith(0n, ['anna', 'boris', 'clara'])
  foldBatch([charging('anna', true), charging('boris', false), charging('clara', true)], loaded)
  const each = 10n * (PRICES.deposit + PRICES.issueFee)
  expect(told).toEqual([undefined, undefined, 2n * each])
})

test('a command that looks back fails where nothing was loaded: a limit that knows nothing would let all pass', () => {
  const { steps, settled } = foldBatch(
    [{ ...awarding('anna', 1n, []), looksBack: true }],
    loadedWith(30_000_000n, ['anna']),
  )
  expect(steps).toEqual([])
  expect(settled.get(0)).toMatchObject({ error: { message: expect.stringContaining('anna') } })
})

test('who does not ask is not told, and the fund is nobody else’s business', () => {
  const told: (bigint | undefined)[] = []
  const { paidByPromoFund: _, ...silent } = awarding('anna', 1n, told)
  foldBatch([silent], loadedWith(30_000_000n, ['anna']))
  expect(told).toEqual([undefined])
})

test('a sale that is handed in late does not make the customer’s last purchase older', () => {
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
  const told: (Bought | undefined)[] = []
  const bills = [daysAgo(1), daysAgo(70), daysAgo(0)].map((occurredAt) => buying(occurredAt, told))
  const never = { lastHere: null, lastAnywhere: null }
  const fold = (before: Bought) =>
    foldBatch(bills, { ...loadedWith(0n, ['anna']), bought: new Map([[boughtName('anna', 'wash'), before]]) })
  fold(never)
  const yesterday = { lastHere: daysAgo(1), lastAnywhere: daysAgo(1) }
  expect(told.splice(0)).toEqual([never, yesterday, yesterday])
  fold({ lastHere: null, lastAnywhere: daysAgo(0.5) })
  expect(told.map((each) => each?.lastAnywhere)).toEqual([daysAgo(0.5), daysAgo(0.5), daysAgo(0.5)])
})

/** A purchase that earns nothing and notes what it was told that the customer bought. */
function buying(occurredAt: Date, told: (Bought | undefined)[]): Command {
  const id = `at ${occurredAt.toISOString()}`
  return {
    ...{ customerId: 'anna', looksAtMember: 'wash' },
    key: { scopeId: 'C', operation: 'purchaseRecord', key: id, requestHash: '' },
    decide: (_state, { bought }) => {
      told.push(bought)
      const purchase = {
        ...{ id, memberId: 'wash', customerId: 'anna', termsId: 'T', receiptRef: id, occurredAt },
        ...{
          totalMinor: 1n,
          pointsPartMinor: 0n,
          pointsRedeemed: 0n,
          pointsEarned: 0n,
          discountMinor: 0n,
          fiscalReceipt: null,
        },
        ...{ earnedLotId: null, holdId: null, code: null, clickId: null, rules: null, lines: [] },
      }
      return { documentId: id, entries: [], purchase, outbox: [] }
    },
  }
}
