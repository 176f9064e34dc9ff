import { setTimeout as delay } from 'node:timers/promises'

/** Whether an insert failed on a unique constraint (SQLSTATE 23505, which Prisma reports as P2002). */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, 'P2002')
}

/**
 * Whether a transaction lost to another one and may simply be run again (SQLSTATE 40001 or 40P01). Prisma reports it
 * as P2034 when a statement fails, as its driver's own error when the commit does, and with that inside when a raw
 * statement does.
 */
function isSerializationFailure(error: unknown): boolean {
  if (hasCode(error, 'P2034')) return true
  if (!(error instanceof Error)) return false
  const { meta } = error as { meta?: { driverAdapterError?: unknown } }
  const driven = meta?.driverAdapterError
  return isWriteConflict(error.cause) || (driven instanceof Error && isWriteConflict(driven.cause))
}

const isWriteConflict = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'TransactionWriteConflict'

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}

const MAX_ATTEMPTS = 8

/** Runs a serialisable transaction again while it loses to others, at most 8 times. */
export function retrySerialisation<Result>(run: () => Promise<Result>): Promise<Result> {
  return retryWhile(isSerializationFailure, run)
}

/** Runs a write of a next version again while others take the version first, at most 8 times. */
export function retryUniqueViolation<Result>(run: () => Promise<Result>): Promise<Result> {
  return retryWhile(isUniqueViolation, run)
}

async function retryWhile<Result>(
  isLost: (error: unknown) => boolean,
  run: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isLost(error)) throw error
      // Those who lost to each other would meet again if they came back at once.
      await delay(Math.random() * 2 ** attempt)
    }
  }
}
