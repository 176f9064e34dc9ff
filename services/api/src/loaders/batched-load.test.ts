import { encodePublicId, enrolCustomer } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../testing/operations.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeBatchedLoad } from './batched-load.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(api.store)
  const key = town.member('wash').apiKey
  for (let i = 0; i < 12; i += 1) {
    const customer = { id: encodePublicId('customer', town.customer(i % 2 === 0 ? 'Anna' : 'Boris').id) }
    await api.call(
      RECORD,
      { input: { customer, receiptRef: `R${i}`, total: roubles(100), idempotencyKey: freshKey() } },
      { key },
    )
  }
})
afterAll(() => api.stop())

/** Statements that the database has run for this role since it began, without the one that asks. */
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const { pool } = api.store
  const clients = new Set<object>()
  const listen = (client: { query: (...args: never[]) => unknown }) => {
    if (clients.has(client)) return
    clients.add(client)
    const query = client.query.bind(client)
    client.query = (...args: never[]) => {
      const [first] = args as unknown[]
      seen.push(typeof first === 'string' ? first : String((first as { text?: string }).text))
      return query(...args)
    }
  }
  pool.on('acquire', listen as never)
  try {
    await run()
  } finally {
    pool.removeListener('acquire', listen as never)
  }
  return seen.filter((text) => /^\s*select/i.test(text))
}

test('a page of purchases costs a query a kind of row, whatever its length', async () => {
  const query = `query ($n: Int!) { viewer { member { purchases(first: $n) { nodes {
    member { name } customer { name wallet { available lots { issuer { name } } } } refundable { amountMinor } refunds { id }
  } } } } }`
  const key = town.member('wash').apiKey
  const ask = (n: number) => statementsOf(() => api.call(query, { n }, { key }))
  await ask(1)
  const [one, twelve] = [await ask(1), await ask(12)]
  expect(twelve.length).toBe(one.length)
  expect(one.length).toBeGreaterThan(3)
  expect(one.length).toBeLessThanOrEqual(11)
})

test('so does a page of customers with what each of them has', async () => {
  const query = `query ($n: Int!) { customers(first: $n) { nodes { consents { id } holds(first: 2) { id }
    household(first: 2) { id } wallet { elsewhere lots(first: 2) { id } } } } }`
  for (const name of ['Kira', 'Lev', 'Mila'])
    await enrolCustomer(town.member('wash').context, { name, consentVersion: '1' })
  const key = town.member('wash').apiKey
  const ask = (n: number) => statementsOf(() => api.call(query, { n }, { key }))
  await ask(1)
  const [one, four] = [await ask(1), await ask(4)]
  // A read that waits for another may leave a moment later, and then alone.
  expect(four.length).toBeLessThanOrEqual(one.length + 2)
  expect(one.length).toBeGreaterThan(3)
})

test('purchaseRecord answers from what was recorded: no read but the lane, once its caches are warm', async () => {
  const key = town.member('wash').apiKey
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const record = (receiptRef: string) =>
    api.call(
      RECORD,
      { input: { customer, receiptRef, total: roubles(100), idempotencyKey: freshKey() } },
      { key },
    )
  await record('warm')
  expect(await statementsOf(() => record('counted'))).toEqual([])
})

test('keys asked for at once are one read; a failure fails its own coalition alone', async () => {
  const reads: string[][] = []
  const load = makeBatchedLoad(async (coalitionId, ids) => {
    reads.push([coalitionId, ...ids])
    if (coalitionId === 'broken') throw new Error('no such coalition')
    return new Map(ids.filter((id) => id !== 'absent').map((id) => [id, `${coalitionId}/${id}`]))
  })
  const keys = [
    ['a', '1'],
    ['a', '2'],
    ['a', '1'],
    ['b', 'absent'],
    ['broken', '1'],
  ] as const
  const settled = await Promise.allSettled(keys.map(([coalitionId, id]) => load({ coalitionId, id })))
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
    'a/1',
    'a/2',
    'a/1',
    null,
    'no such coalition',
  ])
  expect(reads).toEqual([
    ['a', '1', '2'],
    ['b', 'absent'],
    ['broken', '1'],
  ])
})

test('while reads are in flight the next ones wait and leave together; nothing is kept between reads', async () => {
  const gates: (() => void)[] = []
  const sizes: number[] = []
  const load = makeBatchedLoad(async (_coalitionId, ids) => {
    sizes.push(ids.length)
    await new Promise<void>((resolve) => gates.push(resolve))
    return new Map(ids.map((id) => [id, id]))
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const ask = (id: string) => load({ coalitionId: 'c', id })
  const all = [ask('1')]
  await turn()
  all.push(ask('2'))
  await turn()
  for (const id of ['3', '4', '1']) {
    all.push(ask(id))
    await turn()
  }
  expect(sizes).toEqual([1, 1])
  while (gates.length > 0) {
    gates.shift()?.()
    await turn()
    await turn()
  }
  expect(await Promise.all(all)).toEqual(['1', '2', '3', '4', '1'])
  expect(sizes).toEqual([1, 1, 3])
})
