import { type ExplainedCode, explainedCodes } from './explained-codes.ts'

const BEGIN = '<!-- codes: written by `pnpm --filter @artel/api run generate` -->'
const END = '<!-- end of codes -->'

/** A README with its table of codes written anew. Throws when the markers are gone. */
export function withCodesTable(readme: string, codes: readonly ExplainedCode[] = explainedCodes()): string {
  const from = readme.indexOf(BEGIN)
  const to = readme.indexOf(END)
  if (from === -1 || to < from) throw new Error(`README.md must have "${BEGIN}" and "${END}".`)
  return `${readme.slice(0, from + BEGIN.length)}\n\n${codesTable(codes)}\n\n${readme.slice(to)}`
}

function codesTable(codes: readonly ExplainedCode[]): string {
  const rows = codes.map(({ code, status, retryable, meaning, remedy, facts }) => [
    `\`${code}\``,
    String(status ?? 200),
    retryable ? 'yes' : 'no',
    facts.map((fact) => `\`${fact}\``).join(', '),
    `${meaning.en} ${remedy.en}`,
  ])
  const lines = [
    ['code', 'HTTP', 'retry', 'facts', 'what it means and what to do'],
    Array(5).fill('---'),
    ...rows,
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
