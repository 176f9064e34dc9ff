import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pilotGroup } from '../pilot/pilot-group.ts'
import type { RuleDefinition } from '../rule/rule.ts'
import { someRule } from '../testing/rules.ts'
import { isOffered, type OfferViewer } from './is-offered.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const viewer = (customerId: string, ...segments: string[]): OfferViewer => ({
  customerId,
  segments: new Set(segments),
})
const anna = viewer('anna')
const seen = (over: Partial<RuleDefinition>) =>
  [null, anna, viewer('boris', 'seg_1')].map((who) => isOffered(someRule('rule', over), who, sha256))
const group = (id: string) => ({ id, name: { en: 'Taxi', ru: 'Такси' } })

describe('an offer is shown', () => {
  it('to everybody where any customer may use it, a tier to reach too', () => {
    expect(seen({})).toEqual([true, true, true])
    expect(seen({ if: { tiers: [group('tir_1')] } })).toEqual([true, true, true])
    expect(seen({ when: { on: 'BIRTHDAY' } })).toEqual([true, true, true])
  })

  it('to nobody where it takes a code, or waits for an event of another system', () => {
    expect(seen({ if: { code: 'SECRET' } })).toEqual([false, false, false])
    expect(seen({ when: { on: 'EVENT', event: 'crm.call' } })).toEqual([false, false, false])
  })

  it('to those alone whom it is for', () => {
    expect(seen({ if: { segments: [group('seg_1'), group('seg_2')] } })).toEqual([false, false, true])
  })

  it('under a pilot to its treatment alone, and to nobody who is not known', () => {
    const pilot = { id: 'pilot', controlBps: 5_000 }
    const customers = Array.from({ length: 40 }, (_, at) => `customer ${at}`)
    const rule = someRule('rule', { pilot })
    expect(isOffered(rule, null, sha256)).toBe(false)
    const shown = customers.filter((id) => isOffered(rule, viewer(id), sha256))
    expect(shown).toEqual(customers.filter((id) => pilotGroup(pilot, id, sha256) === 'TREATMENT'))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(customers.length)
  })
})
