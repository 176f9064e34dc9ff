import { ROW_FORMATS, type RowFormat } from '@artel/documents'
import { TooManyExportsError } from '@artel/ledger'
import { announceDueWork, databaseNow, lockOwner, newId } from '@artel/store'
import type { ListExport, Prisma } from '@artel/store/prisma'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { checkIdempotencyKey, checkOneOf } from '../input/text.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { findExportEnd } from './export-end.ts'
import { checkFilters, storedFilters } from './export-filters.ts'
import { type ExportFilters, type ExportKind, requireExporter } from './export-kinds.ts'
import { recordExport } from './record-export.ts'

/** Files of one member, or of the administrators, that are written at once. */
const MOST_RUNNING = 3
/** Files that one of them has ready at once: they stand in the database. */
const MOST_KEPT = 20

export interface StartExportInput {
  readonly kind: ExportKind
  readonly format: RowFormat
  readonly filters?: ExportFilters | null
  readonly idempotencyKey: string
}

export interface StartedExport {
  readonly listExport: ListExport
  readonly replayed: boolean
}

/**
 * Asks for a list as a file, as far as the books go now; a worker writes it. The same key answers the same file. Whoever may read the list may have
 * it. Throws PermissionError, MemberNotActiveError, InvalidInputError, TooManyExportsError, IdempotencyKeyMismatchError.
 */
export async function startExport(context: Context, input: StartExportInput): Promise<StartedExport> {
  const { store } = context
  const principal = requireExporter(context.principal, input.kind)
  const { coalitionId } = principal
  const startKey = checkIdempotencyKey(input.idempotencyKey)
  const format = checkOneOf(['format'], input.format, ROW_FORMATS)
  const filters = storedFilters(checkFilters(principal, input.kind, input.filters ?? {}))
  const hash = requestHash({ kind: input.kind, format, filters })
  const name = { coalitionId, startedById: principal.keyId, startKey }
  const before = await startedUnder(context, name)
  if (before) return again(before, hash)
  const end = await findExportEnd(store, coalitionId)
  const startedAt = await databaseNow(store.pool)
  const data = {
    ...{ ...name, id: newId(), memberId: memberOf(principal), scopes: [...principal.scopes] },
    ...{ kind: input.kind, format, filters, requestHash: hash, state: 'QUEUED' },
    ...{ throughBatchNo: end.batchNo, throughHash: end.hash, throughAt: end.at, askedAt: end.askedAt },
    ...{ startedAt, movedAt: startedAt },
  }
  try {
    const listExport = await written(context, data)
    await announceDueWork(store)
    return { listExport, replayed: false }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const twin = await startedUnder(context, name)
    if (!twin) throw error
    return again(twin, hash)
  }
}

const memberOf = (principal: AdminPrincipal | MemberPrincipal): string | null =>
  principal.kind === 'member' ? principal.memberId : null

const startedUnder = (
  { store: { prisma } }: Context,
  name: { readonly coalitionId: string; readonly startedById: string; readonly startKey: string },
): Promise<ListExport | null> =>
  prisma.listExport.findUnique({ where: { coalitionId_startedById_startKey: name } })

function again(listExport: ListExport, hash: string): StartedExport {
  refuseOtherRequest(listExport.requestHash, hash)
  return { listExport, replayed: true }
}

function written(context: Context, data: Prisma.ListExportUncheckedCreateInput): Promise<ListExport> {
  const owner = { coalitionId: data.coalitionId, memberId: data.memberId ?? null }
  return context.store.prisma.$transaction(async (transaction) => {
    await lockOwner(transaction, owner)
    const countOf = (...states: string[]) =>
      transaction.listExport.count({ where: { ...owner, state: { in: states } } })
    const running = await countOf('QUEUED', 'RUNNING')
    const kept = await countOf('READY')
    if (running >= MOST_RUNNING) throw new TooManyExportsError({ limit: MOST_RUNNING, are: 'RUNNING' })
    if (kept >= MOST_KEPT) throw new TooManyExportsError({ limit: MOST_KEPT, are: 'READY' })
    const listExport = await transaction.listExport.create({ data })
    await recordExport(context, transaction, listExport)
    return listExport
  })
}
