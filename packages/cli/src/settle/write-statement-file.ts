import { encodePublicId, findStatement, STATEMENT_FORMATS, writeStatement } from '@artel/use-cases'
import { streamNamedFile } from '../file/write-named-file.ts'
import { statementOf } from './find-settled.ts'
import { oneOf, type SettleStep, windowOf } from './settling.ts'

/** Writes a statement to a file. */
export const statement: SettleStep = async (settling) => {
  const { context, words, options } = settling
  const format = oneOf('--format', options.format ?? 'pdf', STATEMENT_FORMATS)
  const windowNo = windowOf(settling)
  const { id, member } = await statementOf(settling, windowNo, options.member)
  const found = await findStatement(context, { statementId: id })
  const file = options.file ?? `${member.handle}-${windowNo}.${format}`
  await streamNamedFile(file, (out) =>
    writeStatement(context, found, { format, language: options.language }, out),
  )
  return { text: `${words.written(file)}\n`, data: { file, format, id: encodePublicId('statement', id) } }
}
