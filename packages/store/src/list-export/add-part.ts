import type pg from 'pg'

/** How far a file has come, with the piece that brought it there. */
export interface NewExportPart {
  readonly coalitionId: string
  readonly exportId: string
  /** Of the piece, from 1: the one behind those that its writer saw. */
  readonly partNo: number
  readonly body: Uint8Array
  /** Rows in it. */
  readonly rows: number
  /** Where the next page begins; null behind the last. */
  readonly cursor: string | null
  readonly isRead: boolean
  /** Of the whole file, 0 to 99. */
  readonly percent: number
}

/**
 * Writes a piece of a file and how far it has come. False, with nothing written, when another worker has written that piece or the file was
 * ended.
 */
export async function addExportPart(client: pg.ClientBase, part: NewExportPart): Promise<boolean> {
  const { coalitionId, exportId, partNo, body, rows, cursor, isRead, percent } = part
  const { rowCount } = await client.query(
    `update list_export set state = 'RUNNING', parts = $3, rows = rows + $4, bytes = bytes + $5, cursor = $6, is_read = $7,
        percent = greatest(percent, $8), moved_at = statement_timestamp()
      where coalition_id = $1 and list_export_id = $2 and parts = $3 - 1 and not is_read and state in ('QUEUED', 'RUNNING')`,
    [coalitionId, exportId, partNo, rows, body.byteLength, cursor, isRead, percent],
  )
  if (rowCount !== 1) return false
  await client.query(
    'insert into list_export_part (coalition_id, list_export_id, part_no, body) values ($1, $2, $3, $4)',
    [coalitionId, exportId, partNo, body],
  )
  return true
}
