import type { Purchase as PurchaseRow } from '@artel/store/prisma'
import { visibleTo } from '../../auth/visible.ts'
import type { ApiContext } from '../../context.ts'
import { ActivityEntry, type ActivityEntryShape } from '../customer/activity.ts'
import { builder } from '../vocabulary/builder.ts'
import { Purchase } from './purchase.ts'

builder.objectField(ActivityEntry, 'purchase', (t) =>
  t.field({
    type: Purchase,
    nullable: true,
    description:
      'The sale that the points are of, which says why they are so many; null for what is of none, and where the caller may not see it.',
    resolve: purchaseOfEntry,
  }),
)

/** The sale of an entry, as far as the caller may see it: a member its own, a customer its own. */
async function purchaseOfEntry(
  { coalitionId, documentId }: ActivityEntryShape,
  _args: object,
  { loaders, principal }: ApiContext,
): Promise<PurchaseRow | null> {
  if (documentId === null || visibleTo(principal).purchase === null) return null
  const purchase = await loaders.purchase({ coalitionId, id: documentId })
  if (!purchase) return null
  if (principal.kind === 'customer') return purchase.customerId === principal.customerId ? purchase : null
  if (principal.kind === 'member') return purchase.memberId === principal.memberId ? purchase : null
  return principal.kind === 'admin' && principal.coalitionId === coalitionId ? purchase : null
}
