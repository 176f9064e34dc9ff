import type { JournalDialect } from '@artel/documents'
import { type Context, findJournal, writeFoundJournal } from '@artel/use-cases'
import { streamNamedFile } from '../file/write-named-file.ts'
import type { ProgressBar } from '../progress-bar.ts'
import type { ExportWords } from '../words/export-words.ts'
import { BAR_STEPS } from './list-file.ts'

/** How each program is asked whether a journal holds; a word for the file follows. */
const CHECKS: Readonly<Record<JournalDialect, string>> = {
  hledger: 'hledger check --strict -f',
  ledger: 'ledger --pedantic balance -f',
  beancount: 'bean-check',
}

/** Writes both books as a journal, and gives what is said of it. */
export async function writeJournalFile(
  context: Context,
  asked: {
    readonly out: string
    readonly dialect: JournalDialect
    readonly throughWindow: number | undefined
    readonly json: boolean
  },
  { bar, words }: { readonly bar: ProgressBar; readonly words: ExportWords },
): Promise<string> {
  const { out: file, dialect, throughWindow } = asked
  const found = await findJournal(context, { throughWindow })
  const onProgress = (entries: number, share: number) =>
    bar.update(Math.round(share * BAR_STEPS), BAR_STEPS, words.progress(entries))
  const written = await streamNamedFile(file, (out) =>
    writeFoundJournal(context, found, { dialect, onProgress }, out),
  )
  const head = `${written.head.batchNo}:${written.head.hash}`
  const { entries, windows, sha256 } = written
  if (asked.json) return JSON.stringify({ file, dialect, entries, windows, head, sha256 })
  return [
    words.journal({ file, entries, windows, head }),
    words.sha256(sha256),
    words.checkWith(`${CHECKS[dialect]} ${file}`),
  ].join('\n')
}
