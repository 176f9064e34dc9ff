import type { ArtelCheckout, HoldDetail } from '@artel/widget'
import { useEffect, useRef, useState } from 'react'
import { Link } from './link.tsx'
import type { Locale } from './locale.ts'
import { OrderLines } from './order-lines.tsx'
import { refusalText } from './refusal-text.ts'
import { cancelOrder, type Order, payOrder, type Shop } from './shop-api.ts'
import type { Address } from './use-address.ts'

interface View {
  shop: Shop
  order: Order
  locale: Locale
  address: Address
  keep: (order: Order) => void
  clearCart: () => void
}

/** One order: the slider while it is unpaid, its receipt and returns afterwards. */
export function OrderPage({ shop, order, locale, address, keep, clearCart }: View) {
  const { say } = locale
  return (
    <section className="order">
      <h1>
        {say('Заказ', 'Order')} <span className="sku">{order.id}</span>
      </h1>
      <div className="counter">
        <div>
          <OrderLines {...{ shop, order, locale, keep }} />
          <p>
            <Link address={address} to="/orders">
              {say('Все заказы', 'All orders')}
            </Link>
          </p>
        </div>
        {order.status === 'OPEN' && <Payment {...{ shop, order, locale, keep, clearCart }} />}
      </div>
    </section>
  )
}

function Payment({ shop, order, locale, keep, clearCart }: Omit<View, 'address'>) {
  const { say, money, points, lang, namesFor } = locale
  const checkout = useRef<ArtelCheckout>(null)
  const [held, setHeld] = useState<HoldDetail>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    const element = checkout.current
    // Also told after a reload: the element finds the points that this order has already set aside.
    const onHold = (event: CustomEvent<HoldDetail>) => setHeld(event.detail)
    element?.addEventListener('artel:hold', onHold)
    return () => element?.removeEventListener('artel:hold', onHold)
  }, [])
  const run = async (verb: typeof payOrder) => {
    setBusy(true)
    const answer = await verb(order.id, held?.holdId)
    setBusy(false)
    if (!answer.order) return setProblem(refusalText(locale, answer))
    clearCart()
    keep(answer.order)
  }
  return (
    <aside className="side">
      <artel-checkout
        ref={checkout}
        api={shop.apiUrl}
        tokenEndpoint="/artel-token"
        locale={lang}
        names={shop.customer && namesFor(shop.customer)}
        amount={order.totalMinor}
        orderRef={order.id}
      />
      <button type="button" className="go" disabled={busy} onClick={() => run(payOrder)}>
        {held
          ? say(
              `Оплатить ${money(held.payMinor)} и ${points(held.points)}`,
              `Pay ${money(held.payMinor)} and ${points(held.points)}`,
            )
          : say(`Оплатить ${money(order.totalMinor)}`, `Pay ${money(order.totalMinor)}`)}
      </button>
      <button type="button" className="plain" disabled={busy} onClick={() => run(cancelOrder)}>
        {say('Отказаться от заказа', 'Drop the order')}
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </aside>
  )
}
