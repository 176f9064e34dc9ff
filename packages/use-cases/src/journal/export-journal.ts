import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { type JournalDialect, sealText, writeJournal } from '@artel/documents'
import { NotFoundError } from '@artel/ledger'
import { chainHead, type Store } from '@artel/store'
import type { Coalition, SettlementWindow } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkWindowNo } from '../settlement/window.ts'
import { accountNamer } from './account-names.ts'
import { type JournalEnd, journalEvents } from './journal-events.ts'

export interface ExportJournalInput {
  readonly dialect: JournalDialect
  /** The closed window with which the journal ends; without it the last entry of all. */
  readonly throughWindow?: number | undefined
  /** Called every some thousand entries: how many are written, and their share of the batches to read, 0 to 1. */
  readonly onProgress?: ((entries: number, share: number) => void) | undefined
}

/** What was written. */
export interface ExportedJournal {
  readonly entries: number
  /** Windows whose end is asserted. */
  readonly windows: number
  /** The end of the chain that the journal leads to; hash in hex. */
  readonly head: { readonly batchNo: bigint; readonly hash: string }
  /** Of all lines but the last, which says it; hex. */
  readonly sha256: string
}

/** A journal that can be written: everything is checked and found. */
export interface ReadyJournal {
  readonly coalition: Coalition
  readonly ends: readonly JournalEnd[]
  readonly windows: number
  readonly head: ExportedJournal['head']
}

/**
 * Finds what a journal of both books has to be made of. Administrators and auditors. Throws NotFoundError for a
 * window that is not closed, InvalidInputError.
 */
export async function findJournal(
  { store, principal }: Context,
  { throughWindow }: Pick<ExportJournalInput, 'throughWindow'>,
): Promise<ReadyJournal> {
  const { coalitionId } = requireAdmin(principal, 'reports:read')
  if (throughWindow !== undefined) checkWindowNo(throughWindow)
  // Before the head: a window that closes meanwhile is asserted the next time.
  const closed = await closedWindows(store, coalitionId, throughWindow)
  const last = closed.at(-1)
  if (throughWindow !== undefined && last?.windowNo !== throughWindow)
    throw new NotFoundError({ what: 'window' }, { path: ['throughWindow'] })
  const coalition = await store.prisma.coalition.findUniqueOrThrow({ where: { id: coalitionId } })
  const ends = closed.map(endOf)
  if (throughWindow !== undefined && last) {
    const head = { batchNo: last.lastBatchNo ?? 0n, hash: hexOf(last.chainHash) }
    return { coalition, ends, windows: closed.length, head }
  }
  const head = await chainHead(store, coalitionId)
  const { batchNo, postedAt } = head
  const end = postedAt === null ? [] : [{ label: `Batch ${batchNo}`, at: postedAt, batchNo }]
  return { coalition, ends: [...ends, ...end], windows: closed.length, head }
}

/**
 * Streams both books into `out`, which is not ended, as a plain-text journal for hledger, Ledger or Beancount: one
 * transaction an entry, in the order of the chain, and at the end of each closed window the balance of every account,
 * which is read from what was summed when it was booked and not from the transactions. A slow stream is waited for, and
 * memory does not grow with the history. The last line is a comment with the SHA-256 of the lines before it.
 */
export async function writeFoundJournal(
  { store }: Pick<Context, 'store'>,
  { coalition, ends, windows, head }: ReadyJournal,
  { dialect, onProgress }: Omit<ExportJournalInput, 'throughWindow'>,
  out: Writable,
): Promise<ExportedJournal> {
  const coalitionId = coalition.id
  const members = await store.prisma.member.findMany({
    where: { coalitionId },
    select: { id: true, handle: true },
  })
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  let entries = 0
  let sha256 = ''
  const onEntries = (count: number, batchNo: bigint) => {
    entries += count
    onProgress?.(entries, Number(batchNo) / Number(head.batchNo))
  }
  const source = { coalitionId, ends, nameAccount: accountNamer({ coalitionId, handles }), onEntries }
  const { handle: title, currency, timeZone } = coalition
  const document = { title, currency, timeZone, notes: notesOf({ coalition, windows, head }, dialect) }
  const text = writeJournal(document, journalEvents(store, source), dialect)
  const lastLine = (hash: string) => {
    sha256 = hash
    return `; ${entries} entries; SHA-256 of the lines above: ${hash}\n`
  }
  for await (const part of sealText(text, lastLine)) if (!out.write(part)) await once(out, 'drain')
  return { entries, windows, head, sha256 }
}

const hexOf = (hash: Uint8Array | null): string => Buffer.from(hash ?? []).toString('hex')

const closedWindows = (store: Store, coalitionId: string, through: number | undefined) =>
  store.prisma.settlementWindow.findMany({
    where: {
      ...{ coalitionId, lastBatchNo: { not: null } },
      ...(through === undefined ? {} : { windowNo: { lte: through } }),
    },
    orderBy: { windowNo: 'asc' },
  })

/** A window ends before its cut-off: at midnight, it ends on the day before. */
const endOf = ({ windowNo, cutOff, lastBatchNo }: SettlementWindow): JournalEnd => ({
  label: `Window ${windowNo}`,
  at: new Date(cutOff.getTime() - 1),
  batchNo: lastBatchNo ?? 0n,
})

function notesOf(
  { coalition, windows, head }: Omit<ReadyJournal, 'ends'>,
  dialect: JournalDialect,
): readonly string[] {
  const id = encodePublicId('coalition', coalition.id)
  return [
    `Books of ${coalition.handle} (${id}), points and ${coalition.currency}, for ${dialect}.`,
    `Книги «${coalition.handle}»: баллы и ${coalition.currency}.`,
    `Chain head ${head.batchNo}:${head.hash}. Closed windows: ${windows}. Days of ${coalition.timeZone}.`,
    'A debit is positive. All customers together are one account.',
    'Дебет - со знаком плюс. Все клиенты вместе - один счёт.',
  ]
}
