import { JOURNAL_DIALECTS, type JournalDialect } from '@artel/documents'
import { openStore } from '@artel/store'
import { findJournal, writeFoundJournal } from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { NUMBER, oneOfWords } from '../command/value-forms.ts'
import { streamNamedFile } from '../file/write-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { progressBar } from '../progress-bar.ts'
import { adminActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { EXPORT_WORDS } from '../words/export-words.ts'

const BAR_STEPS = 1_000

/** How each program is asked whether a journal holds; a word for the file follows. */
const CHECKS: Readonly<Record<JournalDialect, string>> = {
  hledger: 'hledger check --strict -f',
  ledger: 'ledger --pedantic balance -f',
  beancount: 'bean-check',
}

/** `artel export`: the books and lists of a coalition as files for other programs. */
export const exportCommand = defineCommand({
  meta: {
    name: 'export',
    description: 'Write the books as a journal that hledger, Ledger or Beancount checks.',
    ru: 'Записать книги журналом, который проверяет hledger, Ledger или Beancount.',
  },
  args: {
    what: { type: 'positional', description: 'journal', ru: 'journal', required: true },
    coalition: COALITION,
    dialect: {
      type: 'string',
      description: 'For which program: hledger, ledger or beancount.',
      ru: 'Для какой программы: hledger, ledger или beancount.',
      form: oneOfWords(...JOURNAL_DIALECTS),
    },
    through: {
      type: 'string',
      description: 'End with this closed window; with the last entry if left out.',
      ru: 'Закончить этим закрытым периодом; иначе последней проводкой.',
      form: NUMBER,
    },
    out: { type: 'string', description: 'The file to write.', ru: 'Файл, куда записать.', required: true },
    key: {
      type: 'string',
      description: "An administrator's secret key (ak_...).",
      ru: 'Секретный ключ администратора (ak_...).',
    },
    json: JSON_LINE,
  },
  actions: {
    journal: {
      description: 'Both books, with the balance of every account at the end of each window.',
      ru: 'Обе книги, с остатком каждого счёта на конец каждого периода.',
      needs: ['dialect'],
      takes: ['through'],
    },
  },
  run({ args, language }) {
    const words = EXPORT_WORDS[language]
    const dialect = (args.dialect ?? '').toLowerCase() as JournalDialect
    const throughWindow = args.through === undefined ? undefined : Number(args.through)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      const bar = progressBar(words.title)
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = await adminActs(store, coalition, args.key)
        const found = await findJournal(context, { throughWindow })
        const onProgress = (entries: number, share: number) =>
          bar.update(Math.round(share * BAR_STEPS), BAR_STEPS, words.progress(entries))
        const written = await streamNamedFile(args.out, (out) =>
          writeFoundJournal(context, found, { dialect, onProgress }, out),
        )
        const head = `${written.head.batchNo}:${written.head.hash}`
        const { entries, windows, sha256 } = written
        process.stdout.write(
          args.json
            ? `${JSON.stringify({ file: args.out, dialect, entries, windows, head, sha256 })}\n`
            : `${[
                words.journal({ file: args.out, entries, windows, head }),
                words.sha256(sha256),
                words.checkWith(`${CHECKS[dialect]} ${args.out}`),
              ].join('\n')}\n`,
        )
        return 0
      } finally {
        bar.stop()
        await store.close()
      }
    })
  },
})
