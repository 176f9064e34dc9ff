import { readFile, writeFile } from 'node:fs/promises'

interface Item {
  readonly name: string
  readonly description?: string
  readonly type?: { readonly text: string }
}
interface Declaration {
  readonly tagName?: string
  readonly description?: string
  readonly attributes?: readonly Item[]
  readonly events?: readonly Item[]
  readonly slots?: readonly Item[]
  readonly cssParts?: readonly Item[]
  readonly cssProperties?: readonly Item[]
}
/** The parts of a custom elements manifest that are read here. */
export interface Manifest {
  readonly modules: ReadonlyArray<{ readonly declarations?: readonly Declaration[] }>
}

const begin = '<!-- reference: generated from custom-elements.json -->'
const end = '<!-- end of reference -->'
const order = [
  ...['artel-wallet', 'artel-checkout', 'artel-earn-badge'],
  ...['artel-offers', 'artel-partners', 'artel-refer', 'artel-claim'],
]

/** Replaces the reference part of the README. Throws when its markers are missing. */
export function withReference(readme: string, manifest: Manifest): string {
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from === -1 || to < from) throw new Error(`README.md must have "${begin}" and "${end}".`)
  return `${readme.slice(0, from + begin.length)}\n\n${referenceOf(manifest)}\n\n${readme.slice(to)}`
}

function referenceOf(manifest: Manifest): string {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? [])
  const base = declarations.find(({ tagName }) => tagName === undefined)
  const shared = new Set((base?.attributes ?? []).map(({ name }) => name))
  const elements = order.flatMap((tag) => declarations.filter(({ tagName }) => tagName === tag))
  return [
    '### All elements',
    table('Attribute', base?.attributes ?? []),
    ...elements.flatMap((element) => [
      `### \`<${element.tagName}>\``,
      (element.description ?? '').replace(/\s*\n\s*/g, ' '),
      table(
        'Attribute',
        (element.attributes ?? []).filter(({ name }) => !shared.has(name)),
      ),
      table('Event', element.events ?? []),
      table('Slot', element.slots ?? []),
      table('Part', element.cssParts ?? []),
    ]),
    '### Custom properties',
    table('Property', base?.cssProperties ?? []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function table(kind: string, items: readonly Item[]): string {
  if (items.length === 0) return ''
  const rows = items.map(({ name, description = '', type }): [string, string] => {
    const detail =
      kind === 'Event' && type ? ` Detail: \`${type.text.replace(/^CustomEvent<(.*)>$/, '$1')}\`.` : ''
    return [`\`${name}\``, description.replace(/\s*\n\s*/g, ' ') + detail]
  })
  // Columns are padded as the formatter pads them, so formatting the file changes nothing.
  const widths = [0, 1].map((column) =>
    Math.max(3, ...[[kind, ''], ...rows].map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  return [line([kind, '']), line(['', ''], '-'), ...rows.map((row) => line(row))].join('\n')
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const readme = new URL('./README.md', import.meta.url)
  const manifest: Manifest = JSON.parse(
    await readFile(new URL('./custom-elements.json', import.meta.url), 'utf8'),
  )
  await writeFile(readme, withReference(await readFile(readme, 'utf8'), manifest))
}
