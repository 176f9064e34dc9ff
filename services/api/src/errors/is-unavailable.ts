/** Codes of a database that cannot be reached: sockets, PostgreSQL classes 08, 53 and 57, Prisma's equivalents. */
const UNAVAILABLE_CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|53...|57...|P1001|P1002|P1008|P1017|P2024|P2037)$/
/** Messages of pool and driver errors that carry no code. */
const UNAVAILABLE_MESSAGES =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Query read timeout|not queryable|Can't reach database server/i
const MAX_CAUSES = 5

/** Whether an error, or one of its causes, means that the database cannot be reached: a retry may succeed. */
export function isUnavailable(error: unknown): boolean {
  let cause = error
  for (let depth = 0; depth < MAX_CAUSES && cause instanceof Error; depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    if (UNAVAILABLE_CODES.test(code) || UNAVAILABLE_MESSAGES.test(cause.message)) return true
    cause = cause.cause
  }
  return false
}
