import { useCallback, useEffect, useState } from 'react'
import { CataloguePage } from './catalogue-page.tsx'
import { Link } from './link.tsx'
import { type Locale, localeOf } from './locale.ts'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { refusalText } from './refusal-text.ts'
import { loadOrders, loadShop, type Order, type Refused, type Shop } from './shop-api.ts'
import { type Address, useAddress } from './use-address.ts'
import { useCart } from './use-cart.ts'

/** The shop: a sheet with a title block, and one of three views by the address. */
export function App() {
  const address = useAddress()
  const locale = localeOf(address.lang)
  const cart = useCart()
  const [shop, setShop] = useState<Shop>()
  const [orders, setOrders] = useState<Order[]>([])
  const [problem, setProblem] = useState<Partial<Refused>>()

  const refresh = useCallback(async () => {
    const loaded = await loadShop()
    setProblem(loaded.catalogue ? undefined : loaded)
    if (!loaded.catalogue) return
    const mine = loaded.customer ? await loadOrders() : {}
    setShop(loaded as Shop)
    setOrders(mine.orders ?? [])
  }, [])
  useEffect(() => {
    void refresh()
  }, [refresh])
  useEffect(() => {
    document.documentElement.lang = address.lang
    document.title =
      address.lang === 'en' ? 'Kolenval: car parts in Zarechye' : 'Коленвал: запчасти в Заречье'
  }, [address.lang])

  const keep = (order: Order) =>
    setOrders((before) =>
      before.some(({ id }) => id === order.id)
        ? before.map((known) => (known.id === order.id ? order : known))
        : [order, ...before],
    )
  const orderId = /^\/orders\/([\w-]+)$/.exec(address.path)?.[1]
  const open = orders.find(({ id }) => id === orderId)

  return (
    <div className="sheet">
      <Top {...{ address, locale }} />
      {problem && (
        <p className="problem" role="alert">
          {refusalText(locale, problem)}
        </p>
      )}
      {shop && (
        <main>
          {open ? (
            <OrderPage
              key={open.id}
              {...{ shop, order: open, locale, address, keep }}
              clearCart={cart.clear}
            />
          ) : address.path.startsWith('/orders') ? (
            <OrdersPage {...{ shop, orders, locale, address, keep, refresh }} />
          ) : (
            <CataloguePage {...{ shop, cart, locale, address, keep, refresh }} />
          )}
        </main>
      )}
      <Stamp locale={locale} />
    </div>
  )
}

function Top({ address, locale }: { address: Address; locale: Locale }) {
  const { say } = locale
  const otherLang = address.lang === 'en' ? 'ru' : 'en'
  return (
    <header className="top">
      <Link address={address} to="/" className="brand">
        <svg aria-hidden="true">
          <use href="/drawings.svg#mark" />
        </svg>
        <b>{say('Коленвал', 'Kolenval')}</b>
      </Link>
      <nav aria-label={say('Разделы', 'Sections')}>
        <Link address={address} to="/">
          {say('Каталог', 'Catalogue')}
        </Link>
        <Link address={address} to="/orders">
          {say('Заказы', 'Orders')}
        </Link>
      </nav>
      <a
        className="lang"
        lang={otherLang}
        hrefLang={otherLang}
        href={address.href(address.path, { lang: otherLang, category: address.category })}
      >
        {say('English', 'Русский')}
      </a>
    </header>
  )
}

function Stamp({ locale: { say } }: { locale: Locale }) {
  return (
    <footer className="stamp">
      <span>{say('Запчасти, 9–21', 'Parts, 9 am – 9 pm')}</span>
      <span className="where">{say('Заречье, Осевая, 7', '7 Axle Street, Zarechye')}</span>
      <b>{say('Коленвал', 'Kolenval')}</b>
      <span className="shared">
        {say('Баллы общие с «Моторным двором» и «Блеском»', 'Points shared with Motor Yard and Blesk')}
      </span>
      <i>{say('Лист 1', 'Sheet 1')}</i>
    </footer>
  )
}
