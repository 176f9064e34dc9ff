import { readFile, writeFile } from 'node:fs/promises'

const LANGUAGES = ['en', 'ru'] as const
type Language = (typeof LANGUAGES)[number]

/** What this file reads of the codes of the API. */
export interface Registry {
  readonly refusals: Readonly<Record<string, { readonly customer?: Readonly<Record<Language, string>> }>>
}

const BEGIN = '  // Refusals: written by `pnpm --filter @artel/widget run generate`.\n'
const END = '  // End of refusals.\n'

/** The refusals that a customer can meet, as a type. */
export function refusalCodes(registry: Registry): string {
  const codes = toldIn(registry, 'en').map(([code]) => `  | '${code}'\n`)
  return `/* Generated from \`@artel/schema/refusals.json\` by \`pnpm --filter @artel/widget run generate\`. */

/** A code that has a text for customers. */
export type ToldRefusalCode =
${codes.join('')}`
}

/**
 * A dictionary with its texts of refusals written anew. They stand in it and not in a module beside it: to put the two
 * together would cost every page that loads the widget. Throws when the markers are gone.
 */
export function withRefusalTexts(dictionary: string, registry: Registry, language: Language): string {
  const from = dictionary.indexOf(BEGIN)
  const to = dictionary.indexOf(END)
  if (from === -1 || to < from) throw new Error(`The dictionary must have "${BEGIN}" and "${END}".`)
  const texts = toldIn(registry, language).map(([code, text]) => `  ${code}: ${quoted(text)},\n`)
  return `${dictionary.slice(0, from + BEGIN.length)}${texts.join('')}${dictionary.slice(to)}`
}

const toldIn = ({ refusals }: Registry, language: Language): (readonly [string, string])[] =>
  Object.entries(refusals).flatMap(([code, { customer }]) =>
    customer ? [[code, customer[language]] as const] : [],
  )

/** As the formatter quotes, so that writing and formatting agree. */
const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const registry: Registry = JSON.parse(
    await readFile(new URL(import.meta.resolve('@artel/schema/refusals.json')), 'utf8'),
  )
  await writeFile(new URL('./src/generated/told-refusal-code.ts', import.meta.url), refusalCodes(registry))
  for (const language of LANGUAGES) {
    const path = new URL(`./src/text/${language}.ts`, import.meta.url)
    await writeFile(path, withRefusalTexts(await readFile(path, 'utf8'), registry, language))
  }
}
