import type { FormEvent } from 'react'
import type { Locale } from './locale.ts'
import { type Shop, signIn, signOut } from './shop-api.ts'

/** The demo's picker of customers, or the wallet of whoever is signed in. */
export function SignIn({
  shop,
  locale,
  refresh,
}: {
  shop: Shop
  locale: Locale
  refresh: () => Promise<void>
}) {
  const { say, lang, nameOf, namesFor } = locale
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await signIn(String(new FormData(event.currentTarget).get('customer')))
    await refresh()
  }
  const leave = async () => {
    await signOut()
    await refresh()
  }
  if (shop.customer) {
    return (
      <section className="buyer">
        <artel-wallet
          key={shop.customer.id}
          api={shop.apiUrl}
          tokenEndpoint="/artel-token"
          locale={lang}
          names={namesFor(shop.customer)}
        />
        <p>
          {nameOf(shop.customer)}{' '}
          <button type="button" className="plain" onClick={leave}>
            {say('Выйти', 'Sign out')}
          </button>
        </p>
      </section>
    )
  }
  return (
    <form className="buyer" onSubmit={enter}>
      <label>
        {say('Покупатель', 'Customer')}
        <select name="customer">
          {shop.customers.map((customer) => (
            <option key={customer.id} value={customer.id}>
              {nameOf(customer)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={shop.customers.length === 0}>
        {say('Войти', 'Sign in')}
      </button>
    </form>
  )
}
