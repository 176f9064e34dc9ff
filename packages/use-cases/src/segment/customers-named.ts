import { InvalidInputError } from '@artel/ledger'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { isCardNumber } from '../customer/card-number.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { checkPhone } from '../input/contact.ts'
import { checkId, checkRef } from '../input/text.ts'

/** Who was found of a list. */
export interface CustomersNamed {
  /** Each once. Raw UUIDs of customers that are ACTIVE. */
  readonly ids: readonly string[]
  /** Places in the list, counted from 0, that nobody was found by. */
  readonly notFound: readonly number[]
}

/**
 * Finds the customers of a list, a query a kind of name. Whose phone or card leads to a customer that was merged is the survivor.
 * Phones and cards can be guessed: who finds nobody too often is slowed. Throws InvalidInputError at the first that cannot be one.
 */
export async function customersNamed(
  context: Context,
  caller: MemberPrincipal | AdminPrincipal,
  customers: readonly CustomerBy[],
): Promise<CustomersNamed> {
  const { store, lookUps } = context
  const named = customers.map((by, at) => nameOf(by, caller, ['customers', String(at)]))
  const guessable = named.some(({ kind }) => kind === 'phone' || kind === 'cardNumber')
  if (guessable) await lookUps?.admit()
  const found = await idsByName(store.prisma, caller, named)
  const misses = named.flatMap((name, at) => (found.has(keyOf(name)) ? [] : [at]))
  const guesses = misses.filter(
    (at) => named[at]?.kind === 'phone' || named[at]?.kind === 'cardNumber',
  ).length
  if (guesses > 0) lookUps?.countGuess(guesses - 1)
  else if (guessable) lookUps?.noGuess?.()
  return { ids: [...new Set(found.values())], notFound: misses }
}

interface Name {
  readonly kind: 'id' | 'phone' | 'cardNumber' | 'reference'
  readonly value: string
}

const keyOf = ({ kind, value }: Name): string => `${kind} ${value}`

function nameOf(by: CustomerBy, caller: MemberPrincipal | AdminPrincipal, path: readonly string[]): Name {
  if ('id' in by) return { kind: 'id', value: checkId('customer', by.id, [...path, 'id']) }
  if ('phone' in by) return { kind: 'phone', value: checkPhone([...path, 'phone'], by.phone) }
  if ('cardNumber' in by) {
    const value = by.cardNumber.replaceAll(/[\s-]/g, '')
    if (isCardNumber(value)) return { kind: 'cardNumber', value }
    const problem = 'Must be 16 digits. Check them against the card.'
    throw new InvalidInputError({ path: [...path, 'cardNumber'], problem })
  }
  if (caller.kind === 'member')
    return { kind: 'reference', value: checkRef([...path, 'reference'], by.reference) }
  const problem = 'Only a member has references. Name the customer otherwise.'
  throw new InvalidInputError({ path: [...path, 'reference'], problem })
}

/** Ids of ACTIVE customers by the name that they were found by. */
async function idsByName(
  { customer, card, customerReference }: Context['store']['prisma'],
  caller: MemberPrincipal | AdminPrincipal,
  names: readonly Name[],
): Promise<ReadonlyMap<string, string>> {
  const { coalitionId } = caller
  const of = (kind: Name['kind']) => names.flatMap((name) => (name.kind === kind ? [name.value] : []))
  const who = { id: true, phone: true, status: true, mergedIntoId: true } as const
  const [ids, phones, cards, references] = await Promise.all([
    customer.findMany({ where: { coalitionId, id: { in: of('id') } }, select: who }),
    customer.findMany({ where: { coalitionId, phone: { in: of('phone') } }, select: who }),
    card.findMany({
      where: { coalitionId, number: { in: of('cardNumber') }, status: 'ACTIVE' },
      select: { number: true, customer: { select: who } },
    }),
    caller.kind === 'admin'
      ? []
      : customerReference.findMany({
          where: { coalitionId, memberId: caller.memberId, reference: { in: of('reference') } },
          select: { reference: true, customer: { select: who } },
        }),
  ])
  const found = [
    ...ids.map((row) => [`id ${row.id}`, row] as const),
    ...phones.map((row) => [`phone ${row.phone}`, row] as const),
    ...cards.map((row) => [`cardNumber ${row.number}`, row.customer] as const),
    ...references.map((row) => [`reference ${row.reference}`, row.customer] as const),
  ]
  return new Map(
    found.flatMap(([key, row]) => {
      const id = row.mergedIntoId ?? (row.status === 'ACTIVE' ? row.id : null)
      return id === null ? [] : [[key, id] as const]
    }),
  )
}
