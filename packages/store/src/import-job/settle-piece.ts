import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import { faultColumns, type ImportFault } from './add-import.ts'

/** What became of the rows of a piece. */
export interface SettledPiece {
  readonly coalitionId: string
  readonly importId: string
  readonly state: 'CHECKING' | 'RUNNING'
  /** Where the piece begins: the position that its worker saw. */
  readonly from: number
  /** Its last row. */
  readonly through: number
  readonly added: number
  readonly matched: number
  readonly points: bigint
  readonly faults: readonly { readonly position: number; readonly fault: ImportFault }[]
}

/**
 * Writes down what became of a piece and how far the import has come. A running import keeps the rows that were not taken alone. False, with
 * nothing written, when another worker has done the piece; one of an import that was cancelled meanwhile still counts.
 */
export async function settlePiece(client: pg.ClientBase, piece: SettledPiece): Promise<boolean> {
  const { coalitionId, importId, state, from, through, faults } = piece
  const { rowCount } = await client.query(
    `update import_job set position = $4, added = added + $5, matched = matched + $6, faults = faults + $7, points = points + $8,
        moved_at = statement_timestamp()
      where coalition_id = $1 and import_job_id = $2 and position = $3 and (state = $9 or state = 'CANCELLED')`,
    [
      ...[coalitionId, importId, from, through, piece.added, piece.matched, faults.length, piece.points],
      state,
    ],
  )
  if (rowCount !== 1) return false
  const range = [coalitionId, importId, from, through]
  // What the check found wrong may have been put right since.
  await client.query(
    withLongTimeout({
      name: 'artel_import_faults_forget',
      text: `update import_row set fault_column = null, fault_code = null, fault_details = null
        where coalition_id = $1 and import_job_id = $2 and position > $3 and position <= $4 and data is not null
          and fault_code is not null`,
      values: range,
    }),
  )
  if (faults.length > 0)
    await client.query(
      withLongTimeout({
        name: 'artel_import_faults',
        text: `update import_row r set fault_column = x.fault_column, fault_code = x.fault_code, fault_details = x.details::json
          from unnest($3::int[], $4::text[], $5::text[], $6::text[]) x(position, fault_column, fault_code, details)
          where r.coalition_id = $1 and r.import_job_id = $2 and r.position = x.position`,
        values: [
          ...[coalitionId, importId, faults.map(({ position }) => position)],
          ...faultColumns(faults.map(({ fault }) => fault)),
        ],
      }),
    )
  if (state === 'RUNNING')
    await client.query(
      withLongTimeout({
        name: 'artel_import_rows_done',
        text: `delete from import_row where coalition_id = $1 and import_job_id = $2 and position > $3 and position <= $4
          and fault_code is null`,
        values: range,
      }),
    )
  return true
}
