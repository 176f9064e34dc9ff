import { describe, expect, test } from 'vitest'
import { decideAttribution, type Touches } from './decide-attribution.ts'
import { bindingThatStays } from './decide-binding.ts'
import type { BoundLink, SourceChoice, SourceKind } from './source.ts'

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 9))
const link = (linkId: string, sourceKind: SourceKind = 'MEMBER', memberId = 'wash') => ({
  ...{ linkId, sourceKind, sourceId: `source of ${linkId}`, memberId },
})
const bound = (linkId: string, from: number, to: number, kind?: SourceKind): BoundLink => ({
  ...link(linkId, kind),
  ...{ boundAt: at(from), endsAt: at(to) },
})
const FIRST: SourceChoice = { policy: 'FIRST', priority: ['CUSTOMER', 'AFFILIATE', 'MEMBER'] }
const LAST = { ...FIRST, policy: 'LAST' } as const
const PRIORITY = { ...FIRST, policy: 'PRIORITY' } as const

const touches = (some: Partial<Touches> = {}, isFirst = false): Touches => ({
  purchase: {
    ...{ memberId: 'wash', customerId: 'anna', occurredAt: at(10), closedAt: at(10) },
    ...{ isFirst, isReferred: false },
  },
  ...{ ownSourceIds: new Set<string>(), endedSources: new Map<string, Date>() },
  ...{ code: null, bindings: [], click: null, namesUnknownClick: false },
  ...some,
})
const code = { ...link('typed'), archivedAt: null, isOfRule: false }
const click = { ...link('clicked'), at: at(9), endsAt: at(20), isMachine: false }
const decided = (some: Partial<Touches>, choice: SourceChoice = FIRST, isFirst = false) => {
  const { via, link: won, losers } = decideAttribution(touches(some, isFirst), choice)
  return [via, won?.linkId ?? null, losers.map(({ link: lost, reason }) => [lost?.linkId ?? null, reason])]
}

describe('a typed code goes before a binding, a binding before a click, a click before nobody', () => {
  const binding = bound('bound', 1, 20)
  test.each([
    [{ code, bindings: [binding], click }, 'CODE', 'typed', ['bound', 'clicked']],
    [{ bindings: [binding], click }, 'BINDING', 'bound', ['clicked']],
    [{ click }, 'CLICK', 'clicked', []],
    [{}, 'NOBODY', null, []],
  ] as const)('case %#', (some, via, won, lost) => {
    expect(decided(some)).toEqual([via, won, lost.map((linkId) => [linkId, 'OUTRANKED'])])
  })
})

describe('between bindings the policy decides', () => {
  const bindings = [bound('second', 5, 20, 'CUSTOMER'), bound('first', 1, 20), bound('over', 1, 10)]
  test.each([
    [FIRST, 'first', ['over', 'WINDOW_ENDED'], ['second', 'EARLIER_TAKEN']],
    [LAST, 'second', ['first', 'LATER_TAKEN'], ['over', 'WINDOW_ENDED']],
    [PRIORITY, 'second', ['first', 'LOWER_PRIORITY'], ['over', 'WINDOW_ENDED']],
  ] as const)('$policy', (choice, won, ...lost) => {
    const [via, linkId, losers] = decided({ bindings }, choice)
    expect([via, linkId]).toEqual(['BINDING', won])
    expect((losers as unknown[]).toSorted()).toEqual(lost.toSorted())
  })
})

test('each source that cannot have brought the customer says why', () => {
  const own = { ...link('own', 'CUSTOMER'), sourceId: 'anna', archivedAt: null, isOfRule: false }
  expect(decided({ code: own })).toEqual(['NOBODY', null, [['own', 'OWN_LINK']]])
  expect(decided({ code: { ...code, archivedAt: at(10) } })).toEqual([
    'NOBODY',
    null,
    [['typed', 'ARCHIVED']],
  ])
  expect(decided({ code: { ...code, memberId: 'cafe' } })).toEqual([
    'NOBODY',
    null,
    [['typed', 'OTHER_MEMBER']],
  ])
  expect(decided({ click: { ...click, isMachine: true } })).toEqual([
    'NOBODY',
    null,
    [['clicked', 'MACHINE']],
  ])
  expect(decided({ click: { ...click, endsAt: at(10) } })).toEqual([
    'NOBODY',
    null,
    [['clicked', 'WINDOW_ENDED']],
  ])
  expect(decided({ bindings: [bound('later', 11, 20)] })).toEqual(['NOBODY', null, [['later', 'NOT_YET']]])
  expect(decided({ namesUnknownClick: true })).toEqual(['NOBODY', null, [[null, 'UNKNOWN_CLICK']]])
})

test.each([
  ['a typed code', { code }, 'typed'],
  ['a binding', { bindings: [bound('bound', 1, 20)] }, 'bound'],
  ['a click', { click }, 'clicked'],
] as const)(
  '%s of somebody who works for the source, or of a source that has ended, brings nobody',
  (_what, some, linkId) => {
    const sourceId = `source of ${linkId}`
    expect(decided({ ...some, ownSourceIds: new Set([sourceId]) })).toEqual([
      ...['NOBODY', null],
      [[linkId, 'OWN_LINK']],
    ])
    expect(decided({ ...some, endedSources: new Map([[sourceId, at(10)]]) })).toEqual([
      ...['NOBODY', null],
      [[linkId, 'SOURCE_ENDED']],
    ])
    expect(decided({ ...some, endedSources: new Map([[sourceId, at(11)]]) })[1]).toBe(linkId)
  },
)

