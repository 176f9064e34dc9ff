import { createHash } from 'node:crypto'
import { basisPoints, micros, minor } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLine, beginStatement, finishStatement, PAYMENT_KINDS } from './compose-statement.ts'
import { feeVat } from './fee-vat.ts'
import { lineHasher } from './line-hasher.ts'
import { type StatementLine, statementLineText } from './statement-line.ts'

const line = (batchNo: bigint, amount: bigint, over: Partial<StatementLine> = {}): StatementLine => ({
  batchNo,
  entryId: 'e',
  position: 0,
  kind: 'EARN',
  counterparty: { kind: 'FEES', ownerId: 'coalition' },
  documentId: null,
  postedAt: new Date('2026-11-22T09:00:00.123Z'),
  amount: micros(amount),
  ...over,
})
const compose = (
  opening: bigint,
  lines: readonly StatementLine[],
  facts: Partial<Parameters<typeof finishStatement>[1]> = {},
) => {
  const draft = beginStatement({
    memberId: 'S',
    opening: micros(opening),
    hasher: lineHasher(createHash('sha256')),
  })
  for (const one of lines) addLine(draft, one)
  return finishStatement(draft, { tax: { kind: 'USN' }, ...facts })
}
const toW = { kind: 'CLEARING', ownerId: 'W' } as const
const bank = { kind: 'BANK', ownerId: 'coalition' } as const

