import type { Context } from '../access/principal.ts'
import { type OccasionInput, type RecordedOccasion, recordOccasion } from './record-occasion.ts'

/**
 * Records that a customer visited the calling member, and gives what rules on visits give. The same key again answers the same.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function recordVisit(context: Context, input: OccasionInput): Promise<RecordedOccasion> {
  return recordOccasion(context, input, { kind: 'VISIT', event: null })
}
