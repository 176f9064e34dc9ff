import { expect, test } from 'vitest'
import type { Failure } from '../api/failure.ts'
import type { SalesQuery } from '../generated/graphql.ts'
import { type ReadPage, readAllSales } from './read-all-sales.ts'

const page = (receiptRef: string, endCursor: string | null) => ({
  data: {
    purchases: { nodes: [{ receiptRef }], pageInfo: { hasNextPage: endCursor !== null, endCursor } },
  } as unknown as SalesQuery,
  failure: null,
})
const failed = (kind: Failure['kind'], retryAfterMs?: number) => ({
  data: null,
  failure: { kind, code: null, requestId: null, ...(retryAfterMs ? { retryAfterMs } : {}) },
})

/** Reads what is answered in turn, from a cursor; says what was read, asked and waited. */
async function read(answers: readonly Awaited<ReturnType<ReadPage>>[], after: string | null = null) {
  const [left, rows, asked, waited] = [[...answers], [] as string[], [] as unknown[], [] as number[]]
  const ended = await readAllSales({
    after,
    readPage: async (from) => {
      asked.push(from)
      return left.shift() ?? failed('failed')
    },
    wait: async (ms) => waited.push(ms),
    onRows: (sales) => rows.push(...sales.map(({ receiptRef }) => receiptRef)),
  })
  return { ended, rows, asked, waited }
}

test('where too much is asked for it waits as long as the server says and goes on from there', async () => {
  const { ended, rows, asked, waited } = await read([
    page('A-1', 'one'),
    failed('busy', 700),
    failed('busy'),
    page('A-2', null),
  ])
  expect(ended).toEqual({ isWhole: true })
  expect(rows).toEqual(['A-1', 'A-2'])
  expect(asked).toEqual([null, 'one', 'one', 'one'])
  expect(waited).toEqual([700, 2_000])
})

test('what failed says from where to go on, so that nothing is read twice', async () => {
  const { ended, rows } = await read([page('A-1', 'one'), failed('offline')])
  expect(ended).toMatchObject({ isWhole: false, after: 'one', failure: { kind: 'offline' } })
  expect(rows).toEqual(['A-1'])
  expect((await read([page('A-2', null)], 'one')).asked).toEqual(['one'])
})
