import { say } from '../show-progress.ts'
import type { RatioSummary, RowSummary } from './summarise.ts'

const COLUMNS: readonly (readonly [title: string, value: (row: RowSummary) => string])[] = [
  ['row', ({ name }) => name],
  ['/s', ({ perSecond }) => String(Math.round(perSecond))],
  ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(1)],
  ['p99 ms', ({ p99Ms }) => p99Ms.toFixed(1)],
  ['server µs', ({ serverCpuMicros }) => cost(serverCpuMicros)],
  ['database µs', ({ databaseCpuMicros }) => cost(databaseCpuMicros)],
  ['generator µs', ({ generatorCpuMicros }) => cost(generatorCpuMicros)],
  ['WAL bytes', ({ walBytes }) => cost(walBytes)],
  ['peak MB', ({ peakMb = 0 }) => cost(peakMb)],
  ['kB/client', ({ perClientKb = 0 }) => cost(perClientKb)],
  ['reads/renewal', ({ renewalReads = 0 }) => (renewalReads === 0 ? '–' : renewalReads.toFixed(2))],
  ['wrong', ({ wrong }) => cost(wrong)],
]

/** Prints the rows and what was promised, for people. */
export function printTable(rows: readonly RowSummary[], ratios: readonly RatioSummary[]): void {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))]
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? '').length)))
  say('')
  for (const line of cells)
    say(
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
  say('')
  const longest = Math.max(0, ...ratios.map(({ name }) => name.length))
  for (const { name, value, bar, atMost, goal, met } of ratios) {
    const aim = `${atMost ? 'at most' : 'at least'} ${bar}${goal === undefined ? '' : `, goal ${goal}`}`
    say(`${met ? '✓' : '✗'} ${name.padEnd(longest)}  ${value.toFixed(2).padStart(6)}  (${aim})`)
  }
}

const cost = (value: number): string => (value < 0.5 ? '–' : String(Math.round(value)))
