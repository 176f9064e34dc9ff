import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalDialect } from '@artel/documents'

/** A program of strangers that checks a journal, with the strictest question that it can be asked. */
interface AccountingProgram {
  readonly program: string
  readonly version: readonly string[]
  readonly ask: readonly string[]
  /** For who lacks it. */
  readonly lacks: string
}

export const ACCOUNTING_PROGRAMS: Readonly<Record<JournalDialect, AccountingProgram>> = {
  hledger: {
    ...{ program: 'hledger', version: ['--version'], ask: ['check', '--strict', '-f'] },
    lacks: 'hledger (of Debian: apt-get install hledger)',
  },
  ledger: {
    ...{ program: 'ledger', version: ['--version'], ask: ['--args-only', '--pedantic', 'balance', '-f'] },
    lacks: 'ledger (of Debian: apt-get install ledger)',
  },
  beancount: {
    ...{ program: 'bean-check', version: ['--version'], ask: ['--no-cache'] },
    lacks: 'bean-check (of Debian: apt-get install beancount)',
  },
}

/** The program's name where this machine has it. */
export function findAccountingProgram(dialect: JournalDialect): string | undefined {
  const { program, version } = ACCOUNTING_PROGRAMS[dialect]
  try {
    execFileSync(program, [...version], { stdio: 'ignore' })
    return program
  } catch {
    return undefined // it is not installed
  }
}

/** What the program says of a journal; an empty text when it holds. */
export async function judgeJournal(dialect: JournalDialect, journal: string): Promise<string> {
  const { program, ask } = ACCOUNTING_PROGRAMS[dialect]
  const folder = await mkdtemp(join(tmpdir(), 'artel-journal-'))
  const file = join(folder, `books.${dialect}`)
  try {
    await writeFile(file, journal)
    return await new Promise<string>((resolve) => {
      execFile(
        program,
        [...ask, file],
        { env: { ...process.env, LC_ALL: 'C.UTF-8' } },
        (error, stdout, stderr) => resolve(error ? `${stderr}${stdout}` || error.message : ''),
      )
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
