import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import pg from 'pg'
import type { Bench } from '../bench.ts'
import type { ImportBenchJob, ImportBenchResult, ImportWorld } from '../imports/import-job.ts'
import { phoneOf, writeCustomers, writeSales } from '../imports/sales-files.ts'
import { startWorker, type Worker } from '../run-worker.ts'
import { openBenchWorld } from '../world.ts'
import { perRequest } from './http-rows.ts'
import { measureCost } from './measure-cost.ts'
import type { Figures, Meter, Row } from './row.ts'

const CUSTOMERS = 5_000
const SALES = 20_000
const CSV_ROWS = 1_000_000
const XLSX_ROWS = 200_000
/** What a recorded sale writes, and by which column its rows are told from those before. */
const TABLES = ['entry', 'transfer', 'lot', 'purchase', 'batch'] as const

/** A file is read piece by piece: it needs no more heap than this, however many rows it has. What the process holds besides is its programs. */
const CRAMPED = ['--max-old-space-size=96', '--max-semi-space-size=4']

type Importer = Worker<ImportBenchJob, ImportBenchResult>

interface Filled {
  readonly databaseUrl: string
  readonly directory: string
  readonly world: ImportWorld
}

/**
 * Importing sales from a file, whole and the recording alone, beside COPY of the very rows that the import wrote into tables with the same indexes and
 * no rule; and what it takes to read the largest files that are accepted. Rates are rows of the file a second.
 */
export async function importRows(
  bench: Bench,
  meter: Meter,
  isWanted: (name: string) => boolean,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const filled = await fill(bench)
  const files = { sales: join(filled.directory, 'many.csv'), customers: join(filled.directory, 'many.xlsx') }
  if (isWanted('readCsv'))
    await writeSales(files.sales, { rows: CSV_ROWS, prefix: 'many', customers: CUSTOMERS })
  if (isWanted('readXlsx')) writeCustomers(files.customers, XLSX_ROWS)
  const { world } = filled
  const importer = await start(bench, filled)
  const copier = await start(bench, filled)
  const csvReader = await start(bench, filled, CRAMPED)
  const xlsxReader = await start(bench, filled)
  const last: { sale?: ImportBenchResult; before: string } = { before: '0' }
  let round = 0
  const importNext = async () => {
    round += 1
    const file = join(filled.directory, 'sales.csv')
    await writeSales(file, { rows: SALES, prefix: `round${round}`, customers: CUSTOMERS })
    last.before = await lastBatch(filled)
    last.sale = await importer.run({ kind: 'import', world, file })
    return last.sale
  }
  const rowOf = (
    name: string,
    worker: Importer,
    count: number,
    run: () => Promise<ImportBenchResult>,
    warm = run,
  ) => row(name, { worker, count, run, warm, meter })
  const rows = [
    rowOf('importWhole', importer, SALES, importNext),
    rowOf(
      'importRecord',
      importer,
      SALES,
      async () => {
        const { recordMs, ...sale } = last.sale ?? (await importNext())
        return { ...sale, recordMs, ms: recordMs }
      },
      nothing,
    ),
    rowOf(
      'copyRows',
      copier,
      SALES,
      async () => copier.run({ kind: 'copy', files: await spilled(filled, last.before) }),
      nothing,
    ),
    rowOf(
      'readCsv',
      csvReader,
      CSV_ROWS,
      () => csvReader.run({ kind: 'read', world, file: files.sales, of: 'PURCHASES' }),
      nothing,
    ),
    rowOf(
      'readXlsx',
      xlsxReader,
      XLSX_ROWS,
      () => xlsxReader.run({ kind: 'read', world, file: files.customers, of: 'CUSTOMERS' }),
      nothing,
    ),
  ]
  return { rows: rows.filter(({ name }) => isWanted(name)), databaseUrls: [filled.databaseUrl] }
}

/** Nothing to warm up. */
const nothing = (): Promise<ImportBenchResult> =>
  Promise.resolve({ ms: 1, recordMs: 1, faults: 0, cpuMicros: 0, peakBytes: 0 })

async function fill(bench: Bench): Promise<Filled> {
  const databaseUrl = await bench.database.addDatabase('bench_imports')
  const store = await openStore({ databaseUrl })
  const { coalitionId, memberId, customerIds } = await openBenchWorld(store, CUSTOMERS)
  await store.close()
  const phones = customerIds.map((_, at) => phoneOf(at))
  const array = (values: readonly string[]) => `array['${values.join("','")}']`
  await asSuperuser(
    databaseUrl,
    `update customer c set phone = x.phone from unnest(${array(customerIds)}::uuid[], ${array(phones)}) x(id, phone)
      where c.customer_id = x.id`,
  )
  for (const table of [...TABLES, 'outbox'])
    await asSuperuser(databaseUrl, `create table copy_of_${table} (like ${table} including all)`)
  await asSuperuser(databaseUrl, 'vacuum analyze')
  const directory = mkdtempSync(join(tmpdir(), 'artel-bench-import-'))
  // The server writes into it, as whoever it runs as.
  chmodSync(directory, 0o777)
  return { databaseUrl, directory, world: { coalitionId, memberId } }
}

async function lastBatch({ databaseUrl }: Filled): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ no: string }>(
    'select coalesce(max(batch_no), 0)::text as no from batch',
  )
  await client.end()
  return rows[0]?.no ?? '0'
}

/** Files of all that was written since a batch, with their tables emptied. */
async function spilled({ databaseUrl, directory }: Filled, before: string) {
  const since = `batch_no > ${before}`
  const tables = TABLES.map((table) => ({ table, where: since }))
  const told = `subject_id in (select purchase_id from purchase where ${since})`
  const files: { table: string; file: string }[] = []
  for (const { table, where } of [...tables, { table: 'outbox', where: told }]) {
    const file = join(directory, `${table}.copy`)
    await asSuperuser(
      databaseUrl,
      `truncate copy_of_${table}; copy (select * from ${table} where ${where}) to '${file}'`,
    )
    files.push({ table: `copy_of_${table}`, file })
  }
  return files
}

const start = async (
  bench: Bench,
  { databaseUrl }: Filled,
  nodeFlags: readonly string[] = [],
): Promise<Importer> => {
  const worker = await startWorker<ImportBenchJob, ImportBenchResult>('./imports/import-worker.ts', {
    ...{ args: [databaseUrl], nodeFlags },
  })
  bench.processes.push(worker)
  return worker
}

function row(
  name: string,
  of: {
    readonly worker: Importer
    readonly count: number
    readonly run: () => Promise<ImportBenchResult>
    readonly warm: () => Promise<ImportBenchResult>
    readonly meter: Meter
  },
): Row {
  const { worker, count, run, warm, meter } = of
  return {
    name,
    pid: worker.pid,
    warmUp: async () => void (await warm()),
    measure: async (): Promise<Figures> => {
      const { result, cost } = await measureCost(meter, worker.pid, run)
      return {
        perSecond: (count * 1_000) / result.ms,
        p50Ms: result.ms,
        p99Ms: result.ms,
        ...perRequest({ ...cost, serverCpuMicros: result.cpuMicros }, count),
        generatorCpuMicros: 0,
        peakMb: result.peakBytes / 2 ** 20,
        wrong: result.faults,
        wrongSamples: [],
      }
    },
  }
}
