import { chainHead, coalitionNow, type Store } from '@artel/store'

/**
 * Up to where a file goes. Of what is chained (purchases, refunds, entries, transfers) every row up to the batch is in it and no later one; of
 * customers and the audit log the rows made before `askedAt`.
 */
export interface ExportEnd {
  readonly batchNo: bigint
  /** Of the chain up to the batch, hex. */
  readonly hash: string
  /** The instant of the batch by the coalition's clock, whole milliseconds; of an empty chain `askedAt`. */
  readonly at: Date
  /** By the coalition's clock. */
  readonly askedAt: Date
}

/** The end of a file that is asked for now. */
export async function findExportEnd(store: Store, coalitionId: string): Promise<ExportEnd> {
  const { batchNo, hash, postedAt } = await chainHead(store, coalitionId)
  const askedAt = await coalitionNow(store, coalitionId)
  return { batchNo, hash, at: postedAt ?? askedAt, askedAt }
}
