import { createHold, encodePublicId, refundPurchase } from '@artel/use-cases'
import { aHold, roubles } from '@artel/use-cases/testing'
import type { BrowserContext } from 'playwright-core'
import type { SiteName, SitesWorld } from './sites-world.ts'

/** Addresses of orders of the auto service and the parts shop, one in each state that has a look of its own. */
export type OrderPages = Readonly<
  Record<'open' | 'held' | 'finished' | 'cancelled' | 'unpaid' | 'paid', string>
>

/** Somebody who is signed in at a site and sends what its pages send. */
interface Visitor {
  readonly cookie: string
  /** Posts a form, or an object as JSON; throws on an answer that is no success. */
  post(path: string, body: URLSearchParams | object): Promise<Response>
}

/** Signs the customer in at the three sites and in the browser, and leaves an order in every state. */
export async function visitEverything(
  world: SitesWorld,
  name: string,
  context: BrowserContext,
): Promise<OrderPages> {
  const customer = world.customerId(name)
  const yard = await signIn(world, 'auto-service', ['/sign-in', new URLSearchParams({ customer })])
  const wash = await signIn(world, 'car-wash', ['/session', { customer }])
  const shop = await signIn(world, 'parts-shop', ['/api/session', { customer }])
  for (const [site, { cookie }] of [
    ['auto-service', yard],
    ['car-wash', wash],
    ['parts-shop', shop],
  ] as const) {
    const [key = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name: key, value, url: world.sites[site] }])
  }
  return { ...(await repairs(world, name, yard)), ...(await purchases(shop)) }
}

async function signIn(
  world: SitesWorld,
  site: SiteName,
  [path, body]: [string, URLSearchParams | object],
): Promise<Visitor> {
  const origin = world.sites[site]
  const send = async (to: string, what: URLSearchParams | object, cookie = ''): Promise<Response> => {
    const isForm = what instanceof URLSearchParams
    const answer = await fetch(origin + to, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, cookie, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      body: isForm ? what : JSON.stringify(what),
    })
    if (answer.status >= 400)
      throw new Error(`${site}${to} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  const [cookie = ''] = ((await send(path, body)).headers.get('set-cookie') ?? '').split(';')
  return { cookie, post: (to, what) => send(to, what, cookie) }
}

/** Repairs of 3 200.00: as dropped off, with points held, finished and taken back, cancelled. */
async function repairs(world: SitesWorld, name: string, { post }: Visitor) {
  const { context } = world.coalition.member('motor-yard')
  const dropOff = async (): Promise<string> => {
    const answer = await post('/orders', new URLSearchParams({ work: 'oil', plate: 'А123ВС76' }))
    return answer.headers.get('location') ?? ''
  }
  const setAside = async (order: string): Promise<void> => {
    const orderRef = order.split('/').at(-1) ?? ''
    const { hold } = await createHold(
      context,
      aHold(world.coalition.customer(name), { orderRef, bill: roubles(3200) }),
    )
    await post(`${order}/hold`, { holdId: encodePublicId('hold', hold.id) })
  }
  const [open, held, finished, cancelled] = [
    await dropOff(),
    await dropOff(),
    await dropOff(),
    await dropOff(),
  ]
  await setAside(held)
  await setAside(finished)
  const receiptRef = finished.split('/').at(-1) ?? ''
  await post(`/workshop/${receiptRef}/start`, new URLSearchParams())
  await post(`/workshop/${receiptRef}/finish`, new URLSearchParams({ work: 'oil' }))
  await refundPurchase(context, {
    purchase: { receiptRef },
    reason: 'Taken back.',
    idempotencyKey: `refund-${receiptRef}`,
  })
  await post(`${cancelled}/cancel`, new URLSearchParams())
  await post(`/workshop/${held.split('/').at(-1)}/start`, new URLSearchParams())
  return { open, held, finished, cancelled }
}

/** Orders of parts, made on a Russian page: one to be paid, one paid with a line returned. */
async function purchases({ post }: Visitor) {
  const order = async (): Promise<string> => {
    const cart = ['MF-2140', 'SP-0731'].map((sku) => ({ sku, quantity: 1 }))
    const answer = (await (await post('/api/orders', { cart, lang: 'ru' })).json()) as {
      order: { id: string }
    }
    return answer.order.id
  }
  const [unpaid, paid] = [await order(), await order()]
  await post(`/api/orders/${paid}/pay`, {})
  await post(`/api/orders/${paid}/refund`, { sku: 'MF-2140' })
  return { unpaid: `/orders/${unpaid}`, paid: `/orders/${paid}` }
}
