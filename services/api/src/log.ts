import { destination, type Logger, type LoggerOptions, pino } from 'pino'

/** Fields that never reach a log, wherever they stand. Variables and headers are not logged to begin with. */
const SECRETS = [
  'authorization',
  'token',
  'secret',
  'apiKey',
  'adminKey',
  'operatorKey',
  'variables',
  'password',
]

export const LOG_OPTIONS: LoggerOptions = {
  name: 'artel-api',
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
}

const STDOUT = 1
/** Lines are written together, once there are so many bytes of them or so much time has passed. Below the 16 384 of one write. */
const BUFFER_BYTES = 8_192
const LONGEST_BUFFERED_MS = 100

/** The default log: JSON lines on stdout, at most a tenth of a second late. What is buffered is written on exit. */
export function makeLog(level = 'info'): Logger {
  const options = { dest: STDOUT, sync: false, minLength: BUFFER_BYTES, periodicFlush: LONGEST_BUFFERED_MS }
  return pino({ ...LOG_OPTIONS, level }, destination(options))
}

/**
 * For lines whose every field is picked by hand, one a request: looking for secrets in them costs more than all the
 * rest of logging.
 */
export const withoutRedaction = (log: Logger): Logger => log.child({}, { redact: [] })
