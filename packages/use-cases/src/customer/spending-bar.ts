import { CustomerFrozenError, type Points, type Refusal } from '@artel/ledger'
import { coalitionNow, recentMovesOf, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { looksBackToSpend, spendingRefusal } from '../velocity/spending-limits.ts'

/**
 * What a spending would be refused with as things are, though that is not recorded: frozen points, a limit over time. For what
 * is taken before the decision - a code, room under a token's cap - and could not be given back: a twin of the command may have
 * been decided otherwise. The decision looks again. Undefined when nothing is in the way.
 */
export async function spendingBar(
  store: Store,
  spending: { readonly customerId: string; readonly points: Points; readonly coalition: Coalition },
): Promise<Refusal | undefined> {
  const { customerId, points, coalition } = spending
  const name = { coalitionId: coalition.id, customerId }
  const frozen = await frozenBar(store, name)
  if (frozen || !looksBackToSpend(coalition, points)) return frozen
  const [recent, now] = await Promise.all([recentMovesOf(store, name), coalitionNow(store, coalition.id)])
  return spendingRefusal(coalition, points, { now, recent })
}

/** CustomerFrozenError while the customer's points are frozen. */
export async function frozenBar(
  { prisma }: Store,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<Refusal | undefined> {
  const where = { coalitionId_id: { coalitionId, id: customerId } }
  const customer = await prisma.customer.findUnique({ where, select: { frozenAt: true } })
  return customer?.frozenAt ? new CustomerFrozenError({ customerId }) : undefined
}
