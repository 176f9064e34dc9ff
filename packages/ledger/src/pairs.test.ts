import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearing, fees, type MoneyAccountKind, reserve } from './account.ts'
import { BrokenInvariantError } from './broken-invariant-error.ts'
import { type Leg, moneyTransfers, pairs } from './pairs.ts'
import { MAX_AMOUNT } from './points.ts'

const leg = (account: Leg<MoneyAccountKind>['account'], amount: bigint) => ({ account, amount })
const told = (debits: Leg<MoneyAccountKind>[], credits: Leg<MoneyAccountKind>[]) =>
  pairs(debits, credits).map(
    ({ debit, credit, amount }) =>
      `${debit.kind}:${debit.ownerId} -> ${credit.kind}:${credit.ownerId} ${amount}`,
  )

describe('pairs', () => {
  it('matches greedily in the order given and leaves out zero', () => {
    expect(
      told([leg(reserve('C'), 0n), leg(clearing('S'), 90n)], [leg(clearing('W'), 88n), leg(fees('C'), 2n)]),
    ).toEqual(['CLEARING:S -> CLEARING:W 88', 'CLEARING:S -> FEES:C 2'])
  })

  it('cancels an account on both sides, so that spending at the issuer leaves the fee alone', () => {
    expect(told([leg(clearing('S'), 90n)], [leg(clearing('S'), 88n), leg(fees('C'), 2n)])).toEqual([
      'CLEARING:S -> FEES:C 2',
    ])
    expect(told([leg(clearing('S'), 90n)], [leg(clearing('S'), 90n)])).toEqual([])
  })

  it('refuses sides that differ, and negative legs', () => {
    expect(() => pairs([leg(reserve('C'), 2n)], [leg(fees('C'), 1n)])).toThrow(BrokenInvariantError)
    expect(() => pairs([leg(reserve('C'), -1n)], [leg(fees('C'), -1n)])).toThrow(BrokenInvariantError)
  })

  it('keeps what every account gains or loses, in pairs of two accounts and a positive amount', () => {
    const account = fc.constantFrom(clearing('S'), clearing('W'), reserve('C'), fees('C'))
    const legs = fc.array(fc.record({ account, amount: fc.bigInt(0n, 50n) }), { maxLength: 5 })
    fc.assert(
      fc.property(legs, legs, account, (debits, someCredits, closing) => {
        const sum = (side: readonly Leg<MoneyAccountKind>[]) =>
          side.reduce((total, { amount }) => total + amount, 0n)
        const gap = sum(debits) - sum(someCredits)
        const left = gap < 0n ? [...debits, leg(closing, -gap)] : debits
        const right = gap > 0n ? [...someCredits, leg(closing, gap)] : someCredits
        const net = new Map<string, bigint>()
        const move = ({ kind, ownerId }: Leg<MoneyAccountKind>['account'], amount: bigint) =>
          net.set(`${kind}:${ownerId}`, (net.get(`${kind}:${ownerId}`) ?? 0n) + amount)
        for (const debit of left) move(debit.account, debit.amount)
        for (const credit of right) move(credit.account, -credit.amount)
        for (const pair of pairs(left, right)) {
          expect(pair.amount).toBeGreaterThan(0n)
          expect(pair.debit).not.toEqual(pair.credit)
          move(pair.debit, -pair.amount)
          move(pair.credit, pair.amount)
        }
        expect([...net.values()].every((rest) => rest === 0n)).toBe(true)
      }),
    )
  })
})

describe('moneyTransfers', () => {
  it('pairs each line by itself, so that each issuer is seen to pay the redeemer and its own fee', () => {
    const lineOf = (issuer: string) => ({
      debits: [leg(clearing(issuer), 90n)],
      credits: [leg(clearing('W'), 88n), leg(fees('C'), 2n)],
    })
    const transfers = moneyTransfers([lineOf('S'), lineOf('P'), lineOf('S')])
    expect(transfers.map(({ debit, credit, amount }) => [debit.ownerId, credit.kind, amount])).toEqual([
      ['S', 'CLEARING', 176n],
      ['S', 'FEES', 4n],
      ['P', 'CLEARING', 88n],
      ['P', 'FEES', 2n],
    ])
  })

  it('books what one row cannot hold as several transfers of the same accounts', () => {
    const line = (amount: bigint) => ({
      debits: [leg(reserve('C'), amount)],
      credits: [leg(fees('C'), amount)],
    })
    const amounts = (lines: Parameters<typeof moneyTransfers>[0]) =>
      moneyTransfers(lines).map((transfer) => transfer.amount)
    expect(amounts([line(MAX_AMOUNT)])).toEqual([MAX_AMOUNT])
    expect(amounts([line(MAX_AMOUNT), line(1n)])).toEqual([MAX_AMOUNT, 1n])
    expect(amounts([line(2n * MAX_AMOUNT + 5n)])).toEqual([MAX_AMOUNT, MAX_AMOUNT, 5n])
  })
})
