import { Link } from './link.tsx'
import type { Locale } from './locale.ts'
import { OrderLines } from './order-lines.tsx'
import type { Order, Shop } from './shop-api.ts'
import { SignIn } from './sign-in.tsx'
import type { Address } from './use-address.ts'

interface View {
  shop: Shop
  orders: Order[]
  locale: Locale
  address: Address
  keep: (order: Order) => void
  refresh: () => Promise<void>
}

/** The buyer's orders, newest first. */
export function OrdersPage({ shop, orders, locale, address, keep, refresh }: View) {
  const { say } = locale
  return (
    <section className="order">
      <h1>{say('Заказы', 'Orders')}</h1>
      <div className="counter">
        <div className="history">
          {orders.length === 0 && (
            <p className="none">
              {shop.customer
                ? say('Заказов ещё не было.', 'No orders yet.')
                : say('Войдите, чтобы увидеть свои заказы.', 'Sign in to see your orders.')}
            </p>
          )}
          {orders.map((order) => (
            <section key={order.id}>
              <h2>
                <Link address={address} to={`/orders/${order.id}`} className="sku">
                  {order.id}
                </Link>
              </h2>
              <OrderLines {...{ shop, order, locale, keep }} />
            </section>
          ))}
        </div>
        <aside className="side">
          <SignIn {...{ shop, locale, refresh }} />
        </aside>
      </div>
    </section>
  )
}
