import { createReadStream } from 'node:fs'
import { openStore } from '@artel/store'
import {
  advanceImports,
  beginImport,
  type Context,
  cancelImport,
  handInImport,
  type ImportKind,
} from '@artel/use-cases'
import pg from 'pg'
import { peakResidentBytes } from '../resident-memory.ts'
import { serveJobs } from '../run-worker.ts'
import type { ImportBenchJob, ImportBenchResult, ImportWorld } from './import-job.ts'

// Imports as `artel import` does, in a process of its own.
const [databaseUrl = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl })
serveJobs(async (job: ImportBenchJob): Promise<ImportBenchResult> => {
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const { recordMs, faults } = await done(job)
  const ms = performance.now() - startMs
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    ms,
    recordMs: recordMs ?? ms,
    faults,
    cpuMicros: user + system,
    peakBytes: peakResidentBytes(process.pid),
  }
})

function done(job: ImportBenchJob): Promise<{ recordMs?: number; faults: number }> {
  if (job.kind === 'copy') return copied(job.files)
  return job.kind === 'read' ? read(job.world, job.file, job.of) : imported(job.world, job.file)
}

const adminOf = ({ coalitionId }: ImportWorld): Context => ({
  store,
  principal: {
    kind: 'admin',
    coalitionId,
    keyId: coalitionId,
    scopes: new Set(['coalition:write', 'customers:write']),
  },
})

const handIn = (world: ImportWorld, file: string, kind: ImportKind) =>
  handInImport(adminOf(world), {
    ...{ kind, memberId: world.memberId, consentVersion: '1' },
    file: { open: () => createReadStream(file) },
  })

async function read(world: ImportWorld, file: string, kind: ImportKind): Promise<{ faults: number }> {
  const { importJob } = await handIn(world, file, kind)
  await cancelImport(adminOf(world), { importId: importJob.id })
  return { faults: 0 }
}

async function imported(world: ImportWorld, file: string): Promise<{ recordMs: number; faults: number }> {
  const { importJob } = await handIn(world, file, 'PURCHASES')
  const { id } = importJob
  await worked(world, id)
  const startMs = performance.now()
  await beginImport(adminOf(world), { importId: id })
  await worked(world, id)
  const { faults } = await store.prisma.importJob.findFirstOrThrow({ where: { id } })
  return { recordMs: performance.now() - startMs, faults }
}

async function worked({ coalitionId }: ImportWorld, importId: string): Promise<void> {
  const operator: Context = { store, principal: { kind: 'operator' } }
  for (;;) {
    const { postponed } = await advanceImports(operator, { coalitionId, importId })
    if (postponed) throw postponed.error
    const { state } = await store.prisma.importJob.findFirstOrThrow({
      where: { id: importId },
      select: { state: true },
    })
    if (state !== 'CHECKING' && state !== 'RUNNING') return
  }
}

/** One transaction a table, as somebody would who has the rows ready: no rule, no check but the table's own. */
async function copied(files: readonly { table: string; file: string }[]): Promise<{ faults: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const { table, file } of files) await client.query(`copy ${table} from '${file}'`)
  } finally {
    await client.end()
  }
  return { faults: 0 }
}
