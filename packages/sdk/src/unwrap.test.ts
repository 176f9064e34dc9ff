import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, isUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { createArtel } from './create-artel.ts'
import * as refusals from './generated/refusals.ts'
import { RefusalError } from './refusal-error.ts'
import type { Points } from './scalars.ts'
import { data, type ScriptedApi, startScriptedApi } from './testing/scripted-api.ts'
import { unwrap } from './unwrap.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const artel = () => createArtel({ apiKey: 'sk_test_1', url: api.url })
const sale = { customer: { id: 'cus_1' }, receiptRef: 'A-1', total: { amountMinor: '120000' } }
const refusal = (code: string) => ({
  code,
  message: 'Choose fewer points.',
  path: ['input', 'points'],
  docUrl: 'https://artel.example/errors',
  retryable: false,
})
const poor = {
  __typename: 'InsufficientPointsError',
  ...refusal('INSUFFICIENT_POINTS'),
  available: '30',
  requested: '50',
}

describe('a result', () => {
  it('narrows by its typename to the fields of that refusal', async () => {
    api.script(data({ purchaseRecord: poor }))
    const result = await artel().purchases.record(sale)
    if (result.__typename !== 'InsufficientPointsError') throw new Error('expected a refusal')
    expectTypeOf(result.available).toEqualTypeOf<Points>()
    expect(BigInt(result.requested) - BigInt(result.available)).toBe(20n)
    // @ts-expect-error a refusal has no payload
    expect(result.purchase).toBeUndefined()
  })

  it('stays plain data', async () => {
    api.script(data({ purchaseRecord: poor }))
    const result = await artel().purchases.record(sale)
    expect(JSON.parse(JSON.stringify(result))).toEqual(poor)
    expect({ ...result }).toEqual(poor)
  })
})

describe('unwrap', () => {
  it('returns the payload, from the promise and from the result', async () => {
    const payload = { __typename: 'HoldVoidPayload', hold: { id: 'hld_1' }, replayed: true }
    api.script(data({ holdVoid: payload }))
    const { hold, replayed } = await artel().holds.void({ holdId: 'hld_1' }).unwrap()
    expectTypeOf(hold.id).toEqualTypeOf<string>()
    expect(replayed).toBe(true)
    const result = await artel().holds.void({ holdId: 'hld_1' })
    expect(result.unwrap().hold.id).toBe('hld_1')
  })

  it('throws the refusal as its class, with its fields and the request id', async () => {
    api.script(data({ purchaseRecord: poor }, { 'x-request-id': 'req_3' }))
    const error: unknown = await artel()
      .purchases.record(sale)
      .unwrap()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(refusals.InsufficientPointsError)
    expect(error).toBeInstanceOf(RefusalError)
    expect(error).toMatchObject({
      name: 'InsufficientPointsError',
      code: 'INSUFFICIENT_POINTS',
      message: 'Choose fewer points.',
      path: ['input', 'points'],
      available: '30',
      requested: '50',
      requestId: 'req_3',
      retryable: false,
      docUrl: 'https://artel.example/errors',
    })
  })

  it('throws a refusal that a newer API added as the base class', async () => {
    api.script(data({ holdVoid: { __typename: 'MoonTooFullError', ...refusal('MOON_TOO_FULL') } }))
    const promise = artel().holds.void({ holdId: 'hld_1' }).unwrap()
    await expect(promise).rejects.toThrow(RefusalError)
    await expect(promise).rejects.toMatchObject({ code: 'MOON_TOO_FULL' })
  })
})

it('knows every refusal of the contract and gives each its own class with the contract\u2019s fields', () => {
  const contract = readFileSync(fileURLToPath(import.meta.resolve('@artel/schema/schema.graphql')), 'utf8')
  const schema = buildSchema(contract)
  // Of the results of operations: a refusal that stands in a payload is data, and not thrown.
  const results = Object.values(schema.getTypeMap()).flatMap((type) =>
    isUnionType(type) ? type.getTypes() : [],
  )
  const types = [...new Set(results)].filter((type) =>
    type.getInterfaces().some(({ name }) => name === 'UserError'),
  )
  expect(types.length).toBeGreaterThanOrEqual(15)
  for (const type of types) {
    const thrown = caught(() => unwrap({ __typename: type.name, ...refusal('X') }))
    expect([type.name, (thrown as Error).name]).toEqual([type.name, type.name])
  }
})

/** Of the coalition's own page: its session is a cookie, which no server and no page of a member has. */
const OF_THE_PAGE = ['customerSignInRequest', 'customerSignIn', 'customerTokenCreate', 'customerSignOut']

it('asks every mutation for the extra fields of every refusal it may answer', async () => {
  const contract = readFileSync(fileURLToPath(import.meta.resolve('@artel/schema/schema.graphql')), 'utf8')
  const schema = buildSchema(contract)
  const documents = await import('./generated/graphql.ts')
  const base = ['code', 'message', 'path', 'docUrl', 'retryable']
  const missing: string[] = []
  const roots = { ...schema.getMutationType()?.getFields(), ...schema.getQueryType()?.getFields() }
  for (const { name, type } of Object.values(roots)) {
    const union = 'ofType' in type ? type.ofType : type
    if (!isUnionType(union) || OF_THE_PAGE.includes(name)) continue
    const documentName = `${name[0]?.toUpperCase()}${name.slice(1)}Document`
    const document = String(Object.entries(documents).find(([key]) => key === documentName)?.[1])
    for (const member of union.getTypes()) {
      const extra = Object.keys(member.getFields()).filter((field) => !base.includes(field))
      if (!member.getInterfaces().some((type) => type.name === 'UserError')) continue
      const selected = new RegExp(`on ${member.name} \\{(?:[^{}]|\\{[^{}]*\\})*`).exec(document)?.[0] ?? ''
      for (const field of extra) {
        if (!new RegExp(`\\b${field}\\b`).test(selected)) missing.push(`${name}: ${member.name}.${field}`)
      }
    }
  }
  expect(missing).toEqual([])
})

it('lets the compiler tell the classes apart, alike as their fields may be', () => {
  const codeOf = (error: RefusalError): string => {
    if (error instanceof refusals.NotFoundError) return 'missing'
    if (error instanceof refusals.CustomerClosedError) return 'closed'
    return error.code
  }
  const data = { __typename: 'CustomerClosedError', ...refusal('CUSTOMER_CLOSED'), mergedIntoId: null }
  expect(codeOf(new refusals.CustomerClosedError(data))).toBe('closed')
})

function caught(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}
