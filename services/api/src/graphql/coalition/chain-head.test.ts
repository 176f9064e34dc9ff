import { chainHead } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna').open(api.store)
})
afterAll(() => api.stop())

const CHAIN = 'query { coalition { chain { batchNo hash postedAt } } }'
const readChain = (key?: string) => api.call(CHAIN, {}, key === undefined ? {} : { key })

test('members and administrators read the head of the chain, and every sale moves it on', async () => {
  const key = town.member('wash').apiKey
  const empty = { batchNo: '0', hash: '0'.repeat(64), postedAt: null }
  expect((await readChain(key)).data.coalition.chain).toEqual(empty)
  const heads = [empty.hash]
  for (const receiptRef of ['one', 'two']) {
    const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
    const input = { customer, receiptRef, total: roubles(100), idempotencyKey: freshKey() }
    await api.call(RECORD, { input }, { key })
    heads.push((await readChain(key)).data.coalition.chain.hash)
  }
  expect(new Set(heads).size).toBe(3)
  const stored = await chainHead(api.store, town.id)
  for (const caller of [key, town.adminKey])
    expect((await readChain(caller)).data.coalition.chain).toEqual({
      batchNo: '2',
      hash: stored.hash,
      postedAt: stored.postedAt?.toISOString(),
    })
  const strangers = await aCoalition().withMember('elsewhere').open(api.store)
  expect((await readChain(strangers.member('elsewhere').apiKey)).data.coalition.chain).toEqual(empty)
  expect((await readChain()).data.coalition).toBeNull()
})
