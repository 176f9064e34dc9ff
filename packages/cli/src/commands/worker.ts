import { makeExportReader, makeStoreMetrics } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { openStore, startEmbedded } from '@artel/store'
import { installQueues, makeWorkerMetrics, serveStatus, startWorker } from '@artel/worker'
import { collectDefaultMetrics } from 'prom-client'
import { defineCommand } from '../command/define-command.ts'
import { dataDirectory, prepareDataDirectory } from '../data-directory.ts'
import { portOf } from '../listen-port.ts'
import { refuseUnmigrated } from '../settings/database-settings.ts'
import { workerSettings } from '../settings/process-settings.ts'
import { webhookSettings } from '../settings/webhook-settings.ts'
import { nextStopSignal } from '../stop-signal.ts'
import { startTracing } from '../tracing/start-tracing.ts'

const DEFAULT_STATUS_PORT = '4010'

/** `artel worker`: due jobs in a process of their own, beside `artel serve` and others of its kind. */
export const worker = defineCommand({
  meta: {
    name: 'worker',
    description: 'Run the due jobs until Ctrl-C, beside `serve --no-worker` and any number of other workers.',
    ru: 'Выполнять очередные задания до Ctrl-C, рядом с `serve --no-worker` и другими исполнителями.',
  },
  args: {
    port: {
      type: 'string',
      description: 'Where /healthz, /readyz and /metrics answer; 0 = any free port.',
      ru: 'Порт, где отвечают /healthz, /readyz и /metrics; 0 - любой свободный.',
      default: process.env.ARTEL_WORKER_PORT || DEFAULT_STATUS_PORT,
    },
  },
  run: ({ args }) => workUntilStopped(portOf('--port', args.port)),
})

/** What has been started, to be stopped in the reverse order. */
type Undo = (() => unknown)[]

async function workUntilStopped(port: number): Promise<number> {
  const undo: Undo = []
  const stopAsked = nextStopSignal()
  try {
    const statusPort = await startAll(undo, port)
    process.stdout.write(
      `Artel works in the background (health: http://localhost:${statusPort}/readyz). Stop with Ctrl-C.\n`,
    )
    await stopAsked
    return 0
  } finally {
    for (const stop of undo.reverse()) await stop()
  }
}

async function startAll(undo: Undo, port: number): Promise<number> {
  const { database, host, logLevel, collector, allowPrivateWebhooks } = workerSettings(process.env)
  const log = makeLog(logLevel)
  undo.push(await startTracing({ endpoint: collector, serviceName: 'artel-worker', log }))
  const databaseUrl = database.url ?? (await ownDatabase(undo))
  await refuseUnmigrated(databaseUrl)
  const direct = database.url === undefined ? databaseUrl : database.directUrl
  if (direct !== undefined) await installQueues({ databaseUrl: direct })
  const metrics = makeWorkerMetrics()
  collectDefaultMetrics({ register: metrics.registry })
  const writes = makeStoreMetrics(metrics.registry)
  const store = await openStore({ databaseUrl, pooler: database.pooler, onBatch: writes.onBatch })
  undo.push(() => store.close())
  writes.watch(store)
  let works = false
  const running = startWorker({
    store,
    databaseUrl,
    metrics,
    log,
    webhooks: webhookSettings({ store, log, allowPrivate: allowPrivateWebhooks }),
    exportReader: makeExportReader({ store, log }),
    onReady: () => {
      works = true
    },
  })
  undo.push(() => {
    works = false
    return running.stop()
  })
  const status = await serveStatus({
    store,
    registry: metrics.registry,
    works: () => works,
    port,
    host,
  })
  undo.push(() => status.stop())
  return status.port
}

/** The embedded server: shared with the Artel that runs it, else started for as long as this works. */
async function ownDatabase(undo: Undo): Promise<string> {
  const dataDir = dataDirectory()
  prepareDataDirectory(dataDir)
  const server = await startEmbedded({ dataDir })
  undo.push(() => server.stop())
  return server.databaseUrl
}
