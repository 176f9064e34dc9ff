import { databaseNow, readExportParts, type Store } from '@artel/store'
import type { ListExport } from '@artel/store/prisma'

/** A file that can be downloaded. */
export interface ExportFile {
  readonly listExport: ListExport
  /** Of all bytes, hex. */
  readonly sha256: string
  /** Its bytes, one piece after the other; throws when it is removed meanwhile. */
  readonly parts: () => AsyncGenerator<Uint8Array>
}

/** The file behind an address; undefined when there is none, it is not ready, or it has ended. Whoever holds the address may have it. */
export async function openExportFile(
  store: Store,
  { coalitionId, id }: Pick<ListExport, 'coalitionId' | 'id'>,
): Promise<ExportFile | undefined> {
  const listExport = await store.prisma.listExport.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
  })
  if (listExport?.state !== 'READY' || listExport.sha256 === null || listExport.endsAt === null)
    return undefined
  if (listExport.endsAt <= (await databaseNow(store.pool))) return undefined
  return { listExport, sha256: listExport.sha256, parts: () => readExportParts(store, listExport) }
}
