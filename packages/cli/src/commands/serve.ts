import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type ApiConfig,
  consoleSender,
  makeLog,
  makeStoreMetrics,
  type RunningApi,
  sessionKeyFromJwk,
  startApi,
} from '@artel/api'
import { migrate, openStore, startEmbedded } from '@artel/store'
import { installQueues, makeWorkerMetrics, startWorker } from '@artel/worker'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { dataDirectory, prepareDataDirectory } from '../data-directory.ts'
import { type DatabaseSettings, databaseSettings, refuseUnmigrated } from '../database-settings.ts'
import { acquireInstanceLock } from '../instance-lock.ts'
import { limitSettings } from '../limit-settings.ts'
import { hostFromEnvironment, portFromEnvironment } from '../listen-port.ts'
import { mailSender, secretsKey } from '../mail-settings.ts'
import { millisecondsOf } from '../milliseconds.ts'
import { nextStopSignal } from '../stop-signal.ts'
import { allowsPrivateWebhooks, webhookSettings } from '../webhook-settings.ts'

/** `artel serve`: the API and the worker in one process, with the embedded database unless DATABASE_URL names another. */
export const serve = defineCommand({
  meta: {
    name: 'serve',
    description: 'Serve the API and run the due jobs until Ctrl-C. Migrates first.',
    ru: 'Обслуживать API и выполнять очередные задания до Ctrl-C. Сначала обновляет базу.',
  },
  args: {
    production: {
      type: 'boolean',
      description: 'Hide the schema from strangers and let browsers keep the widget.',
      ru: 'Скрыть схему от посторонних и разрешить браузерам хранить виджет.',
      default: process.env.NODE_ENV === 'production',
    },
    worker: {
      type: 'boolean',
      description: 'Run the due jobs in this process. --no-worker leaves them to `artel worker`.',
      ru: 'Выполнять задания в этом же процессе. --no-worker оставляет их `artel worker`.',
      default: true,
    },
  },
  run: ({ args }) => serveUntilStopped({ production: args.production, worker: args.worker }),
})

interface ServeOptions {
  readonly production: boolean
  /** Whether due jobs run in this process too. */
  readonly worker: boolean
}

/** What has been started, to be stopped in the reverse order. */
type Undo = (() => unknown)[]

async function serveUntilStopped(options: ServeOptions): Promise<number> {
  const undo: Undo = []
  const stopAsked = nextStopSignal()
  try {
    const api = await startAll(undo, options)
    process.stdout.write(`Artel serves at ${api.url} (GraphQL: ${api.url}/graphql). Stop with Ctrl-C.\n`)
    await stopAsked
    return 0
  } finally {
    for (const stop of undo.reverse()) await stop()
  }
}

async function startAll(undo: Undo, options: ServeOptions): Promise<RunningApi> {
  const port = portFromEnvironment()
  const config = apiConfig(process.env, options.production)
  const settings = databaseSettings()
  const databaseUrl = settings.url ?? (await ownDatabase(undo))
  await prepareDatabase(databaseUrl, settings)
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = makeStoreMetrics(registry)
  const store = await openStore({ databaseUrl, pooler: settings.pooler, onBatch: metrics.onBatch })
  undo.push(() => store.close())
  metrics.watch(store)
  const log = makeLog(process.env.ARTEL_LOG_LEVEL ?? 'warn')
  const webhooks = webhookSettings(process.env, { store, log, production: options.production })
  const api = await startApi({ store, port, host: hostFromEnvironment(), config, log, registry })
  const worker = options.worker
    ? startWorker({ store, databaseUrl, log, webhooks, metrics: makeWorkerMetrics(registry) })
    : undefined
  // At once: /readyz says that this process goes while the worker still waits for what it has in hand.
  undo.push(() => Promise.all([api.stop(), worker?.stop()]))
  return api
}

/** Migrates past the pooler. Where only the pooler can be reached, somebody else has to have migrated. */
async function prepareDatabase(databaseUrl: string, { url, directUrl }: DatabaseSettings): Promise<void> {
  const direct = url === undefined ? databaseUrl : directUrl
  if (direct === undefined) return refuseUnmigrated(databaseUrl)
  await migrate({ databaseUrl: direct })
  await installQueues({ databaseUrl: direct })
}

/** The embedded server, with this process as the only owner of the data directory. */
async function ownDatabase(undo: Undo): Promise<string> {
  const dataDir = dataDirectory()
  prepareDataDirectory(dataDir)
  const lock = acquireInstanceLock(dataDir, new Date())
  undo.push(() => lock.release())
  const server = await startEmbedded({ dataDir })
  undo.push(() => server.stop())
  return server.databaseUrl
}

function apiConfig(env: NodeJS.ProcessEnv, production: boolean): Partial<ApiConfig> {
  return {
    production,
    allowPrivateWebhooks: allowsPrivateWebhooks(env, production),
    widgetDir: join(widgetBuild(), 'cdn'),
    packagesDir: join(widgetBuild(), 'packages'),
    ...(env.ARTEL_OPERATOR_KEY ? { operatorKey: env.ARTEL_OPERATOR_KEY } : {}),
    ...(env.ARTEL_METRICS_TOKEN ? { metricsToken: env.ARTEL_METRICS_TOKEN } : {}),
    ...(env.ARTEL_PUBLIC_URL ? { publicUrl: env.ARTEL_PUBLIC_URL } : {}),
    ...limitSettings(env),
    drainDelayMs: millisecondsOf('ARTEL_DRAIN_DELAY_MS', env.ARTEL_DRAIN_DELAY_MS || '0', 60_000),
    ...optional('messageSender', messageSender(env, production)),
    secretsKey: secretsKey(env, production),
    ...(env.ARTEL_SESSION_KEY ? { sessionKey: sessionKey(env.ARTEL_SESSION_KEY) } : {}),
  }
}

/** A setting that was made; none at all leaves the default. */
const optional = <Name extends keyof ApiConfig>(name: Name, value: ApiConfig[Name] | undefined) =>
  value === undefined ? {} : { [name]: value }

/** SMTP where it is set; in development also a folder. */
function messageSender(env: NodeJS.ProcessEnv, production: boolean): ApiConfig['messageSender'] | undefined {
  if (env.ARTEL_MESSAGES_DIR) return developmentSender(env.ARTEL_MESSAGES_DIR, production)
  return mailSender(env)
}

function developmentSender(folder: string, production: boolean): ApiConfig['messageSender'] {
  if (production)
    throw new CliError(
      'ARTEL_MESSAGES_DIR keeps codes in plain text: it is for development, never in production.',
    )
  return consoleSender({ folder })
}

function sessionKey(json: string): ApiConfig['sessionKey'] {
  try {
    return sessionKeyFromJwk(JSON.parse(json))
  } catch {
    throw new CliError('ARTEL_SESSION_KEY must be a private Ed25519 or P-256 key as JWK.')
  }
}

/** Where the built widget lies in this workspace, and the packages that its build makes for npm. */
function widgetBuild(): string {
  const manifest = createRequire(import.meta.url).resolve('@artel/widget/package.json')
  return join(dirname(manifest), 'dist')
}
