import { CliError } from '../cli-error.ts'

/** Languages that the command speaks. */
export type Language = 'ru' | 'en'

/** What `--lang` says; fails with a line when it is no language of the command. */
export function languageOf(text: string): Language {
  if (text === 'ru' || text === 'en') return text
  throw new CliError(`--lang must be ru or en; it is "${text}".`)
}
