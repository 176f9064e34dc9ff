import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, roubles } from '../testing/operations.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna', { reference: 'anna' }).open(api.store)
  key = town.member('wash').apiKey
})
afterAll(() => api.stop())

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')
/** coalition > members > nodes > ... : each round trip adds levels. */
const deep = (levels: number): string =>
  levels <= 0
    ? 'id'
    : `activity { nodes { member { purchases { nodes { customer { ${deep(levels - 6)} } } } } } }`
describe('refused before any resolver, with 400 and a code', () => {
  const cases: [string, string, string][] = [
    ['a deep document', `{ viewer { customer { ${deep(18)} } } }`, 'QUERY_TOO_COMPLEX'],
    [
      'depth hidden in fragments',
      `{ viewer { customer { ...A } } } fragment A on Customer { activity { nodes { member { purchases { nodes { customer { ...B } } } } } } } fragment B on Customer { activity { nodes { member { purchases { nodes { id } } } } } }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['a flood of aliases', `{ ${repeat(40, (i) => `a${i}: viewer { kind }`)} }`, 'QUERY_TOO_COMPLEX'],
    [
      'aliases multiplied by fragments',
      `{ ${repeat(12, (i) => `a${i}: viewer { ...F }`)} } fragment F on Viewer { ${repeat(12, (i) => `k${i}: kind`)} }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a fragment that contains itself',
      `{ viewer { ...A } } fragment A on Viewer { ...A }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'fragments in a circle',
      `{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a bomb of fragments',
      `{ viewer { ...F0 } } ${repeat(20, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Viewer { kind }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a flood of directives',
      `{ viewer { kind ${repeat(40, () => '@include(if: true)')} } }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'six mutations',
      `mutation { ${repeat(6, (i) => `m${i}: clockAdvance(input: { seconds: 1 }) { __typename }`)} }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'six mutations through a fragment',
      `mutation { ...M } fragment M on Mutation { ${repeat(6, (i) => `m${i}: clockAdvance(input: { seconds: 1 }) { __typename }`)} }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'the schema asked for twice',
      '{ __schema { types { name } } again: __schema { types { name } } }',
      'QUERY_TOO_COMPLEX',
    ],
    [
      'types asked for through fragments',
      '{ ...T __schema { types { name } } } fragment T on Query { __type(name: "Query") { name } }',
      'QUERY_TOO_COMPLEX',
    ],
    ['a huge first', '{ coalition { members(first: 1000000) { nodes { id } } } }', 'BAD_USER_INPUT'],
    ['first: 0', '{ coalition { members(first: 0) { nodes { id } } } }', 'BAD_USER_INPUT'],
    ['a negative first', '{ coalition { members(first: -1) { nodes { id } } } }', 'BAD_USER_INPUT'],
    ['too many tokens', `{ ${repeat(3_000, () => 'viewer')} }`, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not', '{ nothingLikeThis }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL at all', 'select 1', 'GRAPHQL_PARSE_FAILED'],
  ]
  test.each(cases)('%s', async (_name, query, code) => {
    const answer = await api.call(query, {}, { key })
    expect(answer.errors[0]?.extensions).toMatchObject({
      code,
      retryable: false,
      requestId: expect.any(String),
    })
    expect(answer.status).toBe(400)
    expect(answer.data ?? null).toBeNull()
  })

  test('a huge first in a variable, given or by default', async () => {
    const query = 'query ($n: Int = 500) { coalition { members(first: $n) { nodes { id } } } }'
    for (const variables of [{ n: 101 }, {}]) {
      const { errors, status } = await api.call(query, variables, { key })
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
    }
    expect((await api.call(query, { n: 100 }, { key })).errors).toEqual([])
    // Null asks for the usual page, whatever the default is.
    expect((await api.call(query, { n: null }, { key })).errors).toEqual([])
  })
})

test('five mutations in one document run one after another', async () => {
  const customer = { reference: 'anna' }
  const inputs = Object.fromEntries(
    [0, 1, 2, 3, 4].map((i) => [
      `i${i}`,
      { customer, receiptRef: `five-${i}`, total: roubles(100), idempotencyKey: freshKey() },
    ]),
  )
  const query = `mutation (${repeat(5, (i) => `$i${i}: PurchaseRecordInput!`)}) { ${repeat(5, (i) => `m${i}: purchaseRecord(input: $i${i}) { ... on PurchaseRecordPayload { balanceAfter } }`)} }`
  const { data } = await api.call(query, inputs, { key })
  expect(Object.values<{ balanceAfter: string }>(data).map((m) => m.balanceAfter)).toEqual([
    '5',
    '10',
    '15',
    '20',
    '25',
  ])
})
describe('introspection', () => {
  test('is open to everybody in a sandbox', async () => {
    const { data } = await api.call(getIntrospectionQuery())
    expect(data.__schema.types.length).toBeGreaterThan(50)
  })

  test('is closed to strangers in production, also through fragments, and open to keys', async () => {
    const production = await startTestApi({ production: true })
    try {
      const built = await aCoalition().open(production.store)
      for (const query of [
        getIntrospectionQuery(),
        '{ ...S } fragment S on Query { __type(name: "Query") { name } }',
      ]) {
        const refused = await production.call(query)
        expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([403, 'INTROSPECTION_DISABLED'])
        expect((await production.call(query, {}, { key: built.adminKey })).errors).toEqual([])
      }
      // Nor is it told bit by bit: a near miss is not put right.
      const near = await production.call('{ viewr { kind } }')
      const field = 'mutation ($i: ClockAdvanceInput!) { clockAdvance(input: $i) { __typename } }'
      const nearInput = await production.call(field, { i: { secondz: 1 } })
      for (const { status, errors } of [near, nearInput]) {
        expect(status).toBe(400)
        expect(errors[0]?.message).not.toMatch(/did you mean/i)
      }
      expect((await api.call('{ viewr { kind } }')).errors[0]?.message).toContain('Did you mean')
      expect((await production.call('{ viewer { __typename kind } }')).data.viewer.__typename).toBe('Viewer')
    } finally {
      await production.stop()
    }
  })
})
