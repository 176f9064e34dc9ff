import type { Principal } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { minimalInput } from '../testing/minimal-input.ts'
import { OPERATOR_KEY, startTestApi, type TestApi } from '../testing/test-api.ts'
import { assertGranted, guardRootFields } from './access.ts'
import { ACCESS } from './access-rules.ts'

const KINDS = ['operator', 'admin', 'member', 'person', 'till', 'customer', 'anonymous'] as const
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
const FIELDS = ROOTS.flatMap((type) =>
  Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
)

test('every root field has a rule for every kind of caller, and no rule is left over', () => {
  expect(FIELDS.toSorted()).toEqual(Object.keys(ACCESS).toSorted())
  for (const name of FIELDS)
    expect(Object.keys(ACCESS[name] ?? {}), name).toEqual(expect.arrayContaining([...KINDS]))
})

test('a schema with a field that has no rule does not start', () => {
  const query = new GraphQLObjectType({ name: 'Query', fields: { unheardOf: { type: GraphQLString } } })
  expect(() => guardRootFields(new GraphQLSchema({ query }))).toThrow('Query.unheardOf has no access rule')
})

describe('the matrix: without the scope nobody passes who needs one', () => {
  const matrix = FIELDS.flatMap((name) => KINDS.map((kind) => [name, kind] as const))
  test.each(matrix)('%s x %s', (name, kind) => {
    const grant = ACCESS[name]?.[kind] ?? false
    const attempt = (scopes: readonly string[]) => () =>
      assertGranted(ACCESS[name] as never, principal(kind, scopes), name)
    if (grant === true && ACCESS[name]?.inPerson && kind !== 'person')
      expect(attempt([])).toThrow('is for people')
    else if (grant === true) expect(attempt([])).not.toThrow()
    else
      expect(attempt(['made:up'])).toThrow(
        kind === 'anonymous' ? 'needs a key' : /is not for|needs the scope|Artel-Acting-For/,
      )
    if (Array.isArray(grant)) for (const scope of grant) expect(attempt([scope])).not.toThrow()
  })
})

describe('over HTTP a caller without a grant is told so, and nothing runs', () => {
  let api: TestApi
  let town: BuiltCoalition
  beforeAll(async () => {
    api = await startTestApi()
    town = await aCoalition().withMember('wash').open(api.store)
  })
  afterAll(() => api.stop())

  const denied = FIELDS.filter((name) => name.startsWith('Mutation.')).flatMap((name) =>
    (['operator', 'admin', 'member', 'anonymous'] as const)
      .filter((kind) => ACCESS[name]?.[kind] === false)
      .map((kind) => [name, kind] as const),
  )
  test.each(denied)('%s x %s', async (name, kind) => {
    const field = name.replace('Mutation.', '')
    const argument = schema.getMutationType()?.getFields()[field]?.args[0]
    const keys = {
      operator: OPERATOR_KEY,
      admin: town.adminKey,
      member: town.member('wash').apiKey,
      anonymous: '',
    }
    const key = keys[kind]
    const [query, variables] = argument
      ? [
          `mutation ($input: ${argument.type}) { ${field}(input: $input) { __typename } }`,
          { input: minimalInput(String(argument.type)) },
        ]
      : [`mutation { ${field} { __typename } }`, {}]
    const answer = await api.call(query, variables, key === '' ? {} : { key })
    expect(answer.errors.map((error) => error.extensions.code)).toEqual([
      kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN',
    ])
    expect(answer.status).toBe(kind === 'anonymous' ? 401 : 403)
    expect(answer.data ?? null).toBeNull()
  })

  test('a key without the scope is told which one it lacks', async () => {
    const made = await api.call(
      `mutation { apiKeyCreate(input: { name: "reader", scopes: ["wallet:read"] }) { ... on ApiKeyCreatePayload { secret } } }`,
      {},
      { key: town.member('wash').apiKey },
    )
    const { status, errors } = await api.call(
      `mutation { customerEnrol(input: { name: "A", consentVersion: "1" }) { __typename } }`,
      {},
      { key: made.data.apiKeyCreate.secret },
    )
    expect(status).toBe(403)
    expect(errors[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: expect.stringContaining('customers:write'),
    })
  })
})

function principal(kind: Principal['kind'], scopes: readonly string[]): Principal {
  const base = { coalitionId: 'c', keyId: 'k', scopes: new Set(scopes) }
  switch (kind) {
    case 'operator':
    case 'anonymous':
      return { kind }
    case 'admin':
      return { kind, ...base }
    case 'member':
      return { kind, memberId: 'm', status: 'ACTIVE', ...base }
    case 'till':
      return { kind, coalitionId: 'c', memberId: 'm', tillId: 't' }
    case 'person':
      return { kind, personId: 'p', sessionId: 's', lacks: 'PLACE' }
    case 'customer':
      return { kind, memberId: 'm', customerId: 'u', tokenId: 't', maxPoints: null, origin: null, ...base }
  }
}
