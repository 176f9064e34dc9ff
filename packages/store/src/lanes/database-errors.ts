/** What a failed statement means for the batch that sent it. Judged by SQLSTATE: constraint names vary by server. */
export type Failure = 'raced' | 'unreachable' | 'broken'

/** Lost to a transaction that came first: serialisation, deadlock, and a key or receipt that is recorded by now. */
const RACED = new Set(['40001', '40P01', '23505'])
/** Classes: 08 connection, 53 out of resources, 57 operator intervention; 58 system error. */
const UNREACHABLE_CLASSES = new Set(['08', '53', '57', '58'])
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
])

/**
 * `raced`: send the same batch again, at once. `unreachable`: nobody knows whether it was recorded, and keys make a
 * repeat safe, so again after a pause. `broken`: one of the commands is at fault, or we are.
 */
export function failureOf(error: unknown): Failure {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return isConnectionLoss(error) ? 'unreachable' : 'broken'
  if (RACED.has(code)) return 'raced'
  if (SOCKET_CODES.has(code) || UNREACHABLE_CLASSES.has(code.slice(0, 2))) return 'unreachable'
  return 'broken'
}

/** The driver throws bare errors, without a code, when a connection ends or is silent, or cannot be had in time. */
function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|not queryable/i.test(
      error.message,
    )
  )
}
