import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createArtel, RefusalError } from '@artel/sdk'
import { artelToken } from './src/artel-token.js'
import { configuration, refuseToStart } from './src/configuration.js'
import { ownOrigin } from './src/own-origin.js'
import { programmes } from './src/programmes.js'
import { recordWash } from './src/record-wash.js'
import { endedSessionCookie, sessionCookie, sessionCustomerId } from './src/session.js'

const settings = configuration(process.env)
const artel = createArtel({ url: settings.apiUrl, apiKey: settings.apiKey })
const secure = settings.publicOrigin.startsWith('https:')
const files = {
  '/': page('index.html'),
  '/en': page('en/index.html'),
  '/page.css': file('page.css', 'text/css'),
  '/bay.css': file('bay.css', 'text/css'),
  '/programmes.css': file('programmes.css', 'text/css'),
  '/bay.js': file('bay.js', 'text/javascript'),
  '/art.svg': file('art.svg', 'image/svg+xml'),
  '/favicon.svg': file('favicon.svg', 'image/svg+xml'),
}
const routes = {
  'GET /healthz': () => ({ ok: true }),
  'GET /session': ({ customer }) => ({
    customer,
    customers: settings.demoCustomers.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    ticket: randomUUID(),
  }),
  'POST /session': signIn,
  'DELETE /session': signOut,
  'POST /artel-token': token,
  'POST /washes': wash,
}

/** A page, with the two things that differ from site to site filled in. In a page of yours they are simply written. */
function page(name) {
  const { body } = file(name, 'text/html')
  const filled = body
    .replaceAll('{{ARTEL_WIDGET_URL}}', settings.widgetUrl)
    .replaceAll('{{ARTEL_MEMBER_ID}}', settings.memberId)
  return { body: filled, type: 'text/html; charset=utf-8' }
}

function file(name, type) {
  return {
    body: readFileSync(new URL(`public/${name}`, import.meta.url), 'utf8'),
    type: `${type}; charset=utf-8`,
  }
}

async function signIn({ request, response }) {
  const { customer } = await readJson(request)
  const known = settings.demoCustomers.find(({ id }) => id === customer)
  if (!known) return refuse(response, 404, 'NOT_FOUND')
  // The demo takes anybody at their word. Yours checks a password or a code from a text message here.
  response.setHeader('set-cookie', sessionCookie(known.id, { secure }))
  return { ok: true }
}

function signOut({ response }) {
  response.setHeader('set-cookie', endedSessionCookie({ secure }))
  return { ok: true }
}

async function token({ customer, request, response }) {
  if (!customer) return refuse(response, 401, 'SIGNED_OUT')
  const origin = ownOrigin(request, settings.publicOrigin)
  return artelToken(artel, { ...settings, customerId: customer.id, origin })
}

async function wash({ customer, request, response }) {
  const { programme, ticket } = await readJson(request)
  if (!customer) return refuse(response, 401, 'SIGNED_OUT')
  const isWash = Object.hasOwn(programmes, programme) && /^[\da-f-]{36}$/.test(ticket)
  if (!isWash) return refuse(response, 422, 'INVALID_INPUT')
  try {
    return {
      ...(await recordWash(artel, { customerId: customer.id, programme, ticket })),
      ticket: randomUUID(),
    }
  } catch (error) {
    if (error instanceof RefusalError) return refuse(response, 409, error.code)
    throw error
  }
}

/** The page says the code in the visitor's language. */
function refuse(response, status, code) {
  response.statusCode = status
  return { code }
}

async function readJson(request) {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 10_000) throw new Error('The body is larger than 10 kB.')
  }
  return JSON.parse(text)
}

const widgetOrigin = new URL(settings.widgetUrl).origin
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' ${widgetOrigin}`,
  `connect-src 'self' ${new URL(settings.apiUrl).origin}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

async function answer(request, response) {
  response.setHeader('content-security-policy', contentSecurityPolicy)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  const path = new URL(request.url, settings.publicOrigin).pathname.replace(/(.)\/$/, '$1')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const static_ = isRead ? files[path] : undefined
  if (static_) return response.writeHead(200, { 'content-type': static_.type }).end(static_.body)
  const route = routes[`${request.method} ${path}`]
  // Browsers name the origin of every request that changes something: only our own pages may.
  const isForeign = !isRead && !ownOrigin(request, settings.publicOrigin)
  const customerId = sessionCustomerId(request)
  const customer = settings.demoCustomers.find(({ id }) => id === customerId)
  const result = isForeign
    ? refuse(response, 403, 'FOREIGN_PAGE')
    : route
      ? await route({ request, response, customer })
      : refuse(response, 404, 'NOT_FOUND')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(result))
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    response.statusCode = 500
    response.end('{"code":"BROKEN"}')
  })
})
server.once('error', (error) =>
  refuseToStart(`Cannot listen on port ${settings.port} (${error.code}). Set PORT to a free one.`),
)
server.listen(settings.port, settings.host, () => console.log(`Blesk: ${settings.publicOrigin}`))

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
