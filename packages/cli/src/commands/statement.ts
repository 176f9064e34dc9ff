import { checkStatementFile, type StatementCheck } from '@artel/documents'
import { openStore } from '@artel/store'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { readNamedFile } from '../file/read-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { holdAgainstLedger, type LedgerVerdict } from '../statement/hold-against-ledger.ts'
import { STATEMENT_WORDS, type StatementWords } from '../statement/statement-words.ts'
import { withDatabase } from '../with-database.ts'

/** `artel statement check`: whether a statement file is what was issued; exit code 1 when it is not. */
export const statement = defineCommand({
  meta: {
    name: 'statement',
    description: 'Check a statement file (CSV or JSON) on its own, and against the ledger with --coalition.',
    ru: 'Проверить файл акта (CSV или JSON) сам по себе, а с --coalition - и по книгам.',
  },
  args: {
    action: { type: 'positional', description: 'check', ru: 'check', required: true },
    file: {
      type: 'positional',
      description: 'The file, as `settle statement` writes it.',
      ru: 'Файл, каким его пишет `settle statement`.',
      required: false,
    },
    coalition: { ...COALITION, required: false },
    json: JSON_LINE,
  },
  actions: {
    check: {
      description:
        "Recompute the hash and the balance of every line and the file's sums; needs no database without --coalition.",
      ru: 'Пересчитать хеш и остаток каждой строки и суммы файла; без --coalition база не нужна.',
      needs: ['file'],
      takes: ['coalition'],
    },
  },
  async run({ args: { file = '', coalition, json }, language }) {
    const check = await checkStatementFile(await readNamedFile(file))
    // A file that contradicts itself is not looked for in the books.
    const ledger = coalition !== undefined && check.ok ? await askLedger(coalition, check) : undefined
    const ok = check.ok && (ledger === undefined || ledger.problem === undefined)
    const text = json
      ? jsonOf({ ...check, ok, ledger: ledger ?? null })
      : describe(STATEMENT_WORDS[language], { file, check, ledger })
    process.stdout.write(`${text}\n`)
    return ok ? 0 : 1
  },
})

const askLedger = (named: string, check: StatementCheck): Promise<LedgerVerdict> =>
  withDatabase(async ({ databaseUrl }) => {
    const store = await openStore({ databaseUrl, maxConnections: 4 })
    try {
      return await holdAgainstLedger(store, await findCoalition(store, named), check)
    } finally {
      await store.close()
    }
  })

interface Checked {
  readonly file: string
  readonly check: StatementCheck
  readonly ledger: LedgerVerdict | undefined
}

function describe(words: StatementWords, { file, check, ledger }: Checked): string {
  if (!check.ok)
    return [
      words.broken(file, check),
      ...check.problems.map((problem) => `  ${words.problem(problem)}`),
    ].join('\n')
  const own = words.sound(file, check)
  if (ledger === undefined) return own
  if (ledger.problem !== undefined) return `${own}\n${words.ledgerProblem[ledger.problem](ledger)}`
  return `${own}\n${words.inLedger(ledger)}`
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
