import { CustomerClosedError, FreezeNeedsAdministratorError, NotFoundError } from '@artel/ledger'
import { holdBooks, newId } from '@artel/store'
import type { Customer, Prisma } from '@artel/store/prisma'
import { needsAdministrator } from '../customer/freeze-needs-administrator.ts'
import type { KeptPoints } from '../customer/points-of.ts'
import { outboxRow } from '../posting/outbox.ts'

/**
 * Freezes or unfreezes within the caller's transaction, which holds the books from here to its end: what is posted later goes
 * by it. What is so already stays, and `before` is not called; but a freeze that any code lifts becomes one that only an
 * administrator lifts where that is asked for. Throws NotFoundError, CustomerClosedError, FreezeNeedsAdministratorError.
 */
export async function recordFreeze(
  transaction: Prisma.TransactionClient,
  { coalitionId, customerId, memberId, actorKind, actorId }: KeptPoints,
  change: {
    readonly kind: 'FROZEN' | 'UNFROZEN'
    readonly reason: string | null
    readonly now: Date
    /** Of a freeze: whether an administrator alone may lift it. */
    readonly needsAdmin?: boolean
    /** What has to succeed for it to be; it sees the customer as it still is. */
    readonly before?: (customer: Customer) => Promise<void>
  },
): Promise<{ readonly customer: Customer }> {
  const { kind, reason, now, needsAdmin = false, before } = change
  await holdBooks(transaction, coalitionId)
  const name = { coalitionId_id: { coalitionId, id: customerId } }
  const customer = await transaction.customer.findUnique({ where: name })
  if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (customer.status === 'CLOSED') throw new CustomerClosedError(customer)
  const { frozenAt } = customer
  const isLocked = await needsAdministrator(transaction, customer)
  const isSo = (frozenAt !== null) === (kind === 'FROZEN')
  if (isSo && (isLocked || !needsAdmin)) return { customer }
  if (kind === 'UNFROZEN' && isLocked && actorKind !== 'ADMIN')
    throw new FreezeNeedsAdministratorError({ customerId })
  await before?.(customer)
  const changed = isSo
    ? customer
    : await transaction.customer.update({
        where: name,
        data: { frozenAt: kind === 'FROZEN' ? now : null },
      })
  await transaction.customerFreeze.create({
    data: {
      coalitionId,
      id: newId(),
      customerId,
      kind,
      // Never before the freeze that it is of, though it was waited for.
      changedAt: frozenAt !== null && frozenAt > now ? frozenAt : now,
      actorKind,
      actorId,
      memberId,
      needsAdmin,
      reason,
    },
  })
  if (isSo) return { customer }
  await transaction.outbox.create({
    data: outboxRow(coalitionId, now, {
      kind: kind === 'FROZEN' ? 'customer.frozen' : 'customer.unfrozen',
      subjectId: customerId,
      payload: { customerId },
    }),
  })
  return { customer: changed }
}
