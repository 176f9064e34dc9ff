import { CliError } from '../cli-error.ts'
import { nearestWord } from '../command/nearest-word.ts'
import { textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'
import { KNOWN_SETTINGS } from './known-settings.ts'

/** What reads one setting, or several that go together. Throws CliError for what cannot be. */
interface Reader<T> {
  /** Names of the variables, as a table of faults shows them. */
  readonly names: string
  readonly read: () => T
}

/** One reader: `reading('PORT', () => portFromEnvironment(env))`. */
export const reading = <T>(names: string, read: () => T): Reader<T> => ({ names, read })

interface Fault {
  readonly names: string
  readonly error: CliError
}

/**
 * Reads all settings of a process before anything is started, so that whoever deploys sees every fault at once. Also a
 * variable that looks like one of ours and is none is a fault: misspelled, it would leave its default in force unseen.
 *
 * @throws CliError, a table of what is wrong and what to do
 */
export function readSettings<Readers extends Readonly<Record<string, Reader<unknown>>>>(
  env: NodeJS.ProcessEnv,
  readers: Readers,
): { readonly [Name in keyof Readers]: ReturnType<Readers[Name]['read']> } {
  const faults: Fault[] = misspelled(env)
  const values: Record<string, unknown> = {}
  for (const [name, { names, read }] of Object.entries(readers)) {
    try {
      values[name] = read()
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      faults.push({ names, error })
    }
  }
  if (faults.length > 0) throw settingsError(faults)
  return values as { readonly [Name in keyof Readers]: ReturnType<Readers[Name]['read']> }
}

const OURS = /^(ARTEL|DATABASE)_/
/** Names of ours resemble one another, and a deployment has variables of its own beside them. */
const MOST_SLIPS = 2

function misspelled(env: NodeJS.ProcessEnv): Fault[] {
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !KNOWN_SETTINGS.includes(name))
    .flatMap((names) => {
      const near = nearestWord(names, KNOWN_SETTINGS, MOST_SLIPS)
      if (near === undefined) return []
      const error = new CliError(`Nothing reads it. Did you mean ${near}?`, {
        ru: `Её ничто не читает. Может быть, ${near}?`,
      })
      return [{ names, error }]
    })
}

const HEADS: Readonly<Record<Language, { title: string; setting: string; advice: string }>> = {
  en: { title: 'Nothing was started: these settings are wrong.', setting: 'setting', advice: 'what to do' },
  ru: { title: 'Ничего не запущено: эти настройки неверны.', setting: 'настройка', advice: 'что сделать' },
}

function settingsError(faults: readonly Fault[]): CliError {
  return new CliError(tableOf(faults, 'en'), { ru: tableOf(faults, 'ru') })
}

function tableOf(faults: readonly Fault[], language: Language): string {
  const { title, setting, advice } = HEADS[language]
  const columns = [setting, advice].map((head) => ({ title: head, align: 'left' as const }))
  const rows = faults.map(({ names, error }) => [
    names,
    (language === 'ru' ? error.ru : undefined) ?? error.message,
  ])
  return `${title}\n${textTable(columns, rows)}`.trimEnd()
}
