import { checkText } from '../input/text.ts'

const MAX_REASON_LENGTH = 500

/** A reason as it is kept; null when none is given. InvalidInputError for one that is empty or too long. */
export const checkReason = (reason: string | null | undefined): string | null =>
  reason == null ? null : checkText(['reason'], reason, MAX_REASON_LENGTH)
