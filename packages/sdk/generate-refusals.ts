import { readFileSync, writeFileSync } from 'node:fs'

interface Field {
  /** GraphQL type, as in the schema. */
  readonly type: string
  readonly description: string
  readonly values?: readonly string[]
}
interface Refusal {
  readonly type: string
  readonly meaning: { readonly en: string }
  readonly remedy: { readonly en: string }
  readonly fields: Readonly<Record<string, Field>>
}
/** What is read here of `refusals.json`: the codes of the API with all that comes with each. */
export interface Registry {
  readonly refusals: Readonly<Record<string, Refusal>>
  readonly failures: Readonly<Record<string, unknown>>
}

const HEADER = 'Generated from `@artel/schema/refusals.json` by `pnpm --filter @artel/sdk run generate`.'

/** Names that scalars and objects of the API have here; enums keep theirs. */
const TYPES: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Boolean: 'boolean',
  Money: 'MoneyFragment',
  ExactMoney: 'ExactMoneyFragment',
}
const SCALARS: ReadonlySet<string> = new Set(['Points', 'Minor', 'Micros', 'DateTime'])

/** The codes as types: literals, and open as the enums are, for those that a later API adds. */
export function codesModule({ refusals, failures }: Registry): string {
  return `/* ${HEADER} */

/** A code of a refusal of business: one that this version knows, or one that a later API added. */
export type RefusalCode =
${literals(Object.keys(refusals))}

/** A code of a failure of the request itself: one that this version knows, or one that a later API added. */
export type FailureCode =
${literals(Object.keys(failures))}
`
}

/** A class for each refusal, with the facts that it brings. */
export function refusalsModule({ refusals }: Registry): string {
  const classes = Object.entries(refusals).map(([code, refusal]) => classOf(code, refusal))
  const named = new Set(
    Object.values(refusals).flatMap(({ fields }) =>
      Object.values(fields).flatMap((field) => namesIn(typeOf(field))),
    ),
  )
  const scalars = [...named].filter((name) => SCALARS.has(name)).sort()
  const others = [...named].filter((name) => !SCALARS.has(name)).sort()
  const imports = [
    importOf(['RefusalError'], '../refusal-error.ts'),
    importOf(scalars, '../scalars.ts', 'type '),
    importOf(others, './graphql.ts', 'type '),
  ]
  return `/* ${HEADER} */\n${imports.join('\n')}\n\n${classes.join('\n\n')}\n`
}

/** The table of refusals in the README. */
export function refusalsTable({ refusals }: Registry): string {
  const rows = Object.entries(refusals).map(([code, { type, fields }]) => [
    `\`${type}\``,
    `\`${code}\``,
    Object.keys(fields)
      .map((name) => `\`${name}\``)
      .join(', '),
  ])
  return [['class', 'code', 'adds'], Array(3).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function classOf(code: string, { type, meaning, remedy, fields }: Refusal): string {
  const facts = Object.entries(fields).map(
    ([name, field]) => `  /** ${field.description} */\n  declare readonly ${name}: ${typeOf(field)}`,
  )
  return `/** ${code}: ${meaning.en} ${remedy.en} */
export class ${type} extends RefusalError {
  override readonly name = '${type}'
  declare readonly code: '${code}'
${facts.map((fact) => `${fact}\n`).join('')}}`
}

function typeOf({ type, values }: Field): string {
  const name = bare(type)
  const known = values?.map((value) => `'${value}'`).join(' | ')
  const one = known ? `${known} | (string & {})` : (TYPES[name] ?? name)
  const whole = type.startsWith('[') ? `readonly ${known ? `(${one})` : one}[]` : one
  return type.endsWith('!') ? whole : `${whole} | null`
}

const importOf = (names: readonly string[], from: string, kind = '') =>
  `import ${kind}{ ${names.join(', ')} } from '${from}'`

const bare = (type: string): string => type.replace(/[[\]!]/g, '')

/** The type names in a type: not its literals, nor what the language brings. */
const namesIn = (type: string): string[] => type.replace(/'[^']*'/g, '').match(/\b[A-Z]\w+/g) ?? []

const literals = (codes: readonly string[]): string =>
  [...codes.map((code) => `'${code}'`), '(string & {})'].map((code) => `  | ${code}`).join('\n')

const BEGIN = '<!-- refusals: written by `pnpm --filter @artel/sdk run generate` -->'
const END = '<!-- end of refusals -->'

function withTable(readme: string, registry: Registry): string {
  const from = readme.indexOf(BEGIN)
  const to = readme.indexOf(END)
  if (from === -1 || to < from) throw new Error(`README.md must have "${BEGIN}" and "${END}".`)
  return `${readme.slice(0, from + BEGIN.length)}\n\n${refusalsTable(registry)}\n\n${readme.slice(to)}`
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const registry: Registry = JSON.parse(
    readFileSync(new URL(import.meta.resolve('@artel/schema/refusals.json')), 'utf8'),
  )
  const write = (place: string, text: string) => writeFileSync(new URL(place, import.meta.url), text)
  write('./src/generated/codes.ts', codesModule(registry))
  write('./src/generated/refusals.ts', refusalsModule(registry))
  write('./README.md', withTable(readFileSync(new URL('./README.md', import.meta.url), 'utf8'), registry))
}
