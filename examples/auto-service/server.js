import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createArtel } from '@artel/sdk'
import { configuration, refuseToStart } from './src/configuration.js'
import { securityHeaders } from './src/http.js'
import { openOrders } from './src/orders.js'
import { handle } from './src/routes.js'

const settings = configuration(process.env)
const site = {
  configuration: settings,
  artel: createArtel({ url: settings.apiUrl, apiKey: settings.apiKey }),
  orders: openOrders(settings.ordersFile),
  publicFolder: fileURLToPath(new URL('./public/', import.meta.url)),
  headers: securityHeaders(settings),
}

const server = createServer((request, response) => handle(site, request, response))
server.once('error', (error) =>
  refuseToStart(`Cannot listen on port ${settings.port} (${error.code}). Set PORT to a free one.`),
)
server.listen(settings.port, settings.host, () => {
  console.log(`Motor Yard: ${settings.publicOrigin}`)
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
