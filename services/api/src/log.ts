import { type Logger, type LoggerOptions, pino } from 'pino'

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

/** The default log: JSON lines on stdout. */
export function makeLog(level = 'info'): Logger {
  return pino({ ...LOG_OPTIONS, level })
}
