import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** A file that is handed in. */
export interface NewImport {
  readonly coalitionId: string
  readonly id: string
  readonly memberId: string
  readonly kind: string
  readonly fileHash: string
  readonly consentVersion: string | null
  readonly startedById: string
  readonly personId: string | null
  readonly byAdmin: boolean
  readonly scopes: readonly string[]
}

/** How the file was understood, and how many rows it has. */
export interface ReadImport {
  readonly format: string
  readonly headers: readonly string[]
  /** Anything that survives JSON. */
  readonly reading: unknown
  readonly rowCount: number
}

/** What is wrong with a row: a code, and its details as the refusal of the code has them. */
export interface ImportFault {
  /** Null: the whole row. */
  readonly column: string | null
  readonly code: string
  readonly details: unknown
}

/** A row of the file. */
export interface NewImportRow {
  readonly position: number
  readonly line: number
  readonly cells: readonly string[]
  /** Checked texts by column; undefined for a row that cannot be read, which has a fault. */
  readonly data: Readonly<Record<string, string>> | undefined
  readonly fault: ImportFault | undefined
}

interface ImportName {
  readonly coalitionId: string
  readonly importId: string
}

/** Begins to write an import down; its rows follow in the same transaction. False when the same file has one that is not over. */
export async function addImport(client: pg.ClientBase, job: NewImport): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into import_job (coalition_id, import_job_id, member_id, kind, file_hash, format, headers, reading, consent_version,
        started_by_id, person_id, by_admin, scopes, state, row_count, handed_in_at, moved_at)
      values ($1, $2, $3, $4, $5, 'CSV', '{}', '{}', $6, $7, $8, $9, $10, 'CHECKING', 0, statement_timestamp(),
        statement_timestamp())
      on conflict (coalition_id, member_id, kind, file_hash) where state in ('CHECKING', 'CHECKED', 'RUNNING') do nothing`,
    [
      ...[job.coalitionId, job.id, job.memberId, job.kind, job.fileHash, job.consentVersion],
      ...[job.startedById, job.personId, job.byAdmin, job.scopes],
    ],
  )
  return rowCount === 1
}

/** Keeps many rows in one statement. */
export async function addImportRows(
  client: pg.ClientBase,
  { coalitionId, importId }: ImportName,
  rows: readonly NewImportRow[],
): Promise<void> {
  await client.query(
    withLongTimeout({
      name: 'artel_import_rows_add',
      text: `insert into import_row (coalition_id, import_job_id, position, line, cells, data, fault_column, fault_code, fault_details)
        select $1, $2, x.position, x.line, x.cells, x.data::jsonb, x.fault_column, x.fault_code, x.fault_details::json
        from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
          x(position, line, cells, data, fault_column, fault_code, fault_details)`,
      values: [
        ...[coalitionId, importId, rows.map(({ position }) => position), rows.map(({ line }) => line)],
        rows.map(({ cells }) => JSON.stringify(cells)),
        rows.map(({ data }) => (data === undefined ? null : JSON.stringify(data))),
        ...faultColumns(rows.map(({ fault }) => fault)),
      ],
    }),
  )
}

/** Faults as three columns of a statement; undefined is none. */
export const faultColumns = (faults: readonly (ImportFault | undefined)[]) => [
  faults.map((fault) => fault?.column ?? null),
  faults.map((fault) => fault?.code ?? null),
  faults.map((fault) => (fault === undefined ? null : JSON.stringify(fault.details))),
]

/** For one statement over a million rows, on a machine that has other work. */
const WHOLE_FILE_MS = 300_000

/**
 * Finds rows that say the same of `key` as a row before them, in one statement over the file: they are not read any more, and their fault has
 * the line of the first in its `problem`.
 */
export async function faultRowsAlike(
  client: pg.ClientBase,
  { coalitionId, importId }: ImportName,
  { key, column }: { readonly key: string; readonly column: string },
): Promise<void> {
  // What the transaction itself has written has no statistics: row by row it would be the square of the file.
  await client.query(`set local enable_nestloop = off; set local statement_timeout = ${WHOLE_FILE_MS}`)
  await client.query({
    text: `update import_row r set data = null, fault_column = $4, fault_code = 'SAME_AS_BEFORE',
          fault_details = json_build_object('problem', 'is the same as in line ' || d.first_line)
        from (select x.position, row_number() over one as nth, first_value(x.line) over one as first_line
          from import_row x where x.coalition_id = $1 and x.import_job_id = $2 and x.data ->> $3 is not null
          window one as (partition by x.data ->> $3 order by x.position)) d
        where r.coalition_id = $1 and r.import_job_id = $2 and r.position = d.position and d.nth > 1`,
    values: [coalitionId, importId, key, column],
    query_timeout: WHOLE_FILE_MS,
  } as pg.QueryConfig)
  await client.query('set local enable_nestloop = on')
}

/** Completes an import whose rows are all there: it is due from now on. */
export async function importWasRead(
  client: pg.ClientBase,
  { coalitionId, importId }: ImportName,
  { format, headers, reading, rowCount }: ReadImport,
): Promise<void> {
  await client.query(
    `update import_job set format = $3, headers = $4, reading = $5, row_count = $6, moved_at = statement_timestamp()
      where coalition_id = $1 and import_job_id = $2`,
    [coalitionId, importId, format, headers, JSON.stringify(reading), rowCount],
  )
}