describe('a statement', () => {
  it('of S in the worked example, burn-funded: opening, totals, payments and closing add up', () => {
    const statement = compose(50_000_000n, [
      line(1n, 100_000_000n),
      line(2n, 264_000_000n, { kind: 'REDEEM', counterparty: toW }),
      line(2n, 6_000_000n, { kind: 'REDEEM', position: 1 }),
      line(5n, -20_000_000n, { kind: 'EARN_REVERSAL' }),
      line(9n, -50_000_000n, { kind: 'PAYMENT', counterparty: bank }),
      line(10n, -7_000_000n, { kind: 'PAYMENT', counterparty: bank }),
      line(11n, 7_000_000n, { kind: 'PAYMENT_REVERSAL', counterparty: bank }),
    ])
    expect(statement).toMatchObject({
      opening: 50_000_000n,
      net: 350_000_000n,
      payments: 50_000_000n,
      closing: 350_000_000n,
      openingMinor: 5_000n,
      netMinor: 35_000n,
      paymentsMinor: 5_000n,
      closingMinor: 35_000n,
      roundingMinor: 0n,
      residue: 0n,
      lineCount: 7,
      vat: null,
    })
    expect(
      statement.totalsByKind.map(({ kind, netMinor, lineCount }) => [kind, netMinor, lineCount]),
    ).toEqual([
      ['EARN', 10_000n, 1],
      ['EARN_REVERSAL', -2_000n, 1],
      ['PAYMENT', -5_700n, 2],
      ['PAYMENT_REVERSAL', 700n, 1],
      ['REDEEM', 27_000n, 2],
    ])
    expect(
      statement.totalsByCounterparty.map(({ accountKind, ownerId, debit, credit }) => [
        accountKind,
        ownerId,
        debit,
        credit,
      ]),
    ).toEqual([
      ['BANK', 'coalition', 7_000_000n, 57_000_000n],
      ['CLEARING', 'W', 264_000_000n, 0n],
      ['FEES', 'coalition', 106_000_000n, 20_000_000n],
    ])
  })

  it('carries its opening on when nothing happened', () => {
    expect(compose(-7n, [])).toMatchObject({ closing: -7n, closingMinor: 0n, residue: -7n, lineCount: 0 })
  })

  it('prints figures that add up when each of them is rounded', () => {
    const { openingMinor, netMinor, closingMinor, roundingMinor, residue } = compose(4_000n, [
      line(1n, 4_000n),
    ])
    expect({ openingMinor, netMinor, closingMinor, roundingMinor, residue }).toEqual({
      openingMinor: 0n,
      netMinor: 0n,
      closingMinor: 1n,
      roundingMinor: 1n,
      residue: -2_000n,
    })
  })

  it('asks for what the plan rounded it to, and refuses anything a minor unit off', () => {
    expect(compose(0n, [line(1n, 16_000n)], { closingMinor: minor(1n) })).toMatchObject({
      closingMinor: 1n,
      residue: 6_000n,
    })
    expect(() => compose(0n, [line(1n, 16_000n)], { closingMinor: minor(3n) })).toThrow('rounded')
  })

  it('opens as the one before closed, whichever way that was rounded', () => {
    expect(compose(4_000n, [], { openingMinor: minor(1n) })).toMatchObject({
      openingMinor: 1n,
      closingMinor: 0n,
      roundingMinor: -1n,
    })
    expect(() => compose(4_000n, [], { openingMinor: minor(2n) })).toThrow('rounded')
  })

  it('prints totals that add up, though each alone would round up', () => {
    const { netMinor, totalsByKind } = compose(0n, [
      line(1n, 6_000n),
      line(2n, 6_000n, { kind: 'EXPIRE' }),
      line(3n, 6_000n, { kind: 'REDEEM' }),
    ])
    expect(netMinor).toBe(2n)
    expect(totalsByKind.map((total) => total.netMinor)).toEqual([1n, 1n, 0n])
  })

  it('knows that nobody pays parts of a kopeck', () => {
    expect(() => compose(0n, [line(1n, -5_000n, { kind: 'PAYMENT' })])).toThrow('paid')
  })

  it('has the hash that anyone gets from its lines', () => {
    const lines = [
      line(1n, 5n, { entryId: 'a', documentId: 'p' }),
      line(1n, -2n, { entryId: 'a', position: 1 }),
    ]
    const text = [
      '["1","a",0,"EARN","FEES","coalition","p","2026-11-22T09:00:00.123Z","5"]\n',
      '["1","a",1,"EARN","FEES","coalition",null,"2026-11-22T09:00:00.123Z","-2"]\n',
    ]
    expect(lines.map(statementLineText)).toEqual(text)
    expect(compose(0n, lines).lineHash).toBe(createHash('sha256').update(text.join('')).digest('hex'))
    expect(compose(0n, []).lineHash).toBe(createHash('sha256').digest('hex'))
  })

  it('changes its hash with any field of any line', () => {
    const changes: Partial<StatementLine>[] = [
      {},
      { batchNo: 2n },
      { entryId: 'f' },
      { position: 1 },
      { kind: 'REDEEM' },
      { counterparty: { kind: 'RESERVE', ownerId: 'coalition' } },
      { counterparty: { kind: 'FEES', ownerId: 'other' } },
      { documentId: 'd' },
      { postedAt: new Date('2026-11-22T09:00:00.124Z') },
      { amount: micros(6n) },
    ]
    expect(new Set(changes.map((over) => compose(0n, [line(1n, 5n, over)]).lineHash)).size).toBe(
      changes.length,
    )
  })

  it.each([
    ['twice', [line(1n, 1n), line(1n, 1n)]],
    ['before an earlier batch', [line(2n, 1n), line(1n, 1n)]],
    ['before an earlier entry', [line(1n, 1n, { entryId: 'b' }), line(1n, 1n, { entryId: 'a' })]],
    ['before an earlier leg', [line(1n, 1n, { position: 1 }), line(1n, 1n)]],
    ['of zero', [line(1n, 0n)]],
  ])('takes no line %s', (_name, lines) => {
    expect(() => compose(0n, lines)).toThrow(expect.objectContaining({ name: 'BrokenInvariantError' }))
  })

  it('adds up for any lines, in micros and as printed', () => {
    const amount = fc.bigInt(-(10n ** 12n), 10n ** 12n).filter((value) => value !== 0n)
    const kind = fc.constantFrom('EARN', 'REDEEM', 'EXPIRE', ...PAYMENT_KINDS)
    const account = fc.constantFrom<StatementLine['counterparty']>(toW, bank, { kind: 'FEES', ownerId: 'c' })
    fc.assert(
      fc.property(amount, fc.array(fc.tuple(amount, kind, account), { maxLength: 60 }), (opening, some) => {
        const lines = some.map(([value, of, counterparty], index) =>
          line(BigInt(index), PAYMENT_KINDS.includes(of) ? value * 10_000n : value, {
            kind: of,
            counterparty,
          }),
        )
        const statement = compose(opening, lines)
        const sum = lines.reduce((total, one) => total + one.amount, 0n)
        expect(statement.closing).toBe(opening + sum)
        expect(statement.closing).toBe(statement.opening + statement.net - statement.payments)
        expect(statement.closingMinor).toBe(
          statement.openingMinor + statement.netMinor - statement.paymentsMinor + statement.roundingMinor,
        )
        expect(statement.closingMinor * 10_000n + statement.residue).toBe(statement.closing)
        for (const totals of [statement.totalsByKind, statement.totalsByCounterparty]) {
          expect(totals.reduce((total, { net }) => total + net, 0n)).toBe(sum)
          expect(totals.reduce((total, { netMinor }) => total + netMinor, 0n)).toBe(
            statement.netMinor - statement.paymentsMinor,
          )
          expect(totals.reduce((total, { lineCount }) => total + lineCount, 0)).toBe(some.length)
        }
      }),
    )
  })

  it('is hashed as whoever prints it wants', () => {
    const texts: string[] = []
    const hasher = {
      add: (one: StatementLine & { readonly receipt: string }) => void texts.push(one.receipt),
      digest: () => texts.join('+'),
    }
    const draft = beginStatement({ memberId: 'S', opening: micros(0n), hasher })
    for (const batchNo of [1n, 2n]) addLine(draft, { ...line(batchNo, 1n), receipt: `r${batchNo}` })
    expect(finishStatement(draft, { tax: { kind: 'USN' } }).lineHash).toBe('r1+r2')
  })

  it('hashes in pieces as it does at once', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => line(BigInt(index), 1n))
    const { lineHash } = compose(0n, lines)
    expect(lineHash).toBe(createHash('sha256').update(lines.map(statementLineText).join('')).digest('hex'))
  })
})

describe('VAT on fees', () => {
  it('is inside the fees to members with VAT, over the whole statement', () => {
    const tax = { kind: 'OSNO', vatRateBps: basisPoints(2_200n) } as const
    const { vat } = compose(
      0n,
      [line(1n, 122_000_000n), line(2n, 5_000_000n, { counterparty: toW }), line(3n, -12_200_000n)],
      { tax },
    )
    expect(vat).toEqual({ rateBps: 2_200n, gross: 10_980n, net: 9_000n, vat: 1_980n })
  })

  it.each([
    [1n, 2_000n, 0n],
    [3n, 2_000n, 1n],
    [-3n, 2_000n, -1n],
    [120n, 2_000n, 20n],
    [105n, 500n, 5n],
    [0n, 2_200n, 0n],
    [100n, 0n, 0n],
  ])('of %s minor units at %s bps is %s, half up by size', (gross, rate, vat) => {
    const found = feeVat(minor(gross), { kind: 'OSNO', vatRateBps: basisPoints(rate) })
    expect(found).toMatchObject({ vat, net: gross - vat })
  })

  it('refuses a rate that is none', () => {
    expect(() => feeVat(minor(1n), { kind: 'OSNO', vatRateBps: basisPoints(-1n) })).toThrow(
      expect.objectContaining({ path: ['vatRateBps'] }),
    )
  })
})