test('what is done to a link after the sale changes nothing of it', () => {
  expect(decided({ code: { ...code, archivedAt: at(11) } })).toEqual(['CODE', 'typed', []])
})

test('a code by which a rule gave something is a link’s only where the member brings customers to itself', () => {
  const ofRule = { ...code, isOfRule: true }
  expect(decided({ code: ofRule })).toEqual(['NOBODY', null, [['typed', 'CODE_OF_RULE']]])
  expect(decided({ code: { ...ofRule, sourceId: 'wash' } })).toEqual(['CODE', 'typed', []])
})

test('two links in turn on one day are bound once each, where the last counts', () => {
  const bindings = [
    bound('one', 5, 30),
    { ...bound('two', 5, 30), boundAt: new Date(at(5).getTime() + 60_000) },
  ]
  const again = { ...bound('one', 5, 30), boundAt: new Date(at(5).getTime() + 120_000) }
  const choice = { ...LAST, timeZone: 'Europe/Moscow' }
  expect(bindingThatStays(bindings, again, choice)?.linkId).toBe('two')
  expect(bindingThatStays(bindings, bound('one', 7, 30), choice)).toBeUndefined()
})

describe('the member that sold stands behind everyone who brought it the customer', () => {
  const own = { sourceId: 'wash' }
  const binding = { ...bound('poster', 1, 20), ...own }
  test.each([
    ['its code', { code: { ...code, ...own }, click }, 'clicked', ['typed']],
    ['its binding', { bindings: [binding], click }, 'clicked', ['poster']],
    ['its binding before another', { bindings: [binding, bound('bound', 5, 20)] }, 'bound', ['poster']],
    ['its click', { click: { ...click, ...own } }, 'clicked', []],
  ] as const)('%s', (_what, some, won, lost) => {
    for (const policy of [FIRST, LAST, PRIORITY])
      expect(decided(some, policy).slice(1)).toEqual([won, lost.map((linkId) => [linkId, 'OUTRANKED'])])
  })

  test('and its binding keeps no place from another', () => {
    for (const policy of [FIRST, LAST, PRIORITY]) {
      const choice = { ...policy, timeZone: 'Europe/Moscow' }
      expect(bindingThatStays([binding], bound('new', 5, 30), choice)).toBeUndefined()
      expect(bindingThatStays([bound('old', 1, 20)], { ...binding, boundAt: at(5) }, choice)?.linkId).toBe(
        'old',
      )
    }
  })
})

test('a bill that was opened before and sent after counts what came in between', () => {
  const bindings = [{ ...bound('bound', 1, 20), boundAt: new Date(at(10).getTime() + 1_200_000) }]
  const purchase = { ...touches().purchase, closedAt: new Date(at(10).getTime() + 1_500_000) }
  expect(decided({ purchase, bindings })).toEqual(['BINDING', 'bound', []])
  expect(decided({ bindings })).toEqual(['NOBODY', null, [['bound', 'NOT_YET']]])
})

test('on the first purchase a customer’s referral goes before an affiliate, whatever the affiliate has', () => {
  const affiliate = { ...link('typed', 'AFFILIATE'), archivedAt: null, isOfRule: false }
  const bindings = [bound('friend', 2, 20, 'CUSTOMER'), bound('blogger', 1, 20, 'AFFILIATE')]
  expect(decided({ code: affiliate, bindings }, FIRST, true)).toEqual([
    ...['BINDING', 'friend'],
    [
      ['typed', 'REFERRAL_FIRST'],
      ['blogger', 'REFERRAL_FIRST'],
    ],
  ])
  expect(decided({ code: affiliate, bindings }, FIRST, false).slice(0, 2)).toEqual(['CODE', 'typed'])
})

test('a referral by code, which is no link, goes before an affiliate likewise, and before nobody else', () => {
  const bindings = [bound('blogger', 1, 20, 'AFFILIATE'), bound('poster', 2, 20, 'MEMBER')]
  const purchase = { ...touches({}, true).purchase, isReferred: true }
  expect(decided({ purchase, bindings })).toEqual(['BINDING', 'poster', [['blogger', 'REFERRAL_FIRST']]])
  expect(decided({ purchase, bindings: bindings.slice(0, 1) })).toEqual([
    ...['NOBODY', null],
    [['blogger', 'REFERRAL_FIRST']],
  ])
  const later = { ...purchase, isFirst: false }
  expect(decided({ purchase: later, bindings })).toEqual([
    'BINDING',
    'blogger',
    [['poster', 'EARLIER_TAKEN']],
  ])
})

describe('a binding that stands stays', () => {
  const choice = (policy: SourceChoice) => ({ ...policy, timeZone: 'Europe/Moscow' })
  const standing = [bound('old', 1, 20, 'MEMBER')]
  test.each([
    ['FIRST, always', FIRST, bound('new', 5, 30, 'CUSTOMER'), 'old'],
    ['LAST, never', LAST, bound('new', 5, 30, 'MEMBER'), undefined],
    ['LAST, by the same link on the same day', LAST, bound('old', 1, 30), 'old'],
    ['PRIORITY, before one of its kind', PRIORITY, bound('new', 5, 30, 'MEMBER'), 'old'],
    ['PRIORITY, not before one that goes before it', PRIORITY, bound('new', 5, 30, 'CUSTOMER'), undefined],
    ['FIRST, not beyond its window', FIRST, bound('new', 20, 30, 'MEMBER'), undefined],
  ])('%s', (_when, policy, candidate, stays) => {
    expect(bindingThatStays(standing, candidate, choice(policy))?.linkId).toBe(stays)
  })
})
