import { type ApiConfig, consoleSender, senderByChannel, sessionKeyFromJwk } from '@artel/api/parts'
import type { MessageSender } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { hostFromEnvironment, portFromEnvironment } from '../listen-port.ts'
import { addressOf } from './address.ts'
import { type DatabaseSettings, databaseSettings } from './database-settings.ts'
import { limitSettings } from './limit-settings.ts'
import { mailSender, secretsKey } from './mail-settings.ts'
import { messagesFolder } from './messages-folder.ts'
import { millisecondsOf } from './milliseconds.ts'
import { reading, readSettings } from './read-settings.ts'
import { secretOf } from './secret.ts'
import { smsSender } from './sms-settings.ts'
import { allowsPrivateWebhooks } from './webhook-settings.ts'

/** What the environment says to any long-running process. */
interface ProcessSettings {
  readonly database: DatabaseSettings
  readonly host: string
  /** pino's. */
  readonly logLevel: string
  readonly allowPrivateWebhooks: boolean
  /** Address of the collector of traces; undefined = nothing is traced. */
  readonly collector: string | undefined
}

/** What it says to `artel serve`. */
export interface ServeSettings extends ProcessSettings {
  readonly port: number
  readonly config: Partial<ApiConfig>
}

const LONGEST_DRAIN_DELAY_MS = 60_000

const ofProcess = (env: NodeJS.ProcessEnv, production: boolean, logLevel: string) => ({
  database: reading('DATABASE_URL, DATABASE_POOLER', () => databaseSettings(env)),
  host: reading('HOST', () => hostFromEnvironment(env)),
  logLevel: reading('ARTEL_LOG_LEVEL', () => logLevelOf(env, logLevel)),
  collector: reading('OTEL_EXPORTER_OTLP_ENDPOINT', () =>
    addressOf('OTEL_EXPORTER_OTLP_ENDPOINT', env, 'http://localhost:4318'),
  ),
  allowPrivateWebhooks: reading('ARTEL_PRIVATE_WEBHOOKS', () => allowsPrivateWebhooks(env, production)),
})

/** @throws CliError, a table of every setting that is wrong */
export function serveSettings(env: NodeJS.ProcessEnv, production: boolean): ServeSettings {
  const read = readSettings(env, {
    ...ofProcess(env, production, 'warn'),
    port: reading('PORT', () => portFromEnvironment(env)),
    publicUrl: reading('ARTEL_PUBLIC_URL', () =>
      addressOf('ARTEL_PUBLIC_URL', env, 'https://api.example.com'),
    ),
    operatorKey: reading('ARTEL_OPERATOR_KEY', () => secretOf('ARTEL_OPERATOR_KEY', env, production)),
    metricsToken: reading('ARTEL_METRICS_TOKEN', () => secretOf('ARTEL_METRICS_TOKEN', env, production)),
    limits: reading('ARTEL_RATE_LIMITS, ARTEL_TRUSTED_PROXIES', () => limitSettings(env)),
    drainDelayMs: reading('ARTEL_DRAIN_DELAY_MS', () =>
      millisecondsOf('ARTEL_DRAIN_DELAY_MS', env.ARTEL_DRAIN_DELAY_MS || '0', LONGEST_DRAIN_DELAY_MS),
    ),
    mail: reading('SMTP_URL, MAIL_FROM', () => mailSender(env)),
    sms: reading('SMS_RU_API_ID, SMSC_LOGIN, SMSC_PASSWORD, SMS_FROM', () => smsSender(env)),
    folder: reading('ARTEL_MESSAGES_DIR', () => messagesFolder(env, { production })),
    secretsKey: reading('ARTEL_SECRETS_KEY', () => secretsKey(env, production)),
    session: reading('ARTEL_SESSION_KEY', () => sessionKey(env)),
  })
  const { database, host, logLevel, collector, allowPrivateWebhooks, port } = read
  const config: Partial<ApiConfig> = {
    production,
    allowPrivateWebhooks,
    ...read.limits,
    drainDelayMs: read.drainDelayMs,
    secretsKey: read.secretsKey,
    ...optional('publicUrl', read.publicUrl),
    ...optional('operatorKey', read.operatorKey),
    ...optional('metricsToken', read.metricsToken),
    ...optional('messageSender', messageSender(read, production)),
    ...optional('sessionKey', read.session),
  }
  return { database, host, logLevel, collector, allowPrivateWebhooks, port, config }
}

/** @throws CliError, a table of every setting that is wrong */
export const workerSettings = (env: NodeJS.ProcessEnv): ProcessSettings =>
  readSettings(env, ofProcess(env, env.NODE_ENV === 'production', 'info'))

/** A setting that was made; none at all leaves the default. */
const optional = <Name extends keyof ApiConfig>(name: Name, value: ApiConfig[Name] | undefined) =>
  value === undefined ? {} : { [name]: value }

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function logLevelOf({ ARTEL_LOG_LEVEL: level }: NodeJS.ProcessEnv, fallback: string): string {
  if (!level || LOG_LEVELS.includes(level)) return level || fallback
  throw new CliError(`ARTEL_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; it is "${level}".`, {
    ru: `ARTEL_LOG_LEVEL - одно из ${LOG_LEVELS.join(', ')}; сейчас "${level}".`,
  })
}

/** A folder instead of all gateways; else mail and SMS where they are set. */
function messageSender(
  { mail, sms, folder }: Readonly<Record<'mail' | 'sms' | 'folder', MessageSender | undefined>>,
  production: boolean,
): MessageSender | undefined {
  if (folder) return folder
  // The API's own sender of development gives way to any that is set: without mail, letters are still to be read somewhere.
  const letters = mail ?? (sms && !production ? consoleSender() : undefined)
  return senderByChannel([sms, letters].filter((sender) => sender !== undefined))
}

function sessionKey({ ARTEL_SESSION_KEY: json }: NodeJS.ProcessEnv): ApiConfig['sessionKey'] | undefined {
  if (!json) return undefined
  try {
    return sessionKeyFromJwk(JSON.parse(json))
  } catch {
    throw new CliError('ARTEL_SESSION_KEY must be a private Ed25519 or P-256 key as JWK.', {
      ru: 'ARTEL_SESSION_KEY - закрытый ключ Ed25519 или P-256 в виде JWK.',
    })
  }
}
