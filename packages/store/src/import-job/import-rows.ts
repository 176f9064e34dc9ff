import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'
import type { ImportFault } from './add-import.ts'

/** A row that waits, or one that was not taken. */
export interface ImportRow {
  readonly position: number
  readonly line: number
  readonly cells: readonly string[]
  /** Null: it cannot be read. */
  readonly data: Readonly<Record<string, string>> | null
  readonly fault: ImportFault | null
}

/** Rows of an import behind a position, in their order. */
export async function readImportRows(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, importId }: { readonly coalitionId: string; readonly importId: string },
  { after, limit, faultsOnly = false }: { after: number; limit: number; faultsOnly?: boolean },
): Promise<readonly ImportRow[]> {
  const { rows } = await pool.query<{
    position: number
    line: number
    cells: string
    data: Record<string, string> | null
    fault_column: string | null
    fault_code: string | null
    fault_details: unknown
  }>(
    withLongTimeout({
      name: 'artel_import_rows',
      text: `select position, line, cells, data, fault_column, fault_code, fault_details from import_row
      where coalition_id = $1 and import_job_id = $2 and position > $3 and (not $5::boolean or fault_code is not null)
      order by position limit $4`,
      values: [coalitionId, importId, after, limit, faultsOnly],
    }),
  )
  return rows.map(({ position, line, cells, data, fault_column, fault_code, fault_details }) => ({
    ...{ position, line, cells: JSON.parse(cells) as string[], data },
    fault: fault_code === null ? null : { column: fault_column, code: fault_code, details: fault_details },
  }))
}
