import { makeLog, startApi } from '@artel/api'
import { openStore } from '@artel/store'

/** The API in a process of its own, to be killed: `serve.ts <databaseUrl> <port> <queueLimit>`. Says its port when it listens. */
const [databaseUrl = '', port, queueLimit] = process.argv.slice(2)
process.once('disconnect', () => process.exit(0))
const store = await openStore({ databaseUrl, queueLimit: Number(queueLimit) })
const api = await startApi({ store, port: Number(port), host: '127.0.0.1', log: makeLog('silent') })
process.send?.({ port: api.port })
