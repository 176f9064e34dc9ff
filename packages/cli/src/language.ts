import { CliError } from './cli-error.ts'
import type { Language } from './simulate/simulation-words.ts'

/** What `--lang` says; fails with a line when it is no language of the command. */
export function languageOf(text: string): Language {
  if (text === 'ru' || text === 'en') return text
  throw new CliError(`--lang must be ru or en; it is "${text}".`)
}
