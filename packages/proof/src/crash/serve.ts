import { startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { openStore } from '@artel/store'

/**
 * The API in a process of its own, to be killed or stopped: `serve.ts <databaseUrl> <port> <queueLimit> <drainDelayMs>`. Says
 * its port when it listens.
 */
const [databaseUrl = '', port, queueLimit, drainDelayMs] = process.argv.slice(2)
process.once('disconnect', () => process.exit(0))
const store = await openStore({ databaseUrl, queueLimit: Number(queueLimit) })
const config = { drainDelayMs: Number(drainDelayMs) }
const api = await startApi({ store, port: Number(port), host: '127.0.0.1', config, log: makeLog('silent') })
process.once('SIGTERM', async () => {
  await api.stop()
  await store.close()
  process.exit(0)
})
process.send?.({ port: api.port })
