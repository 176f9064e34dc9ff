import { parseArgs } from 'node:util'

/** Languages that the command speaks. */
export type Language = 'ru' | 'en'

/** What `--lang` asks for, whatever the command; English where it asks for nothing that is known. */
export function languageIn(args: readonly string[]): Language {
  const options = { lang: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true })
  return values.lang === 'ru' ? 'ru' : 'en'
}
