import { describe, expect, it } from 'vitest'
import { evolve } from './evolve.ts'
import { micros } from './money.ts'
import { InvalidInputError } from './refusals/input.ts'
import { WriteOffExceedsReceivableError } from './refusals/payment.ts'
import { withLots } from './testing/states.ts'
import { writeOff } from './write-off.ts'

const writingOff = (amount: bigint, owed: bigint) =>
  writeOff({
    ...{ memberId: 'S', coalitionId: 'C', documentId: 'doc' },
    ...{ amount: micros(amount), owed: micros(owed) },
  })

describe('writeOff', () => {
  it('moves a receivable to the loss of the coalition and touches no point', () => {
    const entry = writingOff(30n, 100n)
    expect(entry.transfers).toEqual([
      {
        ...{ unit: 'MONEY', amount: 30n },
        ...{ debit: { kind: 'LOSS', ownerId: 'C' }, credit: { kind: 'CLEARING', ownerId: 'S' } },
      },
    ])
    expect(evolve(withLots([]), entry)).toEqual(withLots([]))
  })

  it('never makes the coalition owe a member: at most what it owes, and nothing when it is owed', () => {
    expect(() => writingOff(100n, 100n)).not.toThrow()
    expect(() => writingOff(101n, 100n)).toThrow(WriteOffExceedsReceivableError)
    expect(() => writingOff(1n, -5n)).toThrow(WriteOffExceedsReceivableError)
    expect(() => writingOff(0n, 100n)).toThrow(InvalidInputError)
  })
})
