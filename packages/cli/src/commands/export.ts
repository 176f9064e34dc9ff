import { JOURNAL_DIALECTS, type JournalDialect } from '@artel/documents'
import { openStore } from '@artel/store'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { INSTANT, NUMBER, oneOfWords } from '../command/value-forms.ts'
import { writeJournalFile } from '../export/journal-file.ts'
import { LIST_FORMATS, listNamed, writeListFile } from '../export/list-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { progressBar } from '../progress-bar.ts'
import { adminActs, whoActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { EXPORT_WORDS } from '../words/export-words.ts'

/** `artel export`: the books and lists of a coalition as files for other programs. */
export const exportCommand = defineCommand({
  meta: {
    name: 'export',
    description: 'Write the books as a journal, or a list as CSV or JSON Lines.',
    ru: 'Записать книги журналом или список файлом CSV или JSON Lines.',
  },
  args: {
    what: { type: 'positional', description: 'journal, or a list', ru: 'journal или список', required: true },
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
    format: {
      type: 'string',
      description: 'csv, csv-ru (such as a Russian Excel opens) or jsonl.',
      ru: 'csv, csv-ru (открывает русский Excel) или jsonl.',
      form: oneOfWords(...Object.keys(LIST_FORMATS)),
    },
    from: {
      type: 'string',
      description: 'Only rows from then on.',
      ru: 'Только строки с тех пор.',
      form: INSTANT,
    },
    to: {
      type: 'string',
      description: 'Only rows of before then.',
      ru: 'Только строки раньше.',
      form: INSTANT,
    },
    member: { type: 'string', description: 'Id of a member (mbr_...).', ru: 'Номер участника (mbr_...).' },
    customer: { type: 'string', description: 'Id of a customer (cus_...).', ru: 'Номер клиента (cus_...).' },
    window: {
      type: 'string',
      description: 'Only statements of this window.',
      ru: 'Только акты этого периода.',
      form: NUMBER,
    },
    out: { type: 'string', description: 'The file to write.', ru: 'Файл, куда записать.', required: true },
    key: {
      type: 'string',
      description: "Whose eyes: an administrator's key (ak_...) or, of lists, a member's (sk_...).",
      ru: 'Чьими глазами: ключ администратора (ak_...), для списков и участника (sk_...).',
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
    purchases: {
      description: 'Sales.',
      ru: 'Продажи.',
      needs: ['format'],
      takes: ['from', 'to', 'member', 'customer'],
    },
    refunds: { description: 'Refunds.', ru: 'Возвраты.', needs: ['format'], takes: ['from', 'to', 'member'] },
    customers: {
      description: 'Customers; --member: those whom it enrolled.',
      ru: 'Клиенты; --member: кого записал участник.',
      needs: ['format'],
      takes: ['from', 'to', 'member'],
    },
    entries: {
      description: "Entries of customers' points.",
      ru: 'Проводки баллов клиентов.',
      needs: ['format'],
      takes: ['from', 'to', 'member', 'customer'],
    },
    transfers: {
      description: 'Debit and credit of both books.',
      ru: 'Дебет и кредит обеих книг.',
      needs: ['format'],
      takes: ['from', 'to'],
    },
    statements: {
      description: 'Statements of closed windows, a row each.',
      ru: 'Акты закрытых периодов, по строке.',
      needs: ['format'],
      takes: ['member', 'window'],
    },
    audit: {
      description: 'The audit log.',
      ru: 'Журнал действий.',
      needs: ['format'],
      takes: ['from', 'to', 'member'],
    },
  },
  run({ args, language }) {
    const words = EXPORT_WORDS[language]
    const kind = listNamed(args.what)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      const bar = progressBar(words.title)
      const { out, json, key } = args
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = await (kind ? whoActs : adminActs)(store, coalition, key)
        const said = kind
          ? await writeListFile(
              context,
              { kind, out, json, format: formatOf(args.format), filters: args },
              { bar, words },
            )
          : await writeJournalFile(
              context,
              {
                ...{ out, json, dialect: (args.dialect ?? '').toLowerCase() as JournalDialect },
                throughWindow: args.through === undefined ? undefined : Number(args.through),
              },
              { bar, words },
            )
        process.stdout.write(`${said}\n`)
        return 0
      } finally {
        bar.stop()
        await store.close()
      }
    })
  },
})

function formatOf(word: string | undefined) {
  const format = LIST_FORMATS[word?.toLowerCase() ?? '']
  if (format) return format
  throw new CliError('No format was given', { ru: 'Формат не указан' })
}
