import { readFileSync } from 'node:fs'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { createArtel } from './create-artel.ts'
import { type HoldStatus, type MoneyInput, TypedDocumentString } from './generated/graphql.ts'
import type { Minor, Points } from './scalars.ts'
import { ConfigurationError } from './system-errors.ts'
import { data, hangUp, type ScriptedApi, startScriptedApi } from './testing/scripted-api.ts'
import { version } from './version.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const artel = () => createArtel({ apiKey: 'sk_test_1', url: api.url })

describe('a secret key in a browser\u2019s page', () => {
  it('is refused', () => {
    Object.assign(globalThis, { window: globalThis, document: {} })
    try {
      expect(() => artel()).toThrow(ConfigurationError)
      expect(() => createArtel({ apiKey: 'the operator\u2019s', url: api.url })).toThrow(ConfigurationError)
    } finally {
      Reflect.deleteProperty(globalThis, 'window')
      Reflect.deleteProperty(globalThis, 'document')
    }
    expect(() => artel()).not.toThrow()
  })
})

it('refuses an address that is none, and no key', () => {
  expect(() => createArtel({ apiKey: 'sk_test_1', url: 'localhost' })).toThrow(ConfigurationError)
  expect(() => createArtel({ apiKey: '', url: api.url })).toThrow(ConfigurationError)
})

describe('the escape hatch', () => {
  const text = 'query Lots($id: ID!) { customer(by: { id: $id }) { wallet { lots { id } } } }'
  type Data = { customer: { wallet: { lots: { id: string }[] } } | null }

  it('runs a TypedDocumentNode and types its data', async () => {
    api.script(data({ customer: null }))
    const document = parse(text) as TypedDocumentNode<Data, { id: string }>
    const result = await artel().query(document, { id: 'cus_1' })
    expectTypeOf(result).toEqualTypeOf<Data>()
    expect(api.received[0]?.body.query).toContain('query Lots')
    expect(api.received[0]?.body.variables).toEqual({ id: 'cus_1' })
    // @ts-expect-error the document needs an id
    await artel().query(document, {})
  })

  it('runs a document of the string mode, with no variables where it takes none', async () => {
    api.script(data({ viewer: { kind: 'MEMBER' } }))
    const document = new TypedDocumentString<{ viewer: { kind: string } }, Record<string, never>>(
      '{ viewer { kind } }',
    )
    const { viewer } = await artel().query(document)
    expect(viewer.kind).toBe('MEMBER')
  })

  it('repeats a mutation only when its variables carry an idempotency key', async () => {
    type Variables = { input: { holdId: string; idempotencyKey?: string } }
    const document = new TypedDocumentString<unknown, Variables>('mutation V { holdVoid { __typename } }')
    api.script(hangUp)
    await expect(artel().mutate(document, { input: { holdId: 'hld_1' } })).rejects.toThrow()
    expect(api.received).toHaveLength(1)
    api.script(hangUp)
    await expect(
      artel().mutate(document, { input: { holdId: 'hld_1', idempotencyKey: 'v' } }),
    ).rejects.toThrow()
    expect(api.received).toHaveLength(3)
  })
})

it('takes no number for value, and takes enum values that it does not know', () => {
  // @ts-expect-error a number loses kopecks
  const total: MoneyInput = { amountMinor: 1200.5 }
  expect(total).toBeDefined()
  expectTypeOf<'FROZEN'>().toExtend<HoldStatus>()
  expectTypeOf<Points>().not.toExtend<Minor>()
})

it('names the version of its package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(version).toBe(manifest.version)
})
