import { randomUUID } from 'node:crypto'
import { type LotPrices, micros } from '@artel/ledger'
import type { Store } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'

/** One coalition to be measured: a member with a key, and customers by raw UUID. */
export interface BenchWorld {
  readonly coalitionId: string
  readonly memberId: string
  readonly apiKey: string
  /** The terms that every lot is given under. */
  readonly terms: { readonly id: string; readonly prices: LotPrices }
  readonly customerIds: readonly string[]
}

const ROWS_A_STATEMENT = 1_000

/**
 * Opens a coalition through the verbs; its customers are inserted in bulk, since enrolment is not what is measured.
 * Hybrid funding, so that every event of the money book is booked.
 */
export async function openBenchWorld(store: Store, customers: number): Promise<BenchWorld> {
  const town = await aCoalition({ terms: { deposit: micros(450_000n) } })
    .withMember('wash')
    .open(store)
  const { id: memberId, apiKey } = town.member('wash')
  const customerIds = await addCustomers(store, { coalitionId: town.id, memberId }, customers)
  return { coalitionId: town.id, memberId, apiKey, terms: givenUnder(town.terms), customerIds }
}

/** Inserts customers of a member in bulk; their raw UUIDs. */
export async function addCustomers(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  customers: number,
): Promise<readonly string[]> {
  const customerIds = Array.from({ length: customers }, () => randomUUID())
  const now = new Date()
  for (let at = 0; at < customers; at += ROWS_A_STATEMENT) {
    const ids = customerIds.slice(at, at + ROWS_A_STATEMENT)
    await store.prisma.customer.createMany({
      data: ids.map((id) => ({
        coalitionId,
        id,
        name: 'Anna',
        status: 'ACTIVE',
        enrolledById: memberId,
        consentVersion: '1',
        consentAt: now,
        createdAt: now,
      })),
    })
    await store.prisma.customerAccount.createMany({
      data: ids.map((customerId) => ({ coalitionId, customerId })),
    })
  }
  return customerIds
}

/** The terms of a coalition, as sales need them. */
export function givenUnder({ id, ...terms }: BuiltCoalition['terms']): BenchWorld['terms'] {
  return {
    id,
    prices: {
      reservePrice: micros(terms.reservePrice),
      deposit: micros(terms.deposit),
      issueFee: micros(terms.issueFee),
      redeemFee: micros(terms.redeemFee),
    },
  }
}

export const publicCustomerId = (customerId: string): string => encodePublicId('customer', customerId)
