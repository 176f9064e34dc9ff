import type { Row, RowColumn } from '@artel/documents'
import { type BookedEntry, type BookedTransfer, journalEntries, type Store } from '@artel/store'
import { encodePublicId } from '../ids/public-id.ts'
import type { ExportEnd } from './export-end.ts'
import type { ExportFilters } from './export-kinds.ts'
import type { ReadPage } from './export-reader.ts'

/** Columns of transfers: points and money are two columns, so that each adds up. */
export const TRANSFER_COLUMNS: readonly RowColumn[] = [
  { name: 'entryId', ru: 'проводка', type: 'text' },
  { name: 'kind', ru: 'вид', type: 'text' },
  { name: 'batchNo', ru: 'пакет', type: 'whole' },
  { name: 'postedAt', ru: 'проведена', type: 'instant' },
  { name: 'position', ru: 'строка', type: 'whole' },
  { name: 'debitAccount', ru: 'дебет', type: 'text' },
  { name: 'debitOwner', ru: 'чей дебет', type: 'text' },
  { name: 'creditAccount', ru: 'кредит', type: 'text' },
  { name: 'creditOwner', ru: 'чей кредит', type: 'text' },
  { name: 'points', ru: 'баллы', type: 'whole' },
  { name: 'money', ru: 'деньги', type: 'micros' },
]

/** The next transfers of the chain, some thousand entries of them. The cursor is the number of the last batch that was read. */
export async function transferPage(
  store: Pick<Store, 'pool' | 'prisma'>,
  coalitionId: string,
  asked: { readonly filters: ExportFilters; readonly end: ExportEnd; readonly cursor: string | null },
): Promise<ReadPage> {
  const { filters, end } = asked
  const range = { after: BigInt(asked.cursor ?? 0), through: end.batchNo }
  const members = await store.prisma.member.findMany({ where: { coalitionId }, select: { id: true } })
  const owners = { coalitionId, memberIds: new Set(members.map(({ id }) => id)) }
  for await (const entries of journalEntries(store, coalitionId, range)) {
    const last = entries.at(-1)
    if (!last) continue
    const rows = entries.filter((entry) => isWithin(entry, filters)).flatMap((entry) => rowsOf(entry, owners))
    return { rows, next: last.batchNo < end.batchNo ? String(last.batchNo) : null }
  }
  return { rows: [], next: null }
}

const isWithin = ({ postedAt }: BookedEntry, { from, to }: ExportFilters): boolean =>
  (from == null || postedAt >= from) && (to == null || postedAt < to)

interface Owners {
  readonly coalitionId: string
  readonly memberIds: ReadonlySet<string>
}

const rowsOf = ({ entryId, kind, batchNo, postedAt, transfers }: BookedEntry, owners: Owners): Row[] =>
  transfers.map(({ unit, amount, debitKind, creditKind, ...sides }, at) => [
    ...[encodePublicId('entry', entryId), kind, batchNo, postedAt, BigInt(at)],
    ...[debitKind, ownerOf(debitKind, sides.debitOwnerId, owners)],
    ...[creditKind, ownerOf(creditKind, sides.creditOwnerId, owners)],
    ...amounts(unit, amount),
  ])

const amounts = (unit: BookedTransfer['unit'], amount: bigint): Row =>
  unit === 'POINTS' ? [amount, null] : [null, amount]

/** Whose account it is, as a public id. */
function ownerOf(kind: string, ownerId: string, { coalitionId, memberIds }: Owners): string {
  if (kind === 'CUSTOMER' || kind === 'DEBT') return encodePublicId('customer', ownerId)
  if (ownerId === coalitionId) return encodePublicId('coalition', ownerId)
  return encodePublicId(memberIds.has(ownerId) ? 'member' : 'affiliate', ownerId)
}
