import { readFiscalId } from '@artel/rules'
import type { Store } from '@artel/store'
import { keepsOut } from './whose-drive.ts'

/** Whether a fiscal receipt was printed, at its moment, by a till that another member has registered, and has by its sales or an administrator's word. */
export async function isForeignReceipt(
  { prisma }: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  sale: { readonly fiscalReceipt: string | null; readonly occurredAt?: Date | null | undefined },
): Promise<boolean> {
  if (sale.fiscalReceipt === null) return false
  const { fn } = readFiscalId(sale.fiscalReceipt)
  const drives = await prisma.fiscalDrive.findMany({ where: { coalitionId, fn } })
  const { occurredAt } = sale
  const printing = drives.find(({ since, until }) =>
    occurredAt ? since <= occurredAt && (until === null || occurredAt < until) : until === null,
  )
  return printing !== undefined && keepsOut(prisma, printing, memberId)
}
