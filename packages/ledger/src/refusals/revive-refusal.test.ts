import { describe, expect, it } from 'vitest'
import { sampleRefusals } from '../testing/sample-refusals.ts'
import { reviveRefusal } from './revive-refusal.ts'

describe('a recorded refusal', () => {
  it.each(sampleRefusals().map((refusal) => [refusal.code, refusal] as const))(
    '%s comes back as itself',
    (code, refusal) => {
      const details = JSON.parse(JSON.stringify(refusal.details))
      const revived = reviveRefusal({ code, details }, { replayed: true, path: refusal.path })
      expect(revived).toBeInstanceOf(refusal.constructor)
      expect(revived).toMatchObject({ ...refusal, replayed: true })
      expect(revived?.message).toBe(refusal.message)
    },
  )

  it('of a code that the registry does not have is not made up', () => {
    expect(reviveRefusal({ code: 'SOMETHING_ELSE', details: {} })).toBeUndefined()
    expect(reviveRefusal({ code: 'toString', details: {} })).toBeUndefined()
  })

  it('that lacks a fact is a bug of its recorder', () => {
    expect(() => reviveRefusal({ code: 'HOLD_NOT_OPEN', details: {} })).toThrow(/lacks the detail "status"/)
  })
})

/** Details as they stand in databases, in every shape that was ever written. */
const ON_RECORD: readonly [string, Parameters<typeof reviveRefusal>[0]['details'], object][] = [
  ['INSUFFICIENT_POINTS', { available: '80', requested: '4611686018427387904' }, { requested: 2n ** 62n }],
  ['HOLD_NOT_OPEN', { status: 'VOIDED' }, { holdStatus: 'VOIDED', path: ['holdId'] }],
  ['MEMBER_NOT_ACTIVE', { status: 'SUSPENDED' }, { memberStatus: 'SUSPENDED' }],
  ['INVALID_INPUT', { path: ['lines', '0'], problem: 'No.' }, { path: ['lines', '0'], problem: 'No.' }],
  ['ALREADY_EXISTS', { what: 'customer', existingId: null }, { what: 'customer', existingId: null }],
  ['CUSTOMER_CLOSED', {}, { mergedIntoId: null }],
  ['CUSTOMER_CLOSED', { mergedIntoId: 'an-id' }, { mergedIntoId: 'an-id' }],
  ['CUSTOMER_HAS_OPEN_HOLDS', { openHolds: '3', held: '40' }, { openHolds: 3, held: 40n }],
  ['REFUND_EXCEEDS_PURCHASE', { refundableMinor: '500' }, { refundable: 500n, path: ['amount'] }],
  [
    'REFUND_EXCEEDS_PURCHASE',
    { refundableMinor: '500', lineRef: 'oil' },
    { refundable: 500n, lineRef: 'oil', path: ['lines'] },
  ],
  [
    'CREDIT_LIMIT_REACHED',
    { owedMicros: '-1', addsMicros: '2', limitMicros: '0' },
    { owed: -1n, adds: 2n, limit: 0n },
  ],
  [
    'MEMBER_HAS_OBLIGATIONS',
    { outstandingPoints: '1', clearingMicros: '-2', openHolds: '3' },
    { outstandingPoints: 1n, clearing: -2n, openHolds: 3 },
  ],
  ['WRITE_OFF_EXCEEDS_RECEIVABLE', { owed: '-5', requested: '6' }, { owed: -5n, requested: 6n }],
  [
    'MEMBER_EXIT_INCOMPLETE',
    { missing: 'NOTICE GUARANTEE', guaranteeNeededMicros: '7', redemptionEndsAt: '' },
    { missing: ['NOTICE', 'GUARANTEE'], guaranteeNeeded: 7n, redemptionEndsAt: null },
  ],
  [
    'COALITION_WINDING_DOWN',
    { endsAt: '2026-11-21T12:00:00.000Z' },
    { endsAt: new Date('2026-11-21T12:00:00.000Z') },
  ],
  [
    'WINDOW_STEP_NOT_READY',
    { step: 'CLOSE', missing: [{ kind: 'CUT_OFF', at: '2026-11-30T21:00:00.000Z' }] },
    { missing: [{ kind: 'CUT_OFF', at: '2026-11-30T21:00:00.000Z' }], retryable: true },
  ],
  ['EARLIER_WINDOW_PENDING', { windowNo: '3', status: 'CLOSED' }, { windowNo: 3, windowStatus: 'CLOSED' }],
  ['PLAN_APPROVER_IS_PROPOSER', { actorId: 'a key' }, { code: 'PLAN_APPROVER_IS_PROPOSER' }],
  [
    'BANK_DETAILS_MISSING',
    { ownerId: 'an-id', fields: ['taxId', 'kpp'] },
    { ownerId: 'an-id', fields: ['taxId', 'kpp'] },
  ],
]

describe('an old record', () => {
  it.each(ON_RECORD)('of %s with %j still replays', (code, details, facts) => {
    expect(reviveRefusal({ code, details }, { replayed: true })).toMatchObject({ ...facts, replayed: true })
  })
})
