/** A part of the catalogue; the price in kopecks, a decimal string. */
export interface Part {
  sku: string
  drawing: string
  category: Category
  priceMinor: string
  ru: string
  en: string
}
export type Category = 'engine' | 'brakes' | 'suspension' | 'electrics'

export interface Person {
  id: string
  name: string
  /** The same in Latin letters, where the shop knows it. */
  nameEn?: string
}

export interface Shop {
  apiUrl: string
  memberId: string
  customer?: Person
  customers: Person[]
  catalogue: Part[]
}

export interface OrderLine {
  sku: string
  quantity: number
  title: string
  totalMinor: string
}

/** Points and minor units are decimal strings, as the API gives them. */
export interface Order {
  id: string
  status: 'OPEN' | 'PAID' | 'CANCELLED'
  openedAt: string
  lines: OrderLine[]
  totalMinor: string
  receipt?: Receipt
  refunds?: OrderRefund[]
}

/** How an order was paid. */
export interface Receipt {
  moneyPartMinor: string
  pointsRedeemed: string
  pointsEarned: string
  balanceAfter: string
}

/** A line that was returned. */
export interface OrderRefund {
  sku: string
  amountMinor: string
  moneyPartMinor: string
  pointsReturned: string
  pointsRecovered: string
  balanceAfter: string
}

export type CartLine = Pick<OrderLine, 'sku' | 'quantity'>

/** Why the server did not do it; the page says it in the visitor's language. */
export interface Refused {
  code: string
  maxPoints?: string
}
type Answer<Result> = Partial<Result> & Partial<Refused>

export const loadShop = () => call<Shop>('GET', '/api/shop')
export const loadOrders = () => call<{ orders: Order[] }>('GET', '/api/orders')
export const signIn = (customer: string) => call('POST', '/api/session', { customer })
export const signOut = () => call('DELETE', '/api/session')
/** Only articles and quantities are sent: what they cost is the server's to say. */
export const openOrder = (cart: CartLine[], lang: string) =>
  call<{ order: Order }>('POST', '/api/orders', { cart, lang })
export const payOrder = (id: string, holdId: string | undefined) =>
  call<{ order: Order }>('POST', `/api/orders/${id}/pay`, { holdId })
export const cancelOrder = (id: string, holdId: string | undefined) =>
  call<{ order: Order }>('POST', `/api/orders/${id}/cancel`, { holdId })
export const refundLine = (id: string, sku: string) =>
  call<{ order: Order }>('POST', `/api/orders/${id}/refund`, { sku })

async function call<Result>(method: string, path: string, body?: object): Promise<Answer<Result>> {
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(path, { method, ...(body && { headers, body: JSON.stringify(body) }) })
    return await answer.json()
  } catch {
    return { code: 'NO_ANSWER' } as Answer<Result> // offline, or cut off: every one of these calls may be repeated
  }
}
