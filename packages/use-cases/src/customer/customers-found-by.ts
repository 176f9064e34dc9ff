import { InvalidInputError } from '@artel/ledger'
import type { Prisma } from '@artel/store/prisma'
import { checkPhone } from '../input/contact.ts'
import { readSearch } from './search-words.ts'

/**
 * The condition on customers that a search means: all words begin words of the name, or it is the card, the telephone or the
 * last four digits of it, or a vehicle's plate begins so. Telephones are looked for only among customers under `whoseContacts`, those whose numbers the
 * searcher may see whole; null = among none: otherwise digits could be found out one search at a time. Combine it with the
 * rows that the searcher may see.
 */
export function customersFoundBy(
  text: string,
  whoseContacts: Prisma.CustomerWhereInput | null,
): Prisma.CustomerWhereInput {
  const { names, phoneEnd, phone, cardNumber, plate } = readSearch(text)
  const number = phone === null ? null : phoneIn(phone)
  const byContact: Prisma.CustomerWhereInput[] = []
  if (number !== null) byContact.push({ phone: number })
  if (phoneEnd !== null) byContact.push({ words: { some: { kind: 'PHONE_END', word: phoneEnd } } })
  const ways: Prisma.CustomerWhereInput[] = [
    ...(names.length === 0 ? [] : [{ AND: names.map(nameBeginsWith) }]),
    ...(cardNumber === null ? [] : [{ cards: { some: { number: cardNumber, status: 'ACTIVE' } } }]),
    ...(plate === null ? [] : [{ vehicles: { some: { plate: { startsWith: plate } } } }]),
    ...(whoseContacts === null ? [] : byContact.map((found) => ({ AND: [whoseContacts, found] }))),
  ]
  // An empty OR inside an AND would find everybody.
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways }
}

const nameBeginsWith = (word: string): Prisma.CustomerWhereInput => ({
  words: { some: { kind: 'NAME', word: { startsWith: word } } },
})

/** The number in E.164; null where the digits are no telephone's. */
function phoneIn(text: string): string | null {
  try {
    return checkPhone(['search'], text)
  } catch (error) {
    if (error instanceof InvalidInputError) return null
    throw error
  }
}
