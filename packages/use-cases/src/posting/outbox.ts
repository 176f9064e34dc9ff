import type { JsonValue } from '@artel/ledger'
import { newId } from '@artel/store'

/** Events that verbs announce to the world. */
export type OutboxKind =
  | 'adjustment.proposed'
  | 'audit.failed'
  | 'bank_details.changed'
  | 'business_days.set'
  | 'coalition.winding_down'
  | 'consent.given'
  | 'consent.withdrawn'
  | 'customer.enrolled'
  | 'customer.frozen'
  | 'customer.erased'
  | 'customer.household_joined'
  | 'customer.household_left'
  | 'customer.merged'
  | 'customer.unfrozen'
  | 'hold.captured'
  | 'hold.created'
  | 'hold.expired'
  | 'hold.voided'
  | 'member.admitted'
  | 'member.closed'
  | 'member.exit_guaranteed'
  | 'member.exit_stated'
  | 'member.exit_withdrawn'
  | 'member.exiting'
  | 'member.reinstated'
  | 'member.suspended'
  | 'points.adjusted'
  | 'points.awarded'
  | 'points.expired'
  | 'points.expiring'
  | 'points.taken_back'
  | 'points.transferred'
  | 'purchase.recorded'
  | 'purchase.refunded'
  | 'receivable.written_off'
  | 'dispute.opened'
  | 'dispute.resolved'
  | 'payment.recorded'
  | 'payment.reversed'
  | 'plan.approved'
  | 'plan.proposed'
  | 'statement.accepted'
  | 'statements.made'
  | 'sale.approval_requested'
  | 'sale.approved'
  | 'terms.accepted'
  | 'terms.proposed'
  | 'terms.revalued'
  | 'terms.withdrawn'
  | 'webhook.paused'
  | 'window.closed'
  | 'window.reopened'
  | 'window.settled'

/** An event before it has its row. Payloads hold raw ids and amounts as decimal strings, never personal data. */
export interface OutboxEvent {
  readonly kind: OutboxKind
  readonly subjectId: string
  readonly payload: { readonly [name: string]: JsonValue }
}

/** An affiliate as a payload names a party; members and the coalition are named by their raw id alone. */
export const affiliateParty = (affiliateId: string): string => `affiliate ${affiliateId}`

/** The row of an event that is written with Prisma, beside the rows that made it true. */
export function outboxRow(coalitionId: string, now: Date, event: OutboxEvent) {
  return { coalitionId, id: newId(), ...event, createdAt: now }
}
