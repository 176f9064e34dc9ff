import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { catalogue, pricedLines } from './catalogue.js'
import { orderNumber } from './orders.js'
import { ownOrigin } from './own-origin.js'
import { endedSessionCookie, sessionCookie, sessionCustomerId } from './session.js'
import { cancelOrder, placeOrder, refundLine } from './shop.js'

const contentTypes = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}
const maxBodyBytes = 64 * 1024

const routes = [
  ['GET', '/healthz', () => ({ ok: true })],
  ['GET', '/api/shop', shopWindow],
  ['POST', '/api/session', signIn],
  ['DELETE', '/api/session', signOut],
  ['POST', '/artel-token', token],
  ['GET', '/api/orders', listOrders],
  ['POST', '/api/orders', openOrder],
  ['POST', '/api/orders/:id/pay', onOwnOrder((shop, order, body) => placeOrder(shop, order, holdIdOf(body)))],
  [
    'POST',
    '/api/orders/:id/cancel',
    onOwnOrder((shop, order, body) => cancelOrder(shop, order, holdIdOf(body))),
  ],
  ['POST', '/api/orders/:id/refund', onOwnOrder((shop, order, body) => refundLine(shop, order, body.sku))],
]

/** Answers one request: JSON under /api, files of the built page, and the page itself for every other address. */
export async function handle(shop, request, response) {
  try {
    const { publicOrigin, apiUrl, demoCustomers } = shop.configuration
    response.setHeader('content-security-policy', contentSecurityPolicy(apiUrl))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    const path = new URL(request.url, publicOrigin).pathname
    const method = request.method === 'HEAD' ? 'GET' : request.method
    // Browsers name the origin of every request that changes something: only our own pages may.
    if (method !== 'GET' && !ownOrigin(request, publicOrigin)) {
      return sendJson(response, refused(403, 'FOREIGN_PAGE'))
    }
    const customerId = sessionCustomerId(request)
    const customer = demoCustomers.find(({ id }) => id === customerId)
    for (const [routeMethod, pattern, answer] of routes) {
      const id = match(pattern, path)
      if (method !== routeMethod || id === undefined) continue
      const body = method === 'POST' ? await readJson(request) : {}
      return sendJson(response, await answer({ shop, customer, body, request, response, id }))
    }
    if (method !== 'GET' || path.startsWith('/api/')) return sendJson(response, refused(404, 'NOT_FOUND'))
    const sent = await sendFile(response, shop.builtFolder, path)
    if (!sent) await sendFile(response, shop.builtFolder, '/index.html')
  } catch (error) {
    console.error(error)
    if (!response.headersSent) sendJson(response, refused(500, 'BROKEN'))
  }
}

/** What the page needs to begin: parts with prices, who is signed in, and where the coalition's API is. */
function shopWindow({ shop, customer }) {
  const { apiUrl, memberId, demoCustomers } = shop.configuration
  return {
    apiUrl,
    memberId,
    customer: customer && personOf(customer),
    customers: demoCustomers.map(personOf),
    catalogue: catalogue.map((part) => ({ ...part, priceMinor: String(part.priceMinor) })),
  }
}

/** Nothing else of the settings goes to the page. */
const personOf = ({ id, name, nameEn }) => ({ id, name, nameEn })

function signIn({ shop, body, response }) {
  const { demoCustomers, publicOrigin } = shop.configuration
  // The demo's sign-in takes anybody at their word. Yours checks a password or a code from a text message here.
  const customer = demoCustomers.find(({ id }) => id === body.customer)
  if (!customer) return refused(404, 'NOT_FOUND')
  response.setHeader('set-cookie', sessionCookie(customer.id, { secure: publicOrigin.startsWith('https:') }))
  return { ok: true }
}

function signOut({ shop, response }) {
  const secure = shop.configuration.publicOrigin.startsWith('https:')
  response.setHeader('set-cookie', endedSessionCookie({ secure }))
  return { ok: true }
}

/** The widget asks here for a token of ten minutes for whoever is signed in; 401 tells it that nobody is. */
async function token({ shop, customer, request }) {
  if (!customer) return refused(401, 'SIGNED_OUT')
  const origin = ownOrigin(request, shop.configuration.publicOrigin)
  const session = { customer: { id: customer.id }, origin }
  const { token, expiresAt } = await shop.artel.widgetSessions.create(session).unwrap()
  return { token, expiresAt }
}

function listOrders({ shop, customer }) {
  return customer ? { orders: shop.orders.of(customer.id) } : refused(401, 'SIGNED_OUT')
}

function openOrder({ shop, customer, body }) {
  if (!customer) return refused(401, 'SIGNED_OUT')
  const lines = pricedLines(body.cart, body.lang === 'en' ? 'en' : 'ru')
  if (!lines) return refused(422, 'INVALID_CART')
  const now = new Date()
  const totalMinor = String(lines.reduce((sum, line) => sum + BigInt(line.totalMinor), 0n))
  const order = { id: orderNumber(now), customerId: customer.id, status: 'OPEN', openedAt: now.toISOString() }
  return { order: shop.orders.save({ ...order, lines, totalMinor }) }
}

const holdIdOf = ({ holdId }) => (typeof holdId === 'string' && holdId !== '' ? holdId : undefined)

/** Somebody else's order looks like no order at all. */
function onOwnOrder(verb) {
  return async ({ shop, customer, body, id }) => {
    const order = shop.orders.find(id)
    if (!order || order.customerId !== customer?.id) return refused(404, 'NOT_FOUND')
    const { order: changed, refusal } = await verb(shop, order, body)
    return refusal ? { ...refused(409, refusal.code), maxPoints: refusal.maxPoints } : { order: changed }
  }
}

const refused = (status, code) => ({ status, code })

/** The `:id` of the path ('' when the pattern has none), or undefined when the path is another. */
function match(pattern, path) {
  const found = new RegExp(`^${pattern.replace(':id', '([\\w-]+)')}$`).exec(path)
  return found ? (found[1] ?? '') : undefined
}

async function readJson(request) {
  const chunks = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new Error('The body is larger than 64 kB.')
    chunks.push(chunk)
  }
  return bytes === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function sendJson(response, { status = 200, ...value }) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(value))
}

async function sendFile(response, folder, path) {
  const file = join(folder, normalize(path))
  const type = contentTypes[extname(file)]
  if (!type || !file.startsWith(folder)) return false
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return false
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-length': found.size })
  createReadStream(file).pipe(response)
  return true
}

function contentSecurityPolicy(apiUrl) {
  return [
    "default-src 'self'",
    `connect-src 'self' ${new URL(apiUrl).origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
