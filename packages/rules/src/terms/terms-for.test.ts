import { basisPoints, micros, minor } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTLEMENT_TERMS } from '../settlement/settlement-terms.ts'
import { someTerms } from '../testing/terms.ts'
import { type TermsChanges, type TermsOverride, termsFor } from './terms-for.ts'
import { validateTerms } from './validate-terms.ts'
import { type TermsHistory, versionInForce } from './version-in-force.ts'

const version = (number: number, startsAt: string, acceptedBy: readonly string[]) => ({
  terms: someTerms({ id: `T${number}`, version: number, startsAt: new Date(startsAt) }),
  acceptedBy: new Set(acceptedBy),
})
const history = (over: Partial<TermsHistory> = {}): TermsHistory => ({
  versions: [
    version(1, '2026-01-01T00:00:00Z', ['S', 'W', 'P']),
    version(2, '2026-03-01T00:00:00Z', ['S', 'W', 'P']),
    version(3, '2026-05-01T00:00:00Z', ['S', 'W']),
  ],
  activeMemberIds: new Set(['S', 'W', 'P']),
  ...over,
})
const at = (instant: string) => new Date(instant)

describe('versionInForce', () => {
  it.each([
    ['none before the first starts', '2025-12-31T23:59:59Z', undefined],
    ['the first', '2026-02-28T23:59:59Z', 1],
    ['the next from its start on', '2026-03-01T00:00:00Z', 2],
    ['not one that a member has yet to accept', '2026-06-01T00:00:00Z', 2],
  ])('%s', (_name, instant, expected) => {
    expect(versionInForce(history(), at(instant))?.version).toBe(expected)
  })

  it('waits for active members only', () => {
    const without = history({ activeMemberIds: new Set(['S', 'W']) })
    expect(versionInForce(without, at('2026-06-01T00:00:00Z'))?.version).toBe(3)
  })

  it('does not ask in which order the versions come', () => {
    const shuffled = history({ versions: history().versions.toReversed() })
    expect(versionInForce(shuffled, at('2026-06-01T00:00:00Z'))?.version).toBe(2)
  })
})

describe('termsFor', () => {
  const now = at('2026-04-01T00:00:00Z')
  const override = (
    id: string,
    scope: TermsOverride['scope'],
    changes: TermsChanges,
    over: Partial<TermsOverride> = {},
  ) => ({
    id,
    scope,
    startsAt: at('2026-01-01T00:00:00Z'),
    endsAt: null,
    changes,
    ...over,
  })
  const small = { kind: 'SEGMENT', segment: 'SMALL' } as const
  const onlyS = { kind: 'MEMBER', memberId: 'S' } as const
  const forS = (overrides: readonly TermsOverride[], instant = now) =>
    termsFor({ memberId: 'S', segment: 'SMALL' }, instant, history(), overrides)

  it('is the version in force, settled by default, where nobody changes anything', () => {
    expect(forS([])).toEqual({ ...history().versions[1]?.terms, settlement: DEFAULT_SETTLEMENT_TERMS })
    expect(forS([], at('2025-01-01T00:00:00Z'))).toBeUndefined()
  })

  it('takes the segment’s changes, then the member’s, field by field', () => {
    const terms = forS([
      override('b', onlyS, { creditLimit: micros(5n) }),
      override('a', small, {
        creditLimit: micros(9n),
        lateDays: 3,
        issueFee: micros(50_000n),
        maxPointsShareBps: basisPoints(1n),
      }),
    ])
    expect(terms?.settlement).toEqual({ ...DEFAULT_SETTLEMENT_TERMS, creditLimit: 5n, lateDays: 3 })
    expect(terms?.prices).toEqual({ ...someTerms().prices, issueFee: 50_000n })
    expect(terms?.maxPointsShareBps).toBe(1n)
  })

  it('can lift a limit: null is a value too', () => {
    const terms = forS([
      override('a', small, { creditLimit: micros(9n) }),
      override('b', onlyS, { creditLimit: null }),
    ])
    expect(terms?.settlement.creditLimit).toBeNull()
  })

  it('of one scope takes the later start, then the greater id, in any order', () => {
    const three = [
      override('a', small, { minPayout: minor(1n) }, { startsAt: at('2026-02-01T00:00:00Z') }),
      override('b', small, { minPayout: minor(2n) }, { startsAt: at('2026-02-01T00:00:00Z') }),
      override('c', small, { minPayout: minor(3n) }),
    ]
    expect(forS(three)?.settlement.minPayout).toBe(2n)
    expect(forS(three.toReversed())?.settlement.minPayout).toBe(2n)
  })

  it.each<[string, TermsOverride]>([
    ['not yet begun', override('a', onlyS, { lateDays: 1 }, { startsAt: at('2026-04-01T00:00:00.001Z') })],
    ['over', override('a', onlyS, { lateDays: 1 }, { endsAt: now })],
    ['another segment’s', override('a', { kind: 'SEGMENT', segment: 'LARGE' }, { lateDays: 1 })],
    ['another member’s', override('a', { kind: 'MEMBER', memberId: 'W' }, { lateDays: 1 })],
  ])('leaves out what is %s', (_name, one) => {
    expect(forS([one])?.settlement.lateDays).toBe(30)
  })

  it('keeps terms possible: a deposit above R is R', () => {
    const terms = forS([override('a', onlyS, { deposit: micros(2_000_000n) })])
    expect(terms?.prices.deposit).toBe(900_000n)
    expect(() => validateTerms(terms ?? someTerms({ holdTtlSeconds: 0 }))).not.toThrow()
  })
})
