import type { BenchDatabase } from '../bench-database.ts'
import { say } from '../show-progress.ts'
import { untilQuiet } from '../until-quiet.ts'
import type { Figures, Round, Row } from './row.ts'

/**
 * Warms every row up and then measures all of them in turn, round by round, so that what slows the machine down for a
 * while slows the rows of a round down alike.
 */
export async function runRounds(
  rows: readonly Row[],
  { rounds, database }: { rounds: number; database: BenchDatabase },
): Promise<Round[]> {
  for (const row of rows) {
    say(`warming up ${row.name}`)
    await row.warmUp()
    await untilQuiet(row.pid, database.pid)
  }
  const measured: Round[] = []
  for (let number = 1; number <= rounds; number += 1) {
    const round = new Map<string, Figures>()
    measured.push(round)
    for (const row of rows) {
      const figures = await row.measure(round)
      round.set(row.name, figures)
      say(`round ${number} of ${rounds}, ${row.name}: ${inShort(figures)}`)
      await untilQuiet(row.pid, database.pid)
    }
  }
  return measured
}

function inShort({ perSecond, p99Ms, wrong, wrongSamples }: Figures): string {
  const complaint = wrong === 0 ? '' : `, ${wrong} WRONG: ${wrongSamples[0] ?? 'refused or dropped'}`
  return `${Math.round(perSecond)}/s, p99 ${p99Ms.toFixed(1)} ms${complaint}`
}
