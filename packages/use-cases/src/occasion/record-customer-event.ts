import { InvalidInputError } from '@artel/ledger'
import { EVENT_NAME_PROBLEM, isEventName } from '@artel/rules'
import type { Context } from '../access/principal.ts'
import { type OccasionInput, type RecordedOccasion, recordOccasion } from './record-occasion.ts'

export interface CustomerEventInput extends OccasionInput {
  /** What happened: up to 40 lower-case Latin letters, digits and hyphens. */
  readonly event: string
}

/**
 * Records something else that a customer did, as the calling member's own system knows it, and gives what rules on that event give.
 * The same key again answers the same.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function recordCustomerEvent(
  context: Context,
  { event, ...input }: CustomerEventInput,
): Promise<RecordedOccasion> {
  if (!isEventName(event)) throw new InvalidInputError({ path: ['event'], problem: EVENT_NAME_PROBLEM })
  return recordOccasion(context, input, { kind: 'EVENT', event })
}
