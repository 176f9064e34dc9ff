import { micros, minor, points } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { AlreadyExistsError } from './already-exists.ts'
import type { BusinessError } from './business-error.ts'
import { ClockNotMovableError } from './clock.ts'
import { CustomerClosedError } from './customer.ts'
import { CaptureExceedsHoldError, HoldNotOpenError } from './hold.ts'
import { IdempotencyKeyMismatchError } from './idempotency.ts'
import { MemberHasObligationsError, MemberNotActiveError } from './member.ts'
import { NotFoundError } from './not-found.ts'
import { InsufficientPointsError, PointsShareExceededError, TokenCapExceededError } from './points.ts'
import { ReceiptAlreadyUsedError, RefundExceedsPurchaseError } from './purchase.ts'
import { reviveRefusal } from './revive-refusal.ts'
import { ValidationError } from './validation.ts'

const asked = { requested: points(2n ** 62n) }
const refusals: readonly BusinessError[] = [
  new AlreadyExistsError('customer', 'an-id', { path: [] }),
  new CaptureExceedsHoldError({ held: points(1n), ...asked }),
  new ClockNotMovableError(),
  new CustomerClosedError(),
  new HoldNotOpenError('VOIDED'),
  new IdempotencyKeyMismatchError(),
  new InsufficientPointsError({ available: points(1n), ...asked }),
  new MemberHasObligationsError({
    outstandingPoints: points(1n),
    clearingMicros: micros(-(2n ** 62n)),
    openHolds: 3n,
  }),
  new MemberNotActiveError('SUSPENDED'),
  new NotFoundError('customer'),
  new PointsShareExceededError({ maxPoints: points(1n), ...asked }),
  new ReceiptAlreadyUsedError({ purchaseId: 'an-id', receiptRef: 'a receipt' }),
  new RefundExceedsPurchaseError({ refundableMinor: minor(5n), lineRef: 'a line' }),
  new TokenCapExceededError(points(1n)),
  new ValidationError(['lines', '0', 'ref'], 'Must be unique in the bill.'),
]

describe('a recorded refusal', () => {
  it.each(refusals.map((refusal) => [refusal.code, refusal] as const))(
    '%s comes back as itself',
    (_, refusal) => {
      const recorded = JSON.parse(JSON.stringify({ code: refusal.code, details: refusal.details }))
      const revived = reviveRefusal(recorded, { replayed: true })
      expect(revived).toBeInstanceOf(refusal.constructor)
      expect(revived).toMatchObject({ ...refusal, replayed: true })
      expect(revived?.message).toBe(refusal.message)
    },
  )

  it('of a code that no class owns is not made up', () => {
    expect(reviveRefusal({ code: 'SOMETHING_ELSE', details: {} })).toBeUndefined()
  })
})

describe('the message of every refusal', () => {
  it.each(refusals.map((refusal) => [refusal.code, refusal] as const))('%s is a sentence', (_, refusal) => {
    expect(refusal.message).toMatch(/^[A-Z].{20,}\.$/s)
  })
})
