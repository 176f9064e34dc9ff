import { NotFoundError } from '@artel/ledger'
import { customersByKeys, type NamedCustomer, type Store } from '@artel/store'
import { isCardNumber } from '../customer/card-number.ts'
import { checkPhone } from '../input/contact.ts'
import { faultOf } from './import-fault.ts'

/** How the customers of a piece are found: the member's own reference first, then a card, then a telephone. */
export async function findRowCustomers(
  store: Store,
  at: { readonly coalitionId: string; readonly memberId: string },
  keys: readonly string[],
): Promise<(key: string) => NamedCustomer | undefined> {
  const references = [...new Set(keys)]
  const cards = references.map(cardIn).filter((card) => card !== undefined)
  const phones = references.map(phoneIn).filter((phone) => phone !== undefined)
  const found = await customersByKeys(store.pool, at, { references, cards, phones, emails: [] })
  const byKey = new Map(found.map((one) => [`${one.by} ${one.key}`, one]))
  return (key) =>
    byKey.get(`REFERENCE ${key}`) ?? byKey.get(`CARD ${cardIn(key)}`) ?? byKey.get(`PHONE ${phoneIn(key)}`)
}

/** That nobody has the key. */
export const nobodyKnown = () => faultOf(new NotFoundError({ what: 'customer' }), () => 'customer')

function cardIn(key: string): string | undefined {
  const digits = key.replaceAll(/[\s-]/g, '')
  return isCardNumber(digits) ? digits : undefined
}

/** A key that may be a telephone has as many digits as one. */
const LIKE_A_PHONE = /^\+?[\d\s().-]{10,}$/

function phoneIn(key: string): string | undefined {
  if (!LIKE_A_PHONE.test(key)) return undefined
  try {
    return checkPhone(['customer'], key)
  } catch {
    return undefined
  }
}
