import type { Store } from '@artel/store'
import type { ListedKind } from './export-kinds.ts'

/**
 * Which of these rows of a coalition were recorded after a batch: where the last batch of a file and the next one share a millisecond, the
 * instant does not say. Raw UUIDs; nothing of a list that is not chained.
 */
export async function rowsBeyond(
  { prisma }: Pick<Store, 'prisma'>,
  kind: ListedKind,
  beyond: { readonly coalitionId: string; readonly ids: readonly string[]; readonly batchNo: bigint },
): Promise<ReadonlySet<string>> {
  const { coalitionId, ids, batchNo } = beyond
  const query = {
    where: { coalitionId, id: { in: [...ids] }, batchNo: { gt: batchNo } },
    select: { id: true },
  }
  const rows =
    kind === 'PURCHASES'
      ? await prisma.purchase.findMany(query)
      : kind === 'REFUNDS'
        ? await prisma.refund.findMany(query)
        : kind === 'ENTRIES'
          ? await prisma.entry.findMany(query)
          : []
  return new Set(rows.map(({ id }) => id))
}
