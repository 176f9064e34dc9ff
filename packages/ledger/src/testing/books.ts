import type { Account } from '../account.ts'
import type { CustomerState } from '../customer-state.ts'
import type { Entry, Transfer } from '../entry.ts'
import { type EvolvingGroup, evolveGroup } from '../evolve.ts'
import { points } from '../points.ts'

/** The whole of both books in memory: what PostgreSQL keeps, without PostgreSQL. Debits are positive. */
export interface Books {
  readonly balances: Map<string, bigint>
  readonly customers: Map<string, CustomerState>
  /** Every entry in the order it was posted. */
  readonly entries: Entry[]
}

/** Books with nothing in them. */
export const emptyBooks = (): Books => ({ balances: new Map(), customers: new Map(), entries: [] })

/** The name of an account in {@link Books}, for example `MONEY CLEARING:S`. */
export const accountName = (unit: Transfer['unit'], account: Account<string>) =>
  `${unit} ${account.kind}:${account.ownerId}`

/** A customer's state; one who never appeared has an empty one. Frozen, so that no decision can change it. */
export function stateOf(books: Books, customerId: string): CustomerState {
  const state = books.customers.get(customerId) ?? {
    customerId,
    sequence: 0n,
    posted: points(0n),
    reserved: points(0n),
    lots: [],
    holds: [],
    debts: [],
    claims: [],
    purchases: [],
  }
  return deepFreeze(state)
}

/** Records a group: the customer's state and the balance of every account that a transfer names. */
export function postGroup(books: Books, customerId: string, group: EvolvingGroup): void {
  const evolved = evolveGroup(stateOf(books, customerId), group)
  books.customers.set(customerId, evolved)
  books.entries.push(...group.entries)
  for (const { unit, debit, credit, amount } of group.entries.flatMap((entry) => entry.transfers)) {
    add(books.balances, accountName(unit, debit), amount)
    add(books.balances, accountName(unit, credit), -amount)
  }
}

/** Adds to one balance; a balance of zero is no balance, so that equal books compare equal. */
export function add(balances: Map<string, bigint>, account: string, amount: bigint): void {
  const next = (balances.get(account) ?? 0n) + amount
  if (next === 0n) balances.delete(account)
  else balances.set(account, next)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}
