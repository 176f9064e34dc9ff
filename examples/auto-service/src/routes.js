import { clickOf, rememberClick } from '@artel/sdk'
import { adoptHolds } from './adopt-holds.js'
import { ownOrigin, readBody, redirect, sendFile, sendJson, sendPage } from './http.js'
import { locale } from './locale.js'
import { orderNumber, pathOf } from './orders.js'
import { homePage } from './pages/home.js'
import { messagePage } from './pages/message.js'
import { orderPage, ordersPage } from './pages/order.js'
import { workshopPage } from './pages/workshop.js'
import { worksOf } from './price-list.js'
import { refusalText } from './refusal-text.js'
import { attachHold, cancelOrder, finishOrder, startOrder, withReturns } from './repair.js'
import { endedSessionCookie, sessionCookie, sessionCustomerId } from './session.js'
import { mayEnterWorkshop } from './workshop-password.js'

const routes = [
  ['GET', '/', home],
  ['GET', '/healthz', health],
  ['POST', '/sign-in', signIn],
  ['POST', '/sign-out', signOut],
  ['POST', '/artel-token', token],
  ['GET', '/orders', listOrders],
  ['POST', '/orders', openOrder],
  ['GET', '/orders/:id', showOrder],
  ['POST', '/orders/:id/hold', holdMade],
  ['POST', '/orders/:id/cancel', cancel],
  ['GET', '/workshop', workshop],
  ['POST', '/workshop/:id/start', start],
  ['POST', '/workshop/:id/finish', finish],
]

/** Answers one request. `site` is what server.js has put together once. */
export async function handle(site, request, response) {
  const { publicOrigin, demoCustomers } = site.configuration
  const url = new URL(request.url, publicOrigin)
  for (const [name, value] of Object.entries(site.headers)) response.setHeader(name, value)
  const customerId = sessionCustomerId(request)
  const customer = demoCustomers.find(({ id }) => id === customerId)
  const visit = { url, configuration: site.configuration, locale: locale(url), customer }
  try {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    if (method !== 'GET' && !ownOrigin(request, publicOrigin)) {
      return sendPage(response, messagePage(visit, 'foreign'), 403)
    }
    for (const [routeMethod, pattern, answer] of routes) {
      const id = match(pattern, url.pathname)
      if (method === routeMethod && id !== undefined)
        return await answer({ site, visit, request, response, id })
    }
    if (method === 'GET' && (await sendFile(response, site.publicFolder, url.pathname))) return
    sendPage(response, messagePage(visit, 'missing'), 404)
  } catch (error) {
    console.error(error)
    if (!response.headersSent) sendPage(response, messagePage(visit, 'broken'), 500)
  }
}

/** The `:id` of the path ('' when the pattern has none), or undefined when the path is another or no text at all. */
function match(pattern, path) {
  const found = new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(path)
  try {
    return found ? decodeURIComponent(found[1] ?? '') : undefined
  } catch {
    return undefined // bytes that are not UTF-8: no order is called that
  }
}

function home({ visit, request, response }) {
  // The click that a partner's link brought, kept for a year for visitors who agreed to cookies.
  const cookie = rememberClick(request, { consented: hasAgreed(request), ...isSecure(visit) })
  if (cookie !== null) response.setHeader('set-cookie', cookie)
  sendPage(response, homePage(visit))
}

function health({ response }) {
  sendJson(response, { ok: true })
}

/** Your banner sets this cookie when the visitor agrees; the demo has none, so it remembers nobody. */
const hasAgreed = (request) => /(?:^|;\s*)cookies=agreed(?:;|$)/.test(request.headers.cookie ?? '')

async function signIn({ site, visit, request, response }) {
  const form = await readBody(request)
  // The demo's sign-in takes anybody at their word. Yours checks a password or a code from a text message here.
  const customer = visit.configuration.demoCustomers.find(({ id }) => id === form.get('customer'))
  if (!customer) return sendPage(response, messagePage(visit, 'missing'), 404)
  await bindToSource(site, customer, request)
  const back = form.get('back') === '/orders' ? '/orders' : '/'
  redirect(response, visit.locale.link(back), { 'set-cookie': sessionCookie(customer.id, isSecure(visit)) })
}

/** Tells the coalition who brought the customer. Nobody waits outside when that cannot be done. */
async function bindToSource({ artel }, { id }, request) {
  const clickId = clickOf(request)
  if (clickId === undefined) return
  const bound = await artel.customers.bind({ customer: { id }, clickId }).catch((error) => error)
  if (bound instanceof Error) console.error(bound)
}

function signOut({ visit, response }) {
  redirect(response, visit.locale.link('/'), { 'set-cookie': endedSessionCookie(isSecure(visit)) })
}

const isSecure = (visit) => ({ secure: visit.configuration.publicOrigin.startsWith('https:') })

