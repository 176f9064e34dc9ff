import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeExportReader, makeStoreMetrics, type RunningApi, startApi } from '@artel/api'
import { type ApiConfig, makeLog } from '@artel/api/parts'
import { migrate, openStore, startEmbedded } from '@artel/store'
import { installQueues, makeWorkerMetrics, startWorker } from '@artel/worker'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { defineCommand } from '../command/define-command.ts'
import { dataDirectory, prepareDataDirectory } from '../data-directory.ts'
import { fillWords } from '../fill-words.ts'
import { acquireInstanceLock } from '../instance-lock.ts'
import { type DatabaseSettings, refuseUnmigrated } from '../settings/database-settings.ts'
import { serveSettings } from '../settings/process-settings.ts'
import { webhookSettings } from '../settings/webhook-settings.ts'
import { nextStopSignal } from '../stop-signal.ts'
import { startTracing } from '../tracing/start-tracing.ts'

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
  const settings = serveSettings(process.env, options.production)
  const { port, host, config, database, allowPrivateWebhooks } = settings
  const log = makeLog(settings.logLevel)
  undo.push(await startTracing({ endpoint: settings.collector, serviceName: 'artel-api', log }))
  const databaseUrl = database.url ?? (await ownDatabase(undo))
  await prepareDatabase(databaseUrl, database)
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = makeStoreMetrics(registry)
  const store = await openStore({ databaseUrl, pooler: database.pooler, onBatch: metrics.onBatch })
  undo.push(() => store.close())
  metrics.watch(store)
  const api = await startApi({ store, port, host, config: { ...config, ...built() }, log, registry })
  const worker = options.worker
    ? startWorker({
        store,
        databaseUrl,
        log,
        webhooks: webhookSettings({ store, log, allowPrivate: allowPrivateWebhooks }),
        exportReader: makeExportReader({ store, log }),
        metrics: makeWorkerMetrics(registry),
      })
    : undefined
  // At once: /readyz says that this process goes while the worker still waits for what it has in hand.
  undo.push(() => Promise.all([api.stop(), worker?.stop()]))
  return api
}

/** Migrates past the pooler. Where only the pooler can be reached, somebody else has to have migrated. */
async function prepareDatabase(databaseUrl: string, { url, directUrl }: DatabaseSettings): Promise<void> {
  const direct = url === undefined ? databaseUrl : directUrl
  if (direct === undefined) return refuseUnmigrated(databaseUrl)
  const { applied } = await migrate({ databaseUrl: direct })
  await installQueues({ databaseUrl: direct })
  if (applied.length > 0) await fillWords(direct)
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

/** Where the built portal and widget lie in this workspace, and the packages that the widget's build makes for npm. */
function built(): Partial<ApiConfig> {
  const { resolve } = createRequire(import.meta.url)
  const distOf = (name: string) => join(dirname(resolve(`${name}/package.json`)), 'dist')
  const widget = distOf('@artel/widget')
  return {
    portalDir: distOf('@artel/portal'),
    pageDir: distOf('@artel/page'),
    widgetDir: join(widget, 'cdn'),
    packagesDir: join(widget, 'packages'),
  }
}
