import { createHash } from 'node:crypto'
import { InvalidInputError, minor } from '@artel/ledger'
import { describe, expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { pilotStatusOn, proposalOf } from './judge-pilot.ts'
import { pilotBucket, pilotGroup } from './pilot-group.ts'
import { validatePilot } from './validate-pilot.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const PILOT = '0192f000-0000-7000-8000-000000000001'
const customers = Array.from(
  { length: 20_000 },
  (_, index) => `0192f000-0000-7000-8000-${String(index).padStart(12, '0')}`,
)

describe('the control', () => {
  test('is told by the whole digest modulo 10 000', () => {
    // echo -n "$PILOT:$CUSTOMER" | sha256sum, and the number by bc.
    const digest = createHash('sha256').update(`${PILOT}:${customers[0]}`).digest('hex')
    expect(pilotBucket(PILOT, customers[0] as string, sha256)).toBe(Number(BigInt(`0x${digest}`) % 10_000n))
  })

  test('has about its share of the customers, others in another pilot', () => {
    const held = (id: string) =>
      new Set(customers.filter((one) => pilotGroup({ id, controlBps: 2_000 }, one, sha256) === 'CONTROL'))
    const [one, two] = [held(PILOT), held(PILOT.replace(/1$/, '2'))]
    // Five standard deviations of 20 000 draws of a fifth are 283.
    expect(Math.abs(one.size - 4_000)).toBeLessThan(283)
    const both = [...one].filter((each) => two.has(each)).length
    expect(Math.abs(both - 800)).toBeLessThan(140)
  })
})

const day = (text: string) => localDate(text)
const plan = {
  ...{ controlBps: 2_000, fromDay: day('2027-01-11'), toDay: day('2027-02-10'), baseDays: 90 },
  upliftBps: 1_000,
}

test.each([
  ['2027-01-10', null, 'PLANNED'],
  ['2027-01-11', null, 'RUNNING'],
  ['2027-02-10', null, 'RUNNING'],
  ['2027-02-11', null, 'OVER'],
  ['2027-01-20', 'STOP', 'DECIDED'],
] as const)('on %s, decided %s, it is %s', (today, decision, status) => {
  expect(pilotStatusOn({ ...plan, decision }, day(today))).toBe(status)
})

describe('the proposal', () => {
  const spend = (low: bigint, high: bigint) => ({
    ...{ estimate: minor((low + high) / 2n), low: minor(low), high: minor(high) },
  })

  test.each([
    ['RUNNING', true, 10n, 20n, 'WAIT'],
    ['OVER', false, 10n, 20n, 'WAIT'],
    ['OVER', true, 10n, 20n, 'SCALE'],
    ['OVER', true, -20n, -10n, 'STOP'],
    ['OVER', true, 0n, 20n, 'NO_DIFFERENCE'],
    ['OVER', true, -20n, 0n, 'NO_DIFFERENCE'],
    ['DECIDED', true, 10n, 20n, 'SCALE'],
  ] as const)(
    'of a pilot that is %s, sample %s, between %s and %s is %s',
    (status, hasSample, low, high, said) => {
      expect(proposalOf({ status, hasSample, spend: spend(low, high) })).toBe(said)
    },
  )
})

test.each([
  ['controlBps', { controlBps: 499 }],
  ['controlBps', { controlBps: 5_001 }],
  ['fromDay', { fromDay: day('2026-12-01') }],
  ['toDay', { toDay: day('2027-01-10') }],
  ['toDay', { toDay: day('2028-01-12') }],
  ['baseDays', { baseDays: 0 }],
  ['upliftBps', { upliftBps: 0 }],
])('a plan that cannot be names %s', (field, over) => {
  const refused = () => validatePilot({ ...plan, ...over }, day('2026-12-01'))
  expect(refused).toThrow(InvalidInputError)
  expect(refused).toThrow(expect.objectContaining({ path: [field] }))
})

test('a plan of a whole year is one', () => {
  expect(() => validatePilot({ ...plan, toDay: day('2028-01-11') }, day('2026-12-01'))).not.toThrow()
})
