import { type CustomerBy, decodePublicId } from '@artel/use-cases'

const CARD = /^\d{16}$/

/** A customer as people name one: by id (cus_...), the sixteen digits of a card, or else a phone. */
export function customerNamed(named: string): CustomerBy {
  const id = decodePublicId('customer', named)
  if (id !== undefined) return { id }
  return CARD.test(named) ? { cardNumber: named } : { phone: named }
}
