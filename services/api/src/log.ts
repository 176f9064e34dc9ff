import { describeFailure } from '@artel/use-cases'
import { destination, type Logger, type LoggerOptions, pino } from 'pino'

/** Fields that are redacted at any of the first three levels. Variables and headers are never passed to a log. */
const SECRETS = [
  'authorization',
  'token',
  'secret',
  'apiKey',
  'adminKey',
  'operatorKey',
  'variables',
  'password',
  'pin',
]

export const LOG_OPTIONS: LoggerOptions = {
  name: 'artel-api',
  serializers: { err: describeFailure },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
}

const STDOUT = 1
/** Lines are buffered up to this size or this time. The size stays below the 16 384 bytes of one write. */
const BUFFER_BYTES = 8_192
const LONGEST_BUFFERED_MS = 100

/** The default log: JSON lines on stdout, at most a tenth of a second late. The buffer is written on exit. */
export function makeLog(level = 'info'): Logger {
  const options = { dest: STDOUT, sync: false, minLength: BUFFER_BYTES, periodicFlush: LONGEST_BUFFERED_MS }
  return pino({ ...LOG_OPTIONS, level }, destination(options))
}

/**
 * A log without redaction, for the line of each request: its fields are chosen here and hold no secrets, and searching
 * them would cost more than the rest of logging.
 */
export const withoutRedaction = (log: Logger): Logger => log.child({}, { redact: [] })
