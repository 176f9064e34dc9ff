import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/prisma/client.ts'
import type { BatchReport } from './lanes/lane-figures.ts'
import { type Lanes, openLanes } from './lanes/lanes.ts'
import { assertApplicationRole } from './pool/assert-application-role.ts'
import { openPool, WRITE_SETTINGS } from './pool/open-pool.ts'
import type { Pooler } from './pool/pooled-client.ts'

/** Everything that talks to one database. Opened once a process. */
export interface Store {
  /** CRUD and reads, as the application role: writes on ledger tables are denied. */
  readonly prisma: PrismaClient
  /** The reads that SQL does better, as the same role. */
  readonly pool: pg.Pool
  /** The write path: see `post`. */
  readonly lanes: Lanes
  /** Whether a pooler stands in between: nothing may then rely on a session, such as LISTEN. */
  readonly isPooled: boolean
  /** Lets what is queued finish, then closes every connection. */
  close(): Promise<void>
}

const DEFAULT_MAX_CONNECTIONS = 12
const MAX_WRITE_CONNECTIONS = 4
const DEFAULT_QUEUE_LIMIT = 5_000

/**
 * Opens a store. `maxConnections` bounds all of its connections (default 12, of which at most 4 carry writes);
 * `queueLimit` the commands that may wait for one coalition (default 5 000), beyond which `post` throws Overloaded.
 * `onBatch` hears of every batch of the write path, and must not throw. `pooler` says that the URL is one of a pooler that
 * gives connections away after each transaction; without it, one that drops startup options is refused.
 * Fails with PostgreSQL's own error when the server cannot be reached or has not been migrated.
 * @throws PoolerInBetween
 */
export async function openStore(options: {
  databaseUrl: string
  maxConnections?: number
  queueLimit?: number
  pooler?: Pooler | undefined
  onBatch?: (report: BatchReport) => void
}): Promise<Store> {
  const { databaseUrl, pooler } = options
  const maxConnections = Math.max(3, options.maxConnections ?? DEFAULT_MAX_CONNECTIONS)
  const writeConnections = Math.min(MAX_WRITE_CONNECTIONS, Math.floor(maxConnections / 2))
  const writePool = openPool(databaseUrl, writeConnections, { pooler, settings: WRITE_SETTINGS })
  const pool = openPool(databaseUrl, maxConnections - writeConnections, { pooler })
  // In the minimal format errors quote no arguments, which may be a customer's.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' })
  const lanes = openLanes(writePool, {
    queueLimit: options.queueLimit ?? DEFAULT_QUEUE_LIMIT,
    ...(options.onBatch ? { onBatch: options.onBatch } : {}),
  })
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= lanes
      .drain()
      .then(() => prisma.$disconnect())
      .then(async () => void (await Promise.all([writePool.end(), pool.end()])))
    return closed
  }
  try {
    await assertApplicationRole(pool)
  } catch (error) {
    await close()
    throw error
  }
  return { prisma, pool, lanes, isPooled: pooler !== undefined, close }
}
