import type { AccessRule, Grant } from '../auth/access-rule.ts'

/** `●` a value, `○` empty, `×` refused, `·` not there for this caller. */
export type Cell = '●' | '○' | '×' | '·'

/** A caller whose view is a column of the page. */
export interface Column {
  /** A few letters that head the column. */
  readonly head: string
  readonly caller: string
}

/** What each caller, in the order of the columns, sees of a field. */
export interface Row {
  readonly type: string
  readonly path: string
  readonly cells: readonly Cell[]
}

/** The page of who may call what and who sees what, in Markdown. */
export function accessPage(
  rules: Readonly<Record<string, AccessRule>>,
  statuses: Readonly<Record<string, string>>,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
): string {
  return [INTRODUCTION, callsTable(rules, statuses), seenTables(columns, rows)].join('\n')
}

const INTRODUCTION = `# Who may call what, and who sees what

Written by \`services/api/src/auth/access-matrix.test.ts\` from the schema and from what a running API answered; a change of
either makes that test fail until this page says the same (\`vitest run -u --project @artel/api access-matrix\`). The rules are
in \`services/api/src/auth\`: \`access.ts\` for the fields of the root, \`visible.ts\` for rows and what is hidden within them.
`

const KINDS = ['operator', 'admin', 'member', 'person', 'till', 'customer', 'anonymous'] as const

function callsTable(
  rules: Readonly<Record<string, AccessRule>>,
  statuses: Readonly<Record<string, string>>,
): string {
  const lines = Object.entries(rules)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rule]) => {
      const grants = KINDS.map((kind) => granted(rule[kind]))
      return `| \`${name}\` | ${grants.join(' | ')} | ${rule.member === false ? '' : (statuses[name] ?? 'IASE')} | ${rule.inPerson ? 'yes' : ''} |`
    })
  return `## Calls

A scope, or one of several, that the caller needs; \`yes\` without any. Status: of the member, **I**NVITED, **A**CTIVE,
**S**USPENDED, **E**XITING; the keys of a CLOSED member are dead. In person: for who is signed in, for no key.

| field | ${KINDS.join(' | ')} | status | in person |
|---|${KINDS.map(() => '---|').join('')}---|---|
${lines.join('\n')}
`
}

const granted = (grant: Grant): string =>
  grant === true ? 'yes' : grant === false ? '' : grant.map((scope) => `\`${scope}\``).join(', ')

function seenTables(columns: readonly Column[], rows: readonly Row[]): string {
  const types = [...new Set(rows.map(({ type }) => type))]
  const filled = rows.filter(({ cells }) => cells.includes('●'))
  const unsaid = types.flatMap((type) => {
    const own = rows.filter((row) => row.type === type)
    const empty = own.filter(({ cells }) => !cells.includes('●'))
    const pathOf = ({ path }: Row) => path
    return shortened(empty.map(pathOf), own.map(pathOf)).map((path) => path.replace('`', `\`${type}.`))
  })
  const tables = types.map((type) => {
    const own = grouped(filled.filter((row) => row.type === type))
    const head = `| \`${type}\` | ${columns.map(({ head }) => head).join(' | ')} |\n|---|${columns.map(() => ':-:|').join('')}`
    return own.length === 0 ? '' : `${head}\n${own.join('\n')}\n`
  })
  return `## Fields

Of one of everything that the car wash made, in a coalition with a parts shop. ● a value, ○ empty, × refused, · no such
object for this caller. \`*\` stands for all fields of what is no object of its own.

${columns.map(({ head, caller }) => `- **${head}** ${caller}`).join('\n')}

${tables.filter((table) => table !== '').join('\n')}
Without a value in this town, so that nothing is said of them: ${unsaid.join(', ')}.
`
}

/** One line for all fields of a type that the same callers see. */
function grouped(rows: readonly Row[]): string[] {
  const paths = new Map<string, string[]>()
  for (const { path, cells } of rows) {
    const key = cells.join(' | ')
    paths.set(key, [...(paths.get(key) ?? []), path])
  }
  const all = rows.map(({ path }) => path)
  return [...paths].map(([cells, own]) => `| ${shortened(own, all).join(', ')} | ${cells} |`)
}

/** Fields of one object that all stand in the same line, as one. */
function shortened(own: readonly string[], all: readonly string[]): string[] {
  const short = own.map((path) => {
    const heads = path.split('.').map((_, index, parts) => parts.slice(0, index).join('.'))
    const head = heads.find(
      (one) => one !== '' && all.every((other) => !other.startsWith(`${one}.`) || own.includes(other)),
    )
    return head === undefined ? `\`${path}\`` : `\`${head}.*\``
  })
  return [...new Set(short)]
}
