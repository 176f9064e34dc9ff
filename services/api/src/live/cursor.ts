import { requestError } from '../errors/request-error.ts'

/** Room for the steps of a batch beside its number. */
const STEP_BITS = 20n

/** Where a step of a batch stands among all of its coalition. */
export const positionOf = (batchNo: bigint, step: number): bigint => (batchNo << STEP_BITS) + BigInt(step)

/** Everything of a batch stands before or at it. */
export const endOfBatch = (batchNo: bigint): bigint => positionOf(batchNo + 1n, 0) - 1n

/** The batch and the step of a position. */
export const stepAt = (position: bigint): { readonly batchNo: bigint; readonly step: number } => ({
  batchNo: position >> STEP_BITS,
  step: Number(position & ((1n << STEP_BITS) - 1n)),
})

/** What cursors of a kind of events begin with, so that none is taken for another's. */
export type CursorKind = 'b' | 'p'

/** The cursor of a position: opaque to callers. */
export const cursorAt = (kind: CursorKind, position: bigint): string => `${kind}${position}`

const CURSOR = /^([bp])(0|[1-9]\d{0,18})$/

/** The position of a cursor, null without one. Throws BAD_USER_INPUT for one that is not of this kind. */
export function readPosition(kind: CursorKind, cursor: string | null): bigint | null {
  if (cursor === null) return null
  const [, found, digits = ''] = CURSOR.exec(cursor) ?? []
  if (found !== kind) throw notACursor()
  return BigInt(digits)
}

/** BAD_USER_INPUT: it was not made by this subscription. */
export const notACursor = () => requestError('BAD_USER_INPUT', 'after is not a cursor of this subscription.')

/** CURSOR_EXPIRED: the stream cannot go on from there. */
export const cursorExpired = () =>
  requestError(
    'CURSOR_EXPIRED',
    'The stream cannot catch up from this cursor. Read what you show anew, and subscribe without it.',
  )
