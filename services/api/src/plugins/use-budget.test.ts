import operations from '@artel/schema/persisted-operations.json' with { type: 'json' }
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { getIntrospectionQuery, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { freshKey, RECORD, roubles } from '../testing/operations.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { priceDocument, totalPrice } from './price-document.ts'
import { BUDGETS } from './use-budget.ts'

const costOf = (query: string, variables: Record<string, unknown> = {}) =>
  totalPrice(priceDocument(schema, parse(query), undefined), variables)

describe('what a document costs', () => {
  test.each([
    ['a plain field of an object', '{ viewer { kind __typename } }', 1],
    ['an object in an object', '{ viewer { coalition { handle } } }', 2],
    ['the nodes of a page', '{ coalition { members(first: 7) { nodes { id } } } }', 2 + 7],
    ['the same as edges', '{ coalition { members(first: 7) { edges { node { id } } } } }', 2 + 7],
    ['a page of the usual size', '{ coalition { members { nodes { id } pageInfo { endCursor } } } }', 2 + 20],
    [
      'a page in a page',
      '{ viewer { member { purchases(first: 100) { nodes { member { purchases(first: 100) { nodes { id } } } } } } } }',
      3 + 100 * (1 + 1 + 1 + 100),
    ],
    ['a short list', '{ viewer { member { apiKeys { id } } } }', 2 + 5],
    [
      'the beginning of a list',
      '{ customer(by: { id: "x" }) { wallet { lots(first: 50) { id } } } }',
      2 + 50,
    ],
    [
      'the same of the usual size',
      '{ customer(by: { id: "x" }) { holds { id } household { id } } }',
      1 + 20 + 20,
    ],
    ['a list with a most of its own', '{ customer(by: { id: "x" }) { consents { id } } }', 1 + 6],
    [
      'households of households',
      '{ customers(first: 100) { nodes { household { household { id } } } } }',
      1 + 100 * (1 + 20 * (1 + 20)),
    ],
    ['a sum that is a read', '{ customer(by: { id: "x" }) { wallet { elsewhere balance } } }', 2 + 1],
    ['objects by their ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['long texts', '{ coalition { terms { contractTextEn contractTextRu } } }', 2 + 2 * 25],
    [
      'a fragment, as often as it is spread',
      '{ a: viewer { ...F } b: viewer { ...F } } fragment F on Viewer { coalition { id } }',
      4,
    ],
    ['a mutation', 'mutation { clockAdvance(input: { seconds: 1 }) { __typename } }', 10],
    ['one type of the schema', '{ __type(name: "Viewer") { name fields { name } } }', 1],
  ])('%s', (_name, query, cost) => {
    expect(costOf(query)).toBe(cost)
  })

  test('a page size in a variable: given, by default, left out, null', () => {
    const query = (preset: string) =>
      `query ($n: Int${preset}) { coalition { members(first: $n) { nodes { id } } } }`
    expect(costOf(query(''), { n: 50 })).toBe(52)
    expect(costOf(query(' = 30'))).toBe(32)
    expect(costOf(query(''))).toBe(22)
    expect(costOf(query(''), { n: null })).toBe(22)
    // A default stands for what is left out: null is a page of the usual size.
    expect(costOf(query(' = 1'), { n: null })).toBe(22)
  })

  test('introspection costs what its answer has, and the query of the tools fits every budget', () => {
    const types = Object.keys(schema.getTypeMap()).length
    expect(costOf('{ __schema { types { name kind description } } }')).toBe(Math.ceil((2 + 3 * types) / 200))
    const canonical = costOf(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))
    expect(canonical).toBeGreaterThan(100)
    expect(canonical).toBeLessThanOrEqual(Math.min(...Object.values(BUDGETS)))
  })

  test('a type that a variable names is reckoned as all of them, and a walk in circles is paid for', () => {
    const named = costOf('query ($n: String!) { __type(name: $n) { fields { name args { name } } } }')
    expect(named).toBeGreaterThan(costOf('{ __type(name: "Query") { fields { name args { name } } } }'))
    const circle = (levels: number): string =>
      levels === 0
        ? 'name'
        : `fields { type { name ofType { ${circle(levels - 1)} } } args { type { ${circle(levels - 1)} } } }`
    const wide = Array.from({ length: 9 }, (_, at) => `a${at}: types { ${circle(3)} }`).join(' ')
    expect(costOf(`{ __schema { ${wide} } }`)).toBeGreaterThan(BUDGETS.anonymous)
  })

  const IDS = 'query ($i: [ID!]!) { nodes(ids: $i) { id } }'
  test('ids in a variable', () => {
    expect(costOf(IDS, { i: Array(40).fill('x') })).toBe(40)
  })

  test.each([1.5, -7, 1e308, Number('1e999'), 2 ** 31])(
    'the number %d in a variable is a whole cost',
    (n) => {
      const pages =
        'query ($n: Int) { coalition { members(first: $n) { nodes { purchases(first: $n) { nodes { id } } } } } }'
      for (const cost of [costOf(IDS, { i: n }), costOf(pages, { n })]) {
        expect(Number.isSafeInteger(cost)).toBe(true)
        expect(cost).toBeGreaterThanOrEqual(1)
      }
    },
  )

  test.each(Object.values(operations))('the persisted operation %s is within the budget', (query) => {
    // History tells of each entry its sale and the rules of it, and the page asks for as many as fit on a screen.
    const first = query.includes('query OwnHistory') ? 20 : 50
    expect(costOf(query, { first })).toBeLessThanOrEqual(BUDGETS.customer)
  })
})

describe('the budget', () => {
  let api: TestApi
  let town: BuiltCoalition
  let key: string
  beforeAll(async () => {
    api = await startTestApi()
    town = await aCoalition().withMember('wash').withCustomer('Anna', { reference: 'anna' }).open(api.store)
    key = town.member('wash').apiKey
  })
  afterAll(() => api.stop())

  const PAGES =
    'query ($n: Int!) { viewer { member { purchases(first: $n) { nodes { member { purchases(first: $n) { nodes { id } } } } } } } }'

  test('an operation beyond it is refused with its cost, and nothing of it runs', async () => {
    const { status, data, errors } = await api.call(PAGES, { n: 100 }, { key })
    expect([status, data ?? null]).toEqual([400, null])
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toContain('costs 10303 and the budget is 5000')
    expect(errors[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      retryable: false,
      cost: { requested: 10_303, budget: BUDGETS.member },
    })
  })

  test('a mutation beyond it writes nothing', async () => {
    const input = {
      ...{ customer: { reference: 'anna' }, receiptRef: 'R', total: roubles(100) },
      idempotencyKey: freshKey(),
    }
    const query = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) { ... on PurchaseRecordPayload { purchase { member { purchases(first: 100) { nodes { member { purchases(first: 100) { nodes { id } } } } } } } } } }`
    const { errors } = await api.call(query, { input }, { key })
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX')
    expect(await api.store.prisma.purchase.count({ where: { coalitionId: town.id } })).toBe(0)
    expect((await api.call(RECORD, { input }, { key })).data.purchaseRecord.replayed).toBe(false)
  })

  test('an operation within it is shown its cost', async () => {
    const ask = async (headers: Record<string, string>) => {
      const body = JSON.stringify({ query: PAGES, variables: { n: 10 } })
      const response = await fetch(`${api.url}/graphql`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body },
      })
      return response.json()
    }
    expect((await ask({ authorization: `Bearer ${key}` })).extensions.cost).toMatchObject({
      ...{ requested: 3 + 10 * 13, budget: BUDGETS.member },
    })
    expect((await ask({})).extensions.cost.budget).toBe(BUDGETS.anonymous)
  })
})
