import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createArtel } from '@artel/sdk'
import { configuration, refuseToStart } from './server/configuration.js'
import { openOrders } from './server/orders.js'
import { handle } from './server/routes.js'

const settings = configuration(process.env)
const builtFolder = fileURLToPath(new URL('./dist/', import.meta.url))
if (!existsSync(`${builtFolder}index.html`))
  refuseToStart('The page is not built yet. Run "npm run build" here first.')

const shop = {
  configuration: settings,
  artel: createArtel({ url: settings.apiUrl, apiKey: settings.apiKey }),
  orders: openOrders(settings.ordersFile),
  builtFolder,
}

const server = createServer((request, response) => handle(shop, request, response))
server.once('error', (error) =>
  refuseToStart(`Cannot listen on port ${settings.port} (${error.code}). Set PORT to a free one.`),
)
server.listen(settings.port, settings.host, () => console.log(`Kolenval: ${settings.publicOrigin}`))

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
