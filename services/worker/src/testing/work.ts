import { openStore } from '@artel/store'
import { pino } from 'pino'
import { runWorker } from '../run-worker.ts'

/** A worker in a process of its own, to be killed: `work.ts <databaseUrl> <settings as JSON>`. Says when it works. */
const [databaseUrl = '', settings = '{}'] = process.argv.slice(2)
const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
process.once('disconnect', () => process.exit(0))
const store = await openStore({ databaseUrl, maxConnections: 6 })
await runWorker({
  store,
  databaseUrl,
  signal: stopping.signal,
  log: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
  onReady: () => process.send?.('ready'),
  ...JSON.parse(settings),
})
await store.close()
process.exit(0)
