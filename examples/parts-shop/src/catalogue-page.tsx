import { useState } from 'react'
import { Link } from './link.tsx'
import type { Locale } from './locale.ts'
import { refusalText } from './refusal-text.ts'
import { type CartLine, type Category, type Order, openOrder, type Part, type Shop } from './shop-api.ts'
import { SignIn } from './sign-in.tsx'
import type { Address } from './use-address.ts'
import type { Cart } from './use-cart.ts'

interface View {
  shop: Shop
  cart: Cart
  locale: Locale
  address: Address
  keep: (order: Order) => void
  refresh: () => Promise<void>
}

/** The parts as sheets of a drawing album, and the cart as the specification beside it. */
export function CataloguePage({ shop, cart, locale, address, keep, refresh }: View) {
  const { say } = locale
  const categories: [Category | '', string][] = [
    ['', say('Всё', 'All')],
    ['engine', say('Двигатель', 'Engine')],
    ['brakes', say('Тормоза', 'Brakes')],
    ['suspension', say('Подвеска', 'Suspension')],
    ['electrics', say('Свет', 'Lights')],
  ]
  const shown = shop.catalogue.filter((part) => !address.category || part.category === address.category)
  return (
    <>
      <section className="cover">
        <h1>{say('Деталь, которая встанет на место', 'The part that fits')}</h1>
        <p>
          {say(
            'Каждую позицию меряем сами. Размер на чертеже равен размеру в коробке.',
            'We measure every item ourselves. The size on the drawing is the size in the box.',
          )}
        </p>
        <svg role="img" aria-label={say('Чертёж коленчатого вала', 'Drawing of a crankshaft')}>
          <use href="/drawings.svg#crankshaft" />
        </svg>
      </section>
      <div className="counter">
        <section className="album" aria-label={say('Каталог', 'Catalogue')}>
          <nav className="filter" aria-label={say('Раздел каталога', 'Part of the catalogue')}>
            {categories.map(([category, name]) => (
              <Link
                key={category}
                address={address}
                to="/"
                category={category}
                current={category === address.category}
              >
                {name}
              </Link>
            ))}
          </nav>
          <ul className="parts">
            {shown.map((part) => (
              <PartSheet key={part.sku} {...{ part, cart, locale }} />
            ))}
          </ul>
          {cart.lines.length > 0 && (
            <a className="to-cart" href="#cart">
              {say('Корзина', 'Cart')} · {cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)}
            </a>
          )}
        </section>
        <aside className="side">
          <Specification {...{ shop, cart, locale, address, keep }} />
          <SignIn {...{ shop, locale, refresh }} />
        </aside>
      </div>
    </>
  )
}

function PartSheet({ part, cart, locale }: { part: Part; cart: Cart; locale: Locale }) {
  const { say, money, lang } = locale
  const quantity = cart.lines.find(({ sku }) => sku === part.sku)?.quantity ?? 0
  return (
    <li className="part">
      <svg aria-hidden="true">
        <use href={`/drawings.svg#${part.drawing}`} />
      </svg>
      <h2>{part[lang]}</h2>
      <p className="sku">{part.sku}</p>
      <p className="price">{money(part.priceMinor)}</p>
      <button type="button" onClick={() => cart.set(part.sku, quantity + 1)}>
        {quantity === 0
          ? say('В корзину', 'Add to cart')
          : say(`В корзине: ${quantity}`, `In cart: ${quantity}`)}
      </button>
    </li>
  )
}

function Specification({ shop, cart, locale, address, keep }: Omit<View, 'refresh'>) {
  const { say, lang } = locale
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const rows = cart.lines.flatMap((line): CartRow[] => {
    const part = shop.catalogue.find(({ sku }) => sku === line.sku)
    return part ? [{ ...line, part, totalMinor: BigInt(part.priceMinor) * BigInt(line.quantity) }] : []
  })
  const total = rows.reduce((sum, row) => sum + row.totalMinor, 0n)
  const checkOut = async () => {
    setBusy(true)
    const answer = await openOrder(
      rows.map(({ sku, quantity }) => ({ sku, quantity })),
      lang,
    )
    setBusy(false)
    if (!answer.order) return setProblem(refusalText(locale, answer))
    keep(answer.order)
    address.go(address.href(`/orders/${answer.order.id}`))
  }
  return (
    <section className="specification" id="cart" aria-labelledby="cart-title">
      <h2 id="cart-title">{say('Корзина', 'Cart')}</h2>
      {rows.length === 0 ? (
        <p className="none">{say('Пока пусто. Выберите деталь.', 'Empty so far. Pick a part.')}</p>
      ) : (
        <>
          <CartTable {...{ rows, total, cart, locale }} />
          <artel-earn-badge api={shop.apiUrl} member={shop.memberId} amount={String(total)} locale={lang} />
          <button type="button" className="go" disabled={busy || !shop.customer} onClick={checkOut}>
            {shop.customer
              ? say('Оформить заказ', 'Check out')
              : say('Войдите, чтобы оформить', 'Sign in to check out')}
          </button>
        </>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

type CartRow = CartLine & { part: Part; totalMinor: bigint }

function CartTable({
  rows,
  total,
  cart,
  locale,
}: {
  rows: readonly CartRow[]
  total: bigint
  cart: Cart
  locale: Locale
}) {
  const { say, money, lang } = locale
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sku}>
            <td>
              <b>{row.part[lang]}</b>
              <span className="sku">{row.sku}</span>
            </td>
            <td className="quantity">
              <button
                type="button"
                aria-label={say(`Меньше: ${row.part.ru}`, `Fewer: ${row.part.en}`)}
                onClick={() => cart.set(row.sku, row.quantity - 1)}
              >
                −
              </button>
              <span>{row.quantity}</span>
              <button
                type="button"
                aria-label={say(`Больше: ${row.part.ru}`, `More: ${row.part.en}`)}
                onClick={() => cart.set(row.sku, row.quantity + 1)}
              >
                +
              </button>
            </td>
            <td className="sum">{money(row.totalMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {say('Итого', 'Total')}
          </th>
          <td className="sum">{money(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
