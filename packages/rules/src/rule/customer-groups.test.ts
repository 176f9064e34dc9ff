import { basisPoints, InvalidInputError, minor, points } from '@artel/ledger'
import { expect, it } from 'vitest'
import { someRule } from '../testing/rules.ts'
import { definitionFromJson, definitionToJson } from './definition-json.ts'
import { describeRule } from './describe-rule.ts'
import { evaluateBill } from './evaluate-bill.ts'
import type { RuleConditions } from './rule.ts'
import { validateRule } from './validate-rule.ts'

const drivers = { id: 'seg-1', name: { en: 'Drivers', ru: 'Водители' } }
const friends = { id: 'seg-2', name: { en: 'Friends', ru: 'Друзья' } }
const gold = { id: 'tir-1', name: { en: 'Gold', ru: 'Золото' } }

const reasonFor = (wanted: RuleConditions, groups: readonly string[] | null) =>
  evaluateBill({
    ...{ totalMinor: minor(10_000n), lines: [], spent: points(0n), code: null, used: new Map() },
    ...{ occurredAt: new Date('2026-11-25T09:00:00Z'), timeZone: 'Europe/Moscow' },
    customer: groups && { id: 'anna', lastHere: null, lastAnywhere: null, groups: new Set(groups) },
    earnRule: { kind: 'PERCENT', percentBps: basisPoints(500n), minTotalMinor: minor(0n) },
    rules: [someRule('a', { if: wanted, give: [{ kind: 'POINTS_FIXED', points: points(1n) }] })],
    terms: { faceValueMinor: minor(100n), maxPointsShareBps: basisPoints(5_000n) },
  }).skipped[0]?.reason

it('a rule for segments is for who is in one of them, and for nobody in particular it is not', () => {
  const wanted = { segments: [drivers, friends] }
  expect(reasonFor(wanted, ['seg-2'])).toBeUndefined()
  expect(reasonFor(wanted, ['seg-3'])).toBe('NOT_THIS_CUSTOMER')
  expect(reasonFor(wanted, null)).toBe('NOT_THIS_CUSTOMER')
})

it('segments and tiers must both hold', () => {
  const wanted = { segments: [drivers], tiers: [gold] }
  expect(reasonFor(wanted, ['seg-1'])).toBe('NOT_THIS_CUSTOMER')
  expect(reasonFor(wanted, ['tir-1'])).toBe('NOT_THIS_CUSTOMER')
  expect(reasonFor(wanted, ['seg-1', 'tir-1'])).toBeUndefined()
})

it('the sentence says their names, and what is stored reads back with its keys in one order', () => {
  const rule = someRule('a', { if: { tiers: [gold], segments: [drivers, friends] } })
  expect(describeRule(rule, 'en', 'RUB')).toContain(
    'for customers in «Drivers» or «Friends», with the tier «Gold»',
  )
  expect(describeRule(rule, 'ru', 'RUB')).toContain(
    'для покупателей из списка «Водители» или «Друзья», с уровнем «Золото»',
  )
  const turned = { name: { ru: 'Водители', en: 'Drivers' }, id: 'seg-1' }
  const other = someRule('a', { if: { segments: [turned, friends], tiers: [gold] } })
  expect(JSON.stringify(definitionToJson(other))).toBe(JSON.stringify(definitionToJson(rule)))
  expect(definitionFromJson(definitionToJson(rule)).if).toEqual(rule.if)
})

it('a rule without them is written as it was before there were any', () => {
  expect(definitionToJson(someRule('a', { if: { absentDays: 60 } })).if).toEqual({ absentDays: 60 })
})

it('none of them and one twice are refused at their field', () => {
  const path = (segments: RuleConditions['segments'] & object) => {
    try {
      validateRule(someRule('a', { if: { segments } }))
    } catch (error) {
      if (error instanceof InvalidInputError) return error.path
      throw error
    }
    return undefined
  }
  expect(path([])).toEqual(['if', 'customer', 'segments'])
  expect(path([drivers, drivers])).toEqual(['if', 'customer', 'segments'])
  expect(path([drivers, friends])).toBeUndefined()
})
