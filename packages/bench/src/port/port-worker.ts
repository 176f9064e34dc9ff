import { points } from '@artel/ledger'
import { openStore, post } from '@artel/store'
import pg from 'pg'
import { makeHistogram } from '../generator/histogram.ts'
import { serveJobs } from '../run-worker.ts'
import { saleCommand } from '../sale-command.ts'
import type { CommitJob, PortJob, PortResult, PostJob, SpendJob } from './port-job.ts'

// Calls the store as the API does, with no API around it, in a process of its own.
const [databaseUrl = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl })
const LONGEST_WAIT_MS = 120_000
serveJobs((job: PortJob): Promise<PortResult> => {
  if (job.kind === 'commit') return runCommits(job)
  return job.kind === 'post' ? runPosts(job) : runSpending(job)
})

function runPosts({ world, totalMinor, spent, callers, seconds }: PostJob): Promise<PortResult> {
  const { coalitionId, customerIds } = world
  return inParallel(callers, seconds, async () => {
    const customerId = customerIds[Math.floor(Math.random() * customerIds.length)] ?? ''
    await post(store, coalitionId, saleCommand(world, { customerId, totalMinor, spent: points(spent) }))
  })
}

async function runSpending({ world, customerIds, totalMinor, spent }: SpendJob): Promise<PortResult> {
  const histogram = makeHistogram()
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  for (const customerId of customerIds) {
    const sentMs = performance.now()
    const command = saleCommand(world, { customerId, totalMinor, spent: points(spent) })
    await post(store, world.coalitionId, command, { deadlineMs: LONGEST_WAIT_MS })
    histogram.record(performance.now() - sentMs)
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    perSecond: (customerIds.length * 1_000) / (performance.now() - startMs),
    done: histogram.count(),
    p50Ms: histogram.quantileMs(0.5),
    p99Ms: histogram.quantileMs(0.99),
    cpuMicros: user + system,
  }
}

/** What the database alone does: no batch, no other process, the plainest row that is worth keeping. */
async function runCommits({ connections, seconds }: CommitJob): Promise<PortResult> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }))
  await Promise.all(clients.map((client) => client.connect()))
  await clients[0]?.query(
    `create table if not exists bench_commit (id uuid primary key default gen_random_uuid(),
      account bigint not null, amount bigint not null, at timestamptz not null default now())`,
  )
  const free = [...clients]
  const text = 'insert into bench_commit (account, amount) values ($1, $2)'
  try {
    return await inParallel(connections, seconds, async () => {
      const client = free.pop()
      if (!client) throw new Error('More callers than connections')
      await client.query({ name: 'commit', text, values: [Math.floor(Math.random() * 100_000), 100] })
      free.push(client)
    })
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function inParallel(
  callers: number,
  seconds: number,
  callOnce: () => Promise<void>,
): Promise<PortResult> {
  const histogram = makeHistogram()
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const endMs = startMs + seconds * 1_000
  let inTime = 0
  const keepCalling = async () => {
    for (let sentMs = performance.now(); sentMs < endMs; ) {
      await callOnce()
      const nowMs = performance.now()
      histogram.record(nowMs - sentMs)
      if (nowMs < endMs) inTime += 1
      sentMs = nowMs
    }
  }
  await Promise.all(Array.from({ length: callers }, keepCalling))
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    perSecond: inTime / seconds,
    done: histogram.count(),
    p50Ms: histogram.quantileMs(0.5),
    p99Ms: histogram.quantileMs(0.99),
    cpuMicros: user + system,
  }
}
