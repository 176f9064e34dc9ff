import { withBench } from './bench.ts'
import { describeMachine } from './describe-machine.ts'
import type { Outcome } from './outcome.ts'
import { type Options, UsageError } from './read-options.ts'
import { buildRows, ROW_NAMES, type RowName } from './rows/build-rows.ts'
import { printTable } from './rows/print-table.ts'
import { runRounds } from './rows/run-rounds.ts'
import { summariseRatios, summariseRows } from './rows/summarise.ts'
import { say } from './show-progress.ts'
import { type VerifiedBooks, verifyBooks } from './verify-books.ts'

/** Measures the rows of the table. Throws UsageError for a row that there is not. */
export async function measureRows(options: Options): Promise<Outcome> {
  const wanted = new Set(wantedRows(options.only))
  return withBench(options, async (bench) => {
    const { database, plan } = bench
    const { rows, databaseUrls } = await buildRows(bench, wanted)
    const rounds = await runRounds(rows, { rounds: plan.rounds, database })
    const verified: VerifiedBooks[] = []
    for (const url of databaseUrls) verified.push(await verifyBooks(url))
    const summaries = summariseRows(rounds)
    const ratios = summariseRatios(rounds)
    printTable(summaries, ratios)
    for (const { database, ok, seconds, transfersPerSecond } of verified)
      say(`${ok ? '✓' : '✗'} verify ${database}: ${seconds} s, ${transfersPerSecond} transfers/s`)
    const json = {
      rows: summaries,
      ratios,
      verify: verified,
      plan: { ...plan, apiFlags: options.apiFlags },
      machine: describeMachine(database.version),
    }
    const ok = verified.every((each) => each.ok) && summaries.every(({ wrong }) => wrong === 0)
    return { ok, json }
  })
}

function wantedRows(only: readonly string[] | undefined): readonly RowName[] {
  if (!only) return ROW_NAMES
  return only.map((name) => {
    const row = ROW_NAMES.find((known) => known === name)
    if (row) return row
    throw new UsageError(`There is no row ${name}; there are ${ROW_NAMES.join(', ')}`)
  })
}
