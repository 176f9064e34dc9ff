import { Refusal } from '@artel/ledger'
import {
  endImport,
  failImport,
  type ImportRow,
  inTransaction,
  nextImport,
  postponeImport,
  readImportRows,
  removeImports,
  type Store,
  settlePiece,
} from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { SystemError } from '../errors/system-error.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { importBalances } from './import-balances.ts'
import { importCustomers } from './import-customers.ts'
import { type ImportKind, requireImporter } from './import-kinds.ts'
import type { ImportPiece, PieceOutcome, PieceRow } from './import-piece.ts'
import { importPrincipal } from './import-principal.ts'
import { importSales } from './import-sales.ts'

/** Rows that one piece has: what a worker holds, and does again when it is killed. */
const ROWS_A_PIECE = 2_000
/** A customer who enrols at a counter at the same moment may take a value that a piece had: it is judged again. */
const TRIES = 3

const PIECES: Readonly<Record<ImportKind, (piece: ImportPiece) => Promise<PieceOutcome>>> = {
  CUSTOMERS: importCustomers,
  OPENING_BALANCES: importBalances,
  PURCHASES: importSales,
}

export interface AdvancedImports {
  /** Pieces that were dealt with or taken away. */
  readonly pieces: number
  readonly more: boolean
  /** The import that cannot go on just now, and why: it is tried again later. Raw UUID. */
  readonly postponed?: { readonly importId: string; readonly error: unknown }
}

/**
 * One bounded step of the imports of a coalition: checks or records one piece of the import that has waited longest, or ends it; takes away what is over
 * when none is due. How far it has come is recorded with what became of the piece, so that a worker which is killed leaves an import that the next one goes on
 * with; what a piece posted already is found again by its keys. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function advanceImports(
  context: Context,
  { coalitionId, importId }: { readonly coalitionId: string; readonly importId?: string },
): Promise<AdvancedImports> {
  requireDueWorkOf(context.principal, coalitionId)
  const { store } = context
  const id = importId ?? (await nextImport(store, coalitionId))
  const job =
    id === undefined
      ? null
      : await store.prisma.importJob.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!job || job.isPaused || !['CHECKING', 'RUNNING'].includes(job.state)) {
    const { removed, more } = await removeImports(store, coalitionId)
    return { pieces: removed, more }
  }
  try {
    await advance(context, job)
  } catch (error) {
    const code = lastingCode(error)
    if (code === undefined) {
      await postponeImport(store, nameOf(job))
      return { pieces: 0, more: true, postponed: { importId: job.id, error } }
    }
    await failImport(store, nameOf(job), code)
  }
  return { pieces: 1, more: true }
}

const nameOf = ({ coalitionId, id }: ImportJob) => ({ coalitionId, importId: id })

/** The code of what would fail again; undefined for what may pass. */
function lastingCode(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.code
  return error instanceof SystemError && !error.retryable ? error.code : undefined
}

async function advance(context: Context, job: ImportJob): Promise<void> {
  const { store } = context
  const principal = await importerOf(store, job)
  if (job.position >= job.rowCount) return await end(context, job)
  for (let tries = 1; ; tries += 1) {
    try {
      return await dealWithPiece(store, job, principal)
    } catch (error) {
      if (!isUniqueViolation(error) || tries === TRIES) throw error
    }
  }
}

/** Whoever handed it in, as they stand now. Throws what they would be refused. */
async function importerOf(store: Store, job: ImportJob): Promise<AdminPrincipal | MemberPrincipal> {
  const found = await importPrincipal(store, job)
  if (!found) throw new SystemError('FORBIDDEN', 'Whoever handed the file in may not import any more.')
  return requireImporter(found, job.kind as ImportKind)
}

async function end({ store, principal, from }: Context, job: ImportJob): Promise<void> {
  const { coalitionId, memberId, kind, added, matched, faults } = job
  await inTransaction(store, async (client) => {
    // Of two workers one ends it, and says so once.
    if (!(await endImport(client, nameOf(job))) || job.state !== 'RUNNING') return
    await recordActIn({ principal, ...(from && { from }) }, client, {
      ...{ act: 'importEnd', coalitionId, memberId, subject: { type: 'import', id: job.id } },
      details: { kind, added, matched, faults },
    })
  })
}

async function dealWithPiece(
  store: Store,
  job: ImportJob,
  principal: AdminPrincipal | MemberPrincipal,
): Promise<void> {
  const name = nameOf(job)
  const all = await readImportRows(store, name, { after: job.position, limit: ROWS_A_PIECE })
  const last = all.at(-1)
  // Taken away by an erasure or a cancellation meanwhile: the state says so at the next step.
  if (!last) return
  const state = job.state as 'CHECKING' | 'RUNNING'
  const isDry = state === 'CHECKING'
  // The second person said yes to what the check let through: what it found wrong stays so, whoever has enrolled since.
  const keepsFaults = !isDry && job.kind === 'OPENING_BALANCES'
  const isJudged = ({ data, fault }: ImportRow) => data !== null && !(keepsFaults && fault)
  const rows = all.filter((row): row is PieceRow => isJudged(row))
  const { outcomes, write } = await PIECES[job.kind as ImportKind]({ store, job, principal, rows, isDry })
  const counts = { added: 0, matched: 0, points: 0n }
  const faults = all.flatMap((row) =>
    row.fault && !isJudged(row) ? [{ position: row.position, fault: row.fault }] : [],
  )
  for (const [position, outcome] of outcomes) {
    if (outcome.kind === 'FAULT') faults.push({ position, fault: outcome.fault })
    else if (outcome.kind === 'MATCHED') counts.matched += 1
    else {
      counts.added += 1
      counts.points += outcome.points
    }
  }
  const piece = { ...name, state, from: job.position, through: last.position, ...counts, faults }
  await inTransaction(store, async (client) => {
    if (await settlePiece(client, piece)) await write?.(client)
  })
}
