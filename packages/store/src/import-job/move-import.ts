import type { Prisma } from '../generated/prisma/client.ts'
import type { TransactionClient } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'

interface ImportName {
  readonly coalitionId: string
  readonly importId: string
}

/** The import of a coalition that has waited longest of those that are due, by the database's own clock: its raw UUID. */
export async function nextImport(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ import_job_id: string }>({
    name: 'artel_next_import',
    text: `select import_job_id from import_job
      where coalition_id = $1 and state in ('CHECKING', 'RUNNING') and not is_paused and moved_at <= statement_timestamp()
      order by moved_at, import_job_id limit 1`,
    values: [coalitionId],
  })
  return rows[0]?.import_job_id
}

/** Ends what a worker has come to the end of: a check is CHECKED, a run is DONE. False when another worker has, or it is in another state by now. */
export async function endImport(
  client: Pick<TransactionClient, 'query'>,
  { coalitionId, importId }: ImportName,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update import_job set state = case state when 'CHECKING' then 'CHECKED' else 'DONE' end, moved_at = statement_timestamp()
      where coalition_id = $1 and import_job_id = $2 and state in ('CHECKING', 'RUNNING') and position = row_count`,
    [coalitionId, importId],
  )
  return rowCount === 1
}

/** Gives an import up that cannot go on, with the code that says why. */
export async function failImport(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, importId }: ImportName,
  failure: string,
): Promise<void> {
  await pool.query(
    `update import_job set state = 'FAILED', failure = $3, moved_at = statement_timestamp()
      where coalition_id = $1 and import_job_id = $2 and state in ('CHECKING', 'RUNNING')`,
    [coalitionId, importId, failure],
  )
}

/** Puts an import off for a minute that could not go on for a reason that may pass. */
export async function postponeImport(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, importId }: ImportName,
): Promise<void> {
  await pool.query(
    `update import_job set moved_at = statement_timestamp() + interval '1 minute'
      where coalition_id = $1 and import_job_id = $2 and state in ('CHECKING', 'RUNNING')`,
    [coalitionId, importId],
  )
}

/** Begins to record what was checked. False when it is in another state by now. */
export async function beginImport(
  client: Prisma.TransactionClient,
  { coalitionId, importId }: ImportName,
  begunById: string,
): Promise<boolean> {
  const count =
    await client.$executeRaw`update import_job set state = 'RUNNING', begun_by_id = ${begunById}::uuid,
      begun_at = statement_timestamp(), moved_at = statement_timestamp(), position = 0, added = 0, matched = 0, faults = 0, points = 0,
      checked = json_build_object('added', added, 'matched', matched, 'faults', faults, 'points', points::text)
    where coalition_id = ${coalitionId}::uuid and import_job_id = ${importId}::uuid and state = 'CHECKED'`
  return count === 1
}

/** Pauses an import that works, or lets it go on. False when there is nothing to pause. */
export async function pauseImport(
  client: Prisma.TransactionClient,
  { coalitionId, importId }: ImportName,
  isPaused: boolean,
): Promise<boolean> {
  const count =
    await client.$executeRaw`update import_job set is_paused = ${isPaused}, moved_at = statement_timestamp()
    where coalition_id = ${coalitionId}::uuid and import_job_id = ${importId}::uuid and state in ('CHECKING', 'RUNNING')`
  return count === 1
}

/** Gives an import up by its owner's wish; what is recorded stays. False when it is over. */
export async function cancelImport(
  client: Prisma.TransactionClient,
  { coalitionId, importId }: ImportName,
): Promise<boolean> {
  const count =
    await client.$executeRaw`update import_job set state = 'CANCELLED', is_paused = false, moved_at = statement_timestamp()
    where coalition_id = ${coalitionId}::uuid and import_job_id = ${importId}::uuid
      and state in ('CHECKING', 'CHECKED', 'RUNNING')`
  return count === 1
}
