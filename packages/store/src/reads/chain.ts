import type { Store } from '../store.ts'

/** The end of a coalition's chain of batches, for writing down outside the database. */
export interface ChainHead {
  /** Number of the last batch; 0 before the first. */
  readonly batchNo: bigint
  /** SHA-256 of all that was recorded up to it, 64 hexadecimal digits; zeros before the first batch. */
  readonly hash: string
  /** Instant of its last step; null before the first batch. */
  readonly postedAt: Date | null
}

/** A batch and what it is chained over. */
export interface ChainBatch {
  readonly batchNo: bigint
  readonly postedAt: Date
  readonly windowNo: number
  readonly hash: string
  /** Of the batch before; zeros before the first. */
  readonly previousHash: string
  readonly steps: readonly ChainStep[]
}

/** A step of a batch: an entry group, or a refusal that is remembered. */
export interface ChainStep {
  readonly step: number
  /** Kinds of the group's entries in their order; of a refusal, its code. */
  readonly kinds: readonly string[]
  readonly isRefusal: boolean
  readonly documentId: string | null
  /** 64 hexadecimal digits over the canonical lines of the step's rows. */
  readonly digest: string
}

const NO_HASH = '0'.repeat(64)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The head as it is now. */
export async function chainHead(store: Pick<Store, 'prisma'>, coalitionId: string): Promise<ChainHead> {
  const head = await store.prisma.chainHead.findFirst({ where: { coalitionId } })
  if (!head || head.batchNo === 0n) return { batchNo: 0n, hash: NO_HASH, postedAt: null }
  return { batchNo: head.batchNo, hash: hex(head.hash), postedAt: head.postedAt }
}

/** A batch with its steps; undefined when the chain has no such number. */
export async function chainBatch(
  store: Pick<Store, 'prisma'>,
  coalitionId: string,
  batchNo: bigint,
): Promise<ChainBatch | undefined> {
  const { prisma } = store
  const where = { coalitionId, batchNo }
  const [batches, entries, refusals] = await Promise.all([
    prisma.batch.findMany({
      where: { coalitionId, batchNo: { in: [batchNo - 1n, batchNo] } },
      orderBy: { batchNo: 'asc' },
    }),
    prisma.entry.findMany({ where, orderBy: [{ batchStep: 'asc' }, { position: 'asc' }] }),
    prisma.refusal.findMany({ where }),
  ])
  const batch = batches.find((found) => found.batchNo === batchNo)
  if (!batch) return undefined
  const before = batches.find((found) => found.batchNo === batchNo - 1n)
  const posted = entries
    .filter(({ digest }) => digest !== null)
    .map(({ batchStep, documentId, digest }) => ({
      step: batchStep,
      kinds: entries.filter((entry) => entry.batchStep === batchStep).map(({ kind }) => kind),
      isRefusal: false,
      documentId,
      digest: digest ? hex(digest) : '',
    }))
  const refused = refusals.map(({ batchStep, code, digest }) => ({
    step: batchStep,
    kinds: [code],
    isRefusal: true,
    documentId: null,
    digest: hex(digest),
  }))
  return {
    batchNo,
    postedAt: batch.postedAt,
    windowNo: batch.windowNo,
    hash: hex(batch.hash),
    previousHash: before ? hex(before.hash) : NO_HASH,
    steps: [...posted, ...refused].sort((a, b) => a.step - b.step),
  }
}
