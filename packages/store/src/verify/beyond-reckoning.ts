import type pg from 'pg'
import type { Finding } from './finding.ts'

/**
 * SQLSTATEs of values that an expression cannot take: class 22 for what is out of range, no date or no JSON, and 0A000 for
 * an infinite instant that is to be a number.
 */
const BEYOND = /^22|^0A000$/

/**
 * Runs a part of a verification. Figures so wrong that PostgreSQL cannot reckon with them are a finding of that part, which
 * knows no row, and the other parts go on: whoever tampers must not be able to stop the search. On a connection within a
 * transaction.
 */
export async function orBeyondReckoning<Outcome>(
  client: pg.ClientBase,
  part: Pick<Finding, 'coalitionId' | 'invariant' | 'table'>,
  run: () => Promise<Outcome>,
): Promise<Outcome | Finding> {
  await client.query('savepoint part_of_verification')
  try {
    const outcome = await run()
    await client.query('release savepoint part_of_verification')
    return outcome
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (typeof error.code !== 'string' || !BEYOND.test(error.code)) throw error
    await client.query('rollback to savepoint part_of_verification')
    return {
      ...part,
      row: {},
      message: 'Every figure can be reckoned with.',
      expected: 'figures within their range',
      actual: error.message,
      badRows: 1,
    }
  }
}
