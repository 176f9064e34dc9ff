import type { ChainHead as ChainHeadRead } from '@artel/store'
import { readChainHead } from '@artel/use-cases'
import { type ApiContext, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'

/** Reads the end of a coalition's chain; throws PermissionError to callers that may not see it. */
export async function readChainOf(context: ApiContext, coalition: { id: string }): Promise<ChainHeadRead> {
  return readChainHead(verbContext(context), { coalitionId: coalition.id })
}

export const ChainHead = builder.objectRef<ChainHeadRead>('ChainHead').implement({
  description:
    "The end of the ledger's chain of batches. Written down elsewhere, it shows later that nothing recorded before was changed since.",
  fields: (t) => ({
    batchNo: t.string({
      description: 'Number of the last batch, decimal; "0" before the first.',
      resolve: ({ batchNo }) => String(batchNo),
    }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 of all that was recorded up to it, hex; zeros before the first batch.',
    }),
    postedAt: t.expose('postedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Instant of its last step; null before the first batch.',
    }),
  }),
})
