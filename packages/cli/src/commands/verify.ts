import { verify } from '@artel/store'
import { defineCommand } from 'citty'
import { coalitionIdOf } from '../coalition-id.ts'
import { progressBar } from '../progress-bar.ts'
import { withDatabase } from '../with-database.ts'

/** `artel verify`: replays every invariant of the books; exit code 1 when one does not hold. */
export const verifyCommand = defineCommand({
  meta: {
    name: 'verify',
    description: 'Replay every invariant of the books; name the table and row of what does not hold.',
  },
  args: {
    coalition: { type: 'string', description: 'Only this coalition: its id (coa_...). All, if left out.' },
    json: { type: 'boolean', description: 'Print the result as one JSON line.', default: false },
  },
  async run({ args }) {
    const coalitionId = args.coalition === undefined ? undefined : coalitionIdOf(args.coalition)
    const bar = progressBar('Verifying')
    const result = await withDatabase(({ databaseUrl }) =>
      verify({
        databaseUrl,
        ...(coalitionId === undefined ? {} : { coalitionId }),
        onProgress: ({ done, total, invariant }) => bar.update(done, total, invariant),
      }),
    ).finally(() => bar.stop())
    process.stdout.write(args.json ? `${JSON.stringify(result)}\n` : describe(result))
    return result.ok ? 0 : 1
  },
})

function describe(result: Awaited<ReturnType<typeof verify>>): string {
  const counts = Object.entries(result.checked).map(([name, count]) => `${count} ${name}`)
  if (result.ok) return `The books add up: ${counts.join(', ')}.\n`
  const findings = result.findings.map(
    ({ table, row, invariant, message }) => `  ${table} ${keyText(row)}: ${message} (${invariant})`,
  )
  return `${['The books do not add up:', ...findings].join('\n')}\n`
}

/** The key of a row as a person would name it: coalition_id=..., lot_id=... */
function keyText(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${value}`)
    .join(' ')
}
