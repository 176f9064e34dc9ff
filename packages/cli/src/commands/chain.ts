import { type ChainBatch, chainBatch, chainHead, openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { encodePublicId } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { BATCH_NUMBER } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'

/** `artel chain head|show`: the end of a coalition's chain for writing down, or one batch of it. */
export const chain = defineCommand({
  meta: {
    name: 'chain',
    description:
      "Show the head of a coalition's chain of batches (for `verify --expect-head`), or one batch.",
    ru: 'Показать вершину цепочки пачек коалиции (для `verify --expect-head`) или одну пачку.',
  },
  args: {
    action: { type: 'positional', description: 'head or show', ru: 'head или show', required: true },
    batch: {
      type: 'positional',
      description: 'The number of the batch.',
      ru: 'Номер пачки.',
      required: false,
      form: BATCH_NUMBER,
    },
    coalition: COALITION,
    json: JSON_LINE,
  },
  actions: {
    head: { description: 'The end of the chain, for writing down.', ru: 'Вершина цепочки, чтобы записать.' },
    show: { description: 'One batch with its steps.', ru: 'Одна пачка с её шагами.', needs: ['batch'] },
  },
  run: ({ args }) => {
    const batchNo = args.batch === undefined ? undefined : BigInt(args.batch)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 3 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const shown =
          batchNo === undefined ? await head(store, coalition) : await batch(store, coalition, batchNo)
        process.stdout.write(args.json ? `${JSON.stringify(shown.json)}\n` : shown.text)
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

interface Shown {
  readonly json: object
  readonly text: string
}

/** The text is what `verify --expect-head` takes. */
async function head(store: Store, { id }: Coalition): Promise<Shown> {
  const { batchNo, hash, postedAt } = await chainHead(store, id)
  return {
    json: { coalitionId: encodePublicId('coalition', id), batchNo: String(batchNo), hash, postedAt },
    text: `${batchNo}:${hash}\n`,
  }
}

async function batch(store: Store, { id, handle }: Coalition, batchNo: bigint): Promise<Shown> {
  const found = await chainBatch(store, id, batchNo)
  if (!found)
    throw new CliError(`The chain of "${handle}" has no batch ${batchNo}.`, {
      ru: `В цепочке «${handle}» нет пачки ${batchNo}.`,
    })
  return { json: { ...found, batchNo: String(batchNo) }, text: describe(found) }
}

function describe({ batchNo, postedAt, windowNo, previousHash, hash, steps }: ChainBatch): string {
  const rows = steps.map(({ step, kinds, documentId, digest }) => [
    String(step),
    kinds.join(' + '),
    documentId ?? '',
    digest,
  ])
  const columns = [
    { title: 'step', align: 'right' },
    { title: 'entries', align: 'left' },
    { title: 'document', align: 'left' },
    { title: 'digest', align: 'left' },
  ] as const
  return [
    `Batch ${batchNo}, ${postedAt.toISOString()}, window ${windowNo}\n`,
    `  after ${previousHash}\n`,
    textTable(columns, rows),
    `  hash  ${hash}\n`,
  ].join('')
}
