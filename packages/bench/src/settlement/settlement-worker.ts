import { randomUUID } from 'node:crypto'
import { openStore, withLongTimeout } from '@artel/store'
import { acceptStatement, type Context, closeWindow, issueStatements, proposePlan } from '@artel/use-cases'
import { keyed } from '@artel/use-cases/testing'
import { peakResidentBytes } from '../resident-memory.ts'
import { serveJobs } from '../run-worker.ts'
import type { SettlementJob, SettlementResult } from './settlement-job.ts'
import type { SettlementWorld } from './settlement-world.ts'

const WINDOW_NO = 1
const SCAN = `select debit_kind, debit_owner_id, credit_kind, credit_owner_id, count(*), sum(amount)
  from transfer where coalition_id = $1 group by 1, 2, 3, 4`

// Settles as the worker and the terminal do, in a process of its own.
const [databaseUrl = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl })
serveJobs(async ({ kind, world }: SettlementJob): Promise<SettlementResult> => {
  const { ms, cpuMicros } = await (kind === 'settle' ? settle(world) : timed(() => scan(world)))
  return { ms, cpuMicros, peakBytes: peakResidentBytes(process.pid) }
})

/** Closes, states and plans the window. What members do between the last two is not the time measured. */
async function settle({ coalitionId, memberIds, personId }: SettlementWorld) {
  const scopes = new Set(['settlement:propose'])
  const treasurer: Context = {
    store,
    principal: { kind: 'admin', coalitionId, keyId: personId, personId, scopes },
  }
  const stating = await timed(async () => {
    await closeWindow(treasurer, { windowNo: WINDOW_NO, early: true, ...keyed() })
    await issueStatements(treasurer, { windowNo: WINDOW_NO, ...keyed() })
  })
  for (const memberId of memberIds) await accept(coalitionId, memberId)
  const planning = await timed(() => proposePlan(treasurer, { windowNo: WINDOW_NO, ...keyed() }))
  return { ms: stating.ms + planning.ms, cpuMicros: stating.cpuMicros + planning.cpuMicros }
}

async function accept(coalitionId: string, memberId: string): Promise<void> {
  const scopes = new Set(['settlement:accept'])
  const member: Context = {
    store,
    principal: { kind: 'member', coalitionId, memberId, status: 'ACTIVE', keyId: randomUUID(), scopes },
  }
  const statements = await store.prisma.statement.findMany({
    where: { coalitionId, memberId, windowNo: WINDOW_NO },
  })
  for (const { id: statementId } of statements) await acceptStatement(member, { statementId, ...keyed() })
}

const scan = ({ coalitionId }: SettlementWorld) =>
  store.pool.query(withLongTimeout({ text: SCAN, values: [coalitionId] }))

async function timed(work: () => Promise<unknown>) {
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  await work()
  const ms = performance.now() - startMs
  const { user, system } = process.cpuUsage(cpuBefore)
  return { ms, cpuMicros: user + system }
}
