import { type CompoundLine, type MoneyAccountKind, micros, minor, pairs } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlanMethod, planPayments } from './plan-payments.ts'
import { paymentLine, roundingLines } from './settlement-lines.ts'

const coalitionId = 'coalition'
const booked = (lines: readonly CompoundLine<MoneyAccountKind>[]) => {
  const balances = new Map<string, bigint>()
  const add = (account: string, amount: bigint) =>
    balances.set(account, (balances.get(account) ?? 0n) + amount)
  for (const { debits, credits } of lines)
    for (const pair of pairs(debits, credits)) {
      add(`${pair.debit.kind} ${pair.debit.ownerId}`, pair.amount)
      add(`${pair.credit.kind} ${pair.credit.ownerId}`, -pair.amount)
    }
  return balances
}

describe('the entries of a settlement', () => {
  it('leave every member who is not carried at zero, the carried ones as they were, and ROUNDING the rest', () => {
    const net = fc.bigInt(-(10n ** 12n), 10n ** 12n)
    fc.assert(
      fc.property(
        fc.array(net, { minLength: 2, maxLength: 30 }),
        fc.constantFrom<PlanMethod>('HUB', 'PEER'),
        (nets, method) => {
          const positions = nets.map((one, index) => ({
            memberId: `m${index}`,
            net: micros(one),
            minPayout: minor(BigInt(index) * 1_000_000n),
          }))
          const plan = planPayments({
            coalitionId,
            windowNo: 1,
            currency: 'RUB',
            method,
            positions,
            referencePrefix: 'Z',
          })
          const moved = booked([
            ...plan.legs.map((leg) => paymentLine(leg, { coalitionId })),
            ...roundingLines(plan),
          ])
          for (const { memberId, net: owed, minPayout } of positions) {
            const isSmall = owed < minPayout * 10_000n && -owed < minPayout * 10_000n
            expect(owed + (moved.get(`CLEARING ${memberId}`) ?? 0n)).toBe(isSmall ? owed : 0n)
          }
          expect([...moved.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n)
          const rounding = moved.get(`ROUNDING ${coalitionId}`) ?? 0n
          const coalitionResidue = plan.residues.find(({ ownerId }) => ownerId === coalitionId)?.residue ?? 0n
          expect(rounding).toBe(-coalitionResidue)
        },
      ),
    )
  })
})
