import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArtel } from './create-artel.ts'
import { NotFoundError } from './generated/refusals.ts'
import { data, type ScriptedApi, startScriptedApi } from './testing/scripted-api.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const artel = () => createArtel({ apiKey: 'sk_test_1', url: api.url })
/** Serves an activity of `total` entries, numbered from 1, by whatever window is asked for. */
const serveStatement = (total: number) =>
  api.script((response, request) => {
    const { first, after } = request.body.variables as { first: number; after: string | null }
    const start = Number(after ?? 0)
    const nodes = Array.from({ length: Math.min(first, total - start) }, (_, index) => ({
      id: `ent_${start + index + 1}`,
    }))
    const end = start + nodes.length
    const pageInfo = { hasNextPage: end < total, endCursor: `${end}` }
    data({ customer: { activity: { nodes, pageInfo } } })(response, request)
  })
const windows = () => api.received.map(({ body }) => [body.variables.first, body.variables.after])

it('reads every item across pages and fetches none ahead of need', async () => {
  serveStatement(5)
  const activity = artel().customers.activity({ id: 'cus_1' }, { first: 2 })
  expect(api.received).toHaveLength(0)
  const ids: string[] = []
  for await (const entry of activity) {
    ids.push(entry.id)
    if (ids.length === 3) break
  }
  expect(ids).toEqual(['ent_1', 'ent_2', 'ent_3'])
  expect(windows()).toEqual([
    [2, null],
    [2, '2'],
  ])
})

it('can be read twice', async () => {
  serveStatement(3)
  const activity = artel().customers.activity({ id: 'cus_1' }, { first: 2 })
  const read = async () => {
    let count = 0
    for await (const _ of activity) count += 1
    return count
  }
  expect([await read(), await read()]).toEqual([3, 3])
})

it('gives pages with the cursor to go on from', async () => {
  serveStatement(5)
  const sizes: number[] = []
  for await (const page of artel().customers.activity({ id: 'cus_1' }, { first: 2, after: '1' }).pages()) {
    sizes.push(page.nodes.length)
  }
  expect(sizes).toEqual([2, 2])
  expect(windows()).toEqual([
    [2, '1'],
    [2, '3'],
  ])
})

it('stops an array at its limit without fetching more than it needs', async () => {
  serveStatement(1_000)
  const entries = await artel().customers.activity({ id: 'cus_1' }).toArray({ limit: 60 })
  expect(entries).toHaveLength(60)
  expect(windows()).toEqual([
    [50, null],
    [50, '50'],
  ])
  serveStatement(1_000)
  expect(await artel().customers.activity({ id: 'cus_1' }).toArray({ limit: 3 })).toHaveLength(3)
  expect(windows()).toEqual([[3, null]])
  serveStatement(2)
  expect(await artel().customers.activity({ id: 'cus_1' }).toArray({ limit: 100 })).toHaveLength(2)
  expect(await artel().customers.activity({ id: 'cus_1' }).toArray({ limit: 0 })).toEqual([])
  await expect(artel().customers.activity({ id: 'cus_1' }).toArray({ limit: -1 })).rejects.toThrow(RangeError)
})

it('of an unknown customer throws', async () => {
  api.script(data({ customer: null }))
  await expect(artel().customers.activity({ id: 'cus_0' }).toArray({ limit: 1 })).rejects.toThrow(
    NotFoundError,
  )
})
