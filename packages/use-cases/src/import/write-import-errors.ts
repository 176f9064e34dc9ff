import { type Row, type RowColumn, type RowsDocument, rowsHead, rowsText } from '@artel/documents'
import type { Language } from '@artel/ledger'
import { IMPORT_ROWS_DAYS, readImportRows } from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { tellFault } from './import-fault.ts'
import { importInReach } from './import-in-reach.ts'

const ROWS_AT_ONCE = 1_000

/** What is wrong with the rows of an import, as a table. */
export interface ImportErrors {
  readonly importJob: ImportJob
  /** The file, piece by piece: CSV, for Russian such as a Russian Excel opens. */
  readonly text: () => AsyncGenerator<string>
}

/**
 * The rows of an import that are not taken, as they are written in the file, each with its line, the column and the reason: for a week after the
 * import ended. Throws PermissionError, MemberNotActiveError, NotFoundError.
 */
export async function readImportErrors(
  context: Context,
  { importId, language }: { readonly importId: string; readonly language: Language },
): Promise<ImportErrors> {
  const { store } = context
  const { job } = await importInReach(context, importId)
  const { coalition } = await loadAgreement(store, job.coalitionId)
  const { currency, timeZone } = coalition
  const format = language === 'ru' ? 'CSV_RU' : 'CSV'
  const document: RowsDocument = { format, columns: columnsOf(job), currency, timeZone }
  const name = { coalitionId: job.coalitionId, importId: job.id }
  async function* text(): AsyncGenerator<string> {
    yield rowsHead(document)
    if (isGone(job)) return
    let after = 0
    for (;;) {
      const rows = await readImportRows(store, name, { after, limit: ROWS_AT_ONCE, faultsOnly: true })
      if (rows.length === 0) return
      after = rows.at(-1)?.position ?? after
      const told = rows.map(({ line, cells, fault }): Row => {
        const own = job.headers.map((_, at) => cells[at] ?? '')
        return [BigInt(line), ...own, fault?.column ?? '', fault ? tellFault(fault, language) : '']
      })
      yield rowsText(document, told)
    }
  }
  return { importJob: job, text }
}

/** Whether its rows are on their way out: given up, as by the erasure of somebody whom they may name, or over for a week. */
const isGone = ({ state, movedAt }: ImportJob): boolean =>
  state === 'CANCELLED' ||
  state === 'FAILED' ||
  (state === 'DONE' && Date.now() - movedAt.getTime() > IMPORT_ROWS_DAYS * 86_400_000)

const columnsOf = ({ headers }: ImportJob): readonly RowColumn[] => [
  { name: 'line', ru: 'строка', type: 'whole' },
  ...headers.map((header): RowColumn => ({ name: header, ru: header, type: 'text' })),
  { name: 'column', ru: 'столбец', type: 'text' },
  { name: 'reason', ru: 'причина', type: 'text' },
]
