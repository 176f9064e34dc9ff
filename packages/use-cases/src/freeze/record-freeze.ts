import { CustomerClosedError, NotFoundError } from '@artel/ledger'
import { holdBooks, newId } from '@artel/store'
import type { Customer, Prisma } from '@artel/store/prisma'
import type { KeptPoints } from '../customer/points-of.ts'
import { outboxRow } from '../posting/outbox.ts'

/**
 * Freezes or unfreezes within the caller's transaction, which holds the books from here to its end: what is posted later goes
 * by it. What is so already stays, and `before` is not called. Throws NotFoundError and CustomerClosedError.
 */
export async function recordFreeze(
  transaction: Prisma.TransactionClient,
  { coalitionId, customerId, memberId, actorKind, actorId }: KeptPoints,
  change: {
    readonly kind: 'FROZEN' | 'UNFROZEN'
    readonly reason: string | null
    readonly now: Date
    /** What has to succeed for it to be. */
    readonly before?: () => Promise<void>
  },
): Promise<{ readonly customer: Customer }> {
  const { kind, reason, now, before } = change
  await holdBooks(transaction, coalitionId)
  const name = { coalitionId_id: { coalitionId, id: customerId } }
  const customer = await transaction.customer.findUnique({ where: name })
  if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (customer.status === 'CLOSED') throw new CustomerClosedError(customer)
  if ((customer.frozenAt !== null) === (kind === 'FROZEN')) return { customer }
  await before?.()
  const changed = await transaction.customer.update({
    where: name,
    data: { frozenAt: kind === 'FROZEN' ? now : null },
  })
  await transaction.customerFreeze.create({
    data: {
      coalitionId,
      id: newId(),
      customerId,
      kind,
      changedAt: now,
      actorKind,
      actorId,
      memberId,
      reason,
    },
  })
  await transaction.outbox.create({
    data: outboxRow(coalitionId, now, {
      kind: kind === 'FROZEN' ? 'customer.frozen' : 'customer.unfrozen',
      subjectId: customerId,
      payload: { customerId },
    }),
  })
  return { customer: changed }
}
