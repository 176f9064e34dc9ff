import type { CustomerBy } from '../generated/graphql.ts'

const CARD = /^9\d{15}$/
const RUSSIAN_PHONE = /^(?:[78])?(9\d{9})$/
const OTHER_PHONE = /^\+\d{10,15}$/

/**
 * What was scanned or typed as a customer: a card of 16 digits (also where it is the last part of an address in a QR), or a
 * phone in any spelling. Null for what can be neither.
 */
export function readCustomer(text: string): CustomerBy | null {
  const inAddress = /(9\d{15})(?:\D.*)?$/.exec(text.trim())?.[1]
  if (inAddress) return { cardNumber: inAddress }
  const plain = text.replaceAll(/[\s()\-.]/g, '')
  if (CARD.test(plain)) return { cardNumber: plain }
  const phone = RUSSIAN_PHONE.exec(plain.replace(/^\+/, ''))?.[1]
  if (phone) return { phone: `+7${phone}` }
  return OTHER_PHONE.test(plain) ? { phone: plain } : null
}
