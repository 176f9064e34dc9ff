import { openStore, type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, aLink, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'

const CUSTOMERS = 12
const TRIES = 6

let database: TestDatabase
let store: Store
let town: BuiltCoalition
let apis: ApiProcess[]
beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.databaseUrl })
  let plan = aCoalition().withMember('wash').withMember('cafe').withMember('parts')
  for (let at = 0; at < CUSTOMERS; at += 1) plan = plan.withCustomer(`Customer ${at}`)
  town = await plan.open(store)
  apis = await Promise.all([1, 2].map(() => startApiProcess(database.databaseUrl)))
})
afterAll(async () => {
  await Promise.all((apis ?? []).map((api) => api.kill()))
  await store?.close()
  await database?.drop()
})

const BIND = `mutation ($input: CustomerBindInput!) { customerBind(input: $input) {
  ... on CustomerBindPayload { isNew binding { link { id } } } } }`

async function bind(at: number, customerId: string, code: string) {
  const response = await fetch(`${apis[at % apis.length]?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.member('wash').apiKey}` },
    body: JSON.stringify({ query: BIND, variables: { input: { customer: { id: customerId }, code } } }),
  })
  const { data } = (await response.json()) as {
    data: { customerBind: { isNew: boolean; binding: { link: { id: string } } } }
  }
  return data.customerBind
}

test('of sources that come to two processes at once, each customer has one, and every answer names it', async () => {
  const links = [
    await aLink(town, { to: 'wash', from: 'cafe' }),
    await aLink(town, { to: 'wash', from: 'parts' }),
  ]
  const raced = await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, serial) => {
      const customerId = encodePublicId('customer', town.customer(`Customer ${serial}`).id)
      return Promise.all(
        Array.from({ length: TRIES }, (_try, at) => bind(at, customerId, links[at % 2]?.code ?? '')),
      )
    }),
  )
  for (const answers of raced) {
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(answers.map(({ binding }) => binding.link.id)).size).toBe(1)
  }
  expect(await store.prisma.binding.count()).toBe(CUSTOMERS)
  expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
