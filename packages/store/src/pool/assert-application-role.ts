import type pg from 'pg'
import { asPooler } from './connect-directly.ts'
import { PoolerInBetween } from './pooler-in-between.ts'

const APPLICATION_ROLE = 'artel_app'

/** @throws PoolerInBetween; PostgreSQL's own error when it cannot be reached, or has no such role */
export async function assertApplicationRole(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  const role = await currentRole(pool)
  if (role !== APPLICATION_ROLE) throw new PoolerInBetween(`acts as ${role}, not as ${APPLICATION_ROLE}`)
}

async function currentRole(pool: Pick<pg.Pool, 'query'>): Promise<string> {
  try {
    const { rows } = await pool.query<{ role: string }>('select current_user as role')
    return rows[0]?.role ?? 'nobody'
  } catch (error) {
    throw asPooler(error)
  }
}
