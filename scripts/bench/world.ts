import { randomUUID } from 'node:crypto'
import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'

/** One coalition to be measured: a member with a key, and customers by raw UUID. */
export interface BenchWorld {
  readonly coalitionId: string
  readonly memberId: string
  readonly apiKey: string
  readonly customerIds: readonly string[]
}

const ROWS_A_STATEMENT = 1_000

/**
 * Opens a coalition through the verbs; its customers are inserted in bulk, since enrolment is not what is measured.
 * Hybrid funding, so that every event of the money book is booked.
 */
export async function openBenchWorld(store: Store, customers: number): Promise<BenchWorld> {
  const town = await aCoalition({ terms: { deposit: 450_000n as never } })
    .withMember('wash')
    .open(store)
  const { id: memberId, apiKey } = town.member('wash')
  const customerIds = Array.from({ length: customers }, () => randomUUID())
  const now = new Date()
  for (let at = 0; at < customers; at += ROWS_A_STATEMENT) {
    const ids = customerIds.slice(at, at + ROWS_A_STATEMENT)
    await store.prisma.customer.createMany({
      data: ids.map((id) => ({
        coalitionId: town.id,
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
      data: ids.map((customerId) => ({ coalitionId: town.id, customerId })),
    })
  }
  return { coalitionId: town.id, memberId, apiKey, customerIds }
}

/** Gives every customer `lots` lots of 5 points through the verbs, so that redemptions and balances read something. */
export async function giveLots(store: Store, world: BenchWorld, lots: number): Promise<void> {
  const { coalitionId, memberId } = world
  const scopes = new Set(['purchases:write'])
  const context = {
    store,
    principal: { kind: 'member' as const, coalitionId, memberId, keyId: memberId, scopes },
  }
  for (let round = 0; round < lots; round += 1)
    for (let at = 0; at < world.customerIds.length; at += ROWS_A_STATEMENT)
      await Promise.all(
        world.customerIds.slice(at, at + ROWS_A_STATEMENT).map((id) =>
          recordPurchase(context, {
            customer: { id },
            receiptRef: randomUUID(),
            total: { amountMinor: minor(10_000n), currency: 'RUB' },
            points: points(0n),
            idempotencyKey: randomUUID(),
          }),
        ),
      )
}

export const publicCustomerId = (customerId: string): string => encodePublicId('customer', customerId)