/** The widget asks here for a token of ten minutes for whoever is signed in; 401 tells it that nobody is. */
async function token({ site, visit, request, response }) {
  if (!visit.customer) return sendJson(response, { message: 'Nobody is signed in.' }, 401)
  const origin = ownOrigin(request, site.configuration.publicOrigin)
  const session = await site.artel.widgetSessions
    .create({ customer: { id: visit.customer.id }, origin })
    .unwrap()
  sendJson(response, { token: session.token, expiresAt: session.expiresAt })
}

async function listOrders({ site, visit, response }) {
  if (!visit.customer) return sendPage(response, messagePage(visit, 'sign-in'), 401)
  // What this site knows is shown also when the coalition cannot be asked.
  await adoptHolds(site, visit.customer).catch((error) => console.error(error))
  sendPage(response, ordersPage(visit, site.orders.of(visit.customer.id)))
}

async function openOrder({ site, visit, request, response }) {
  const { say, link } = visit.locale
  if (!visit.customer) return sendPage(response, messagePage(visit, 'sign-in'), 401)
  const form = await readBody(request)
  // Only the names of the works come from the form; what they cost is looked up.
  const works = worksOf(form.getAll('work')).map((work) => work.ref)
  const plate = (form.get('plate') ?? '').toUpperCase().replace(/[^\p{L}\d]/gu, '')
  if (works.length === 0 || plate.length < 6 || plate.length > 9) {
    const problem = say(
      'Отметьте хотя бы одну работу и впишите госномер целиком.',
      'Tick at least one work and give the whole number plate.',
    )
    return sendPage(response, homePage(visit, { problem, works, plate }), 422)
  }
  const now = new Date()
  const order = site.orders.save({
    id: orderNumber(now),
    customerId: visit.customer.id,
    customerName: visit.customer.name,
    plate,
    works,
    status: 'OPEN',
    openedAt: now.toISOString(),
  })
  redirect(response, link(pathOf(order)))
}

/** Somebody else's order looks like no order at all. */
function ownOrder(site, visit, id) {
  const order = site.orders.find(id)
  return order && order.customerId === visit.customer?.id ? order : undefined
}

async function showOrder({ site, visit, response, id }) {
  const order = ownOrder(site, visit, id)
  if (!order) return sendPage(response, messagePage(visit, 'missing'), 404)
  // The counter returns money by the till; what this site knows is shown also when the coalition cannot be asked.
  const known = await withReturns(site, order).catch((error) => console.error(error))
  sendPage(response, orderPage(visit, known ?? order))
}

async function holdMade({ site, visit, request, response, id }) {
  const order = ownOrder(site, visit, id)
  if (!order) return sendJson(response, { message: 'No such order.' }, 404)
  const { holdId } = await readBody(request)
  const attached = await attachHold(site, order, String(holdId))
  if (attached) return sendJson(response, { ok: true })
  const message = visit.locale.say(
    'Эти баллы отложены не под этот заказ. Обновите страницу и попробуйте ещё раз.',
    'These points were not set aside for this order. Reload the page and try again.',
  )
  sendJson(response, { message }, 409)
}

async function cancel({ site, visit, response, id }) {
  const order = ownOrder(site, visit, id)
  if (!order) return sendPage(response, messagePage(visit, 'missing'), 404)
  const { refusal } = await cancelOrder(site, order)
  if (refusal)
    return sendPage(response, orderPage(visit, order, { problem: refusalText(visit.locale, refusal) }), 409)
  redirect(response, visit.locale.link(pathOf(order)))
}

function workshop({ site, visit, request, response }) {
  if (!mayEnterWorkshop(request, response, site.configuration.workshopPassword)) return
  sendPage(response, workshopPage(visit, site.orders.all()))
}

function start({ site, visit, request, response, id }) {
  if (!mayEnterWorkshop(request, response, site.configuration.workshopPassword)) return
  const order = site.orders.find(id)
  if (!order) return sendPage(response, messagePage(visit, 'missing'), 404)
  startOrder(site, order)
  redirect(response, visit.locale.link('/workshop'))
}

async function finish({ site, visit, request, response, id }) {
  if (!mayEnterWorkshop(request, response, site.configuration.workshopPassword)) return
  const order = site.orders.find(id)
  if (!order) return sendPage(response, messagePage(visit, 'missing'), 404)
  const form = await readBody(request)
  const works = worksOf(form.getAll('work')).map((work) => work.ref)
  const { refusal } = await finishOrder(site, order, works, visit.locale.lang)
  if (!refusal) return redirect(response, visit.locale.link('/workshop'))
  sendPage(
    response,
    workshopPage(visit, site.orders.all(), {
      problem: refusalText(visit.locale, refusal),
      refused: { id, works },
    }),
    409,
  )
}
