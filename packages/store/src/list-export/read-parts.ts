import type { Store } from '../store.ts'

/**
 * The bytes of a file, one piece after the other: memory does not grow with the file. Throws when a piece is missing: the file was removed
 * while it was read.
 */
export async function* readExportParts(
  { pool }: Pick<Store, 'pool'>,
  file: { readonly coalitionId: string; readonly id: string; readonly parts: number },
): AsyncGenerator<Uint8Array> {
  for (let partNo = 1; partNo <= file.parts; partNo += 1) {
    const { rows } = await pool.query<{ body: Buffer }>({
      name: 'artel_export_part',
      text: 'select body from list_export_part where coalition_id = $1 and list_export_id = $2 and part_no = $3',
      values: [file.coalitionId, file.id, partNo],
    })
    if (!rows[0]) throw new Error('A piece of the file is gone')
    yield rows[0].body
  }
}
