import type { Context } from '../access/principal.ts'
import { advanceImports } from '../import/advance-imports.ts'
import { type HandInImportInput, handInImport, type ImportFile } from '../import/hand-in-import.ts'
import { readImportErrors } from '../import/write-import-errors.ts'

/** A file of text. */
export const fileOf = (text: string | Uint8Array): ImportFile => ({
  async *open() {
    yield Buffer.from(text)
  },
})

/** Does the work of a worker on an import until nothing is left to do, and gives it as it stands. */
export async function untilStill({ store }: Pick<Context, 'store'>, coalitionId: string, id: string) {
  const context = { store, principal: { kind: 'operator' } } as const
  for (;;) {
    const job = await store.prisma.importJob.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId, id } },
    })
    if (job.isPaused || !['CHECKING', 'RUNNING'].includes(job.state)) return job
    const { postponed } = await advanceImports(context, { coalitionId, importId: id })
    if (postponed) throw postponed.error
  }
}

/** Hands a file in and lets it be checked. */
export async function checkedImport(
  context: Context,
  input: Omit<HandInImportInput, 'file'> & { text: string },
) {
  const { text, ...rest } = input
  const { importJob } = await handInImport(context, { ...rest, file: fileOf(text) })
  return await untilStill(context, importJob.coalitionId, importJob.id)
}

/** The file of what is wrong with an import. */
export async function errorsOf(
  context: Context,
  importId: string,
  language: 'en' | 'ru' = 'en',
): Promise<string> {
  const { text } = await readImportErrors(context, { importId, language })
  let all = ''
  for await (const piece of text()) all += piece
  return all
}
