import { readFile, writeFile } from 'node:fs/promises'

/** What this file reads of the codes of the API. */
export interface Registry {
  readonly refusals: Readonly<
    Record<string, { readonly customer?: { readonly en: string; readonly ru: string } }>
  >
}

const BEGIN = '  // Refusals: written by `pnpm --filter @artel/widget run generate`.\n'
const END = '  // End of refusals.\n'

/**
 * The table of texts with those of refusals written anew, of the refusals that a customer can meet. They stand in it and not
 * in a module beside it: to put the two together would cost every page that loads the widget. Throws when the markers are
 * gone.
 */
export function withRefusalTexts(table: string, { refusals }: Registry): string {
  const from = table.indexOf(BEGIN)
  const to = table.indexOf(END)
  if (from === -1 || to < from) throw new Error(`The table must have "${BEGIN}" and "${END}".`)
  const texts = Object.entries(refusals).flatMap(([code, { customer }]) =>
    customer ? [entry(code, [quoted(customer.en), quoted(customer.ru)])] : [],
  )
  return `${table.slice(0, from + BEGIN.length)}${texts.join('')}${table.slice(to)}`
}

/** As the formatter writes it, so that writing and formatting agree. */
function entry(code: string, texts: readonly string[]): string {
  const line = `  ${code}: [${texts.join(', ')}],\n`
  return line.length <= 111 ? line : `  ${code}: [\n${texts.map((text) => `    ${text},\n`).join('')}  ],\n`
}

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const registry: Registry = JSON.parse(
    await readFile(new URL(import.meta.resolve('@artel/schema/refusals.json')), 'utf8'),
  )
  const path = new URL('./src/text/texts.ts', import.meta.url)
  await writeFile(path, withRefusalTexts(await readFile(path, 'utf8'), registry))
}
