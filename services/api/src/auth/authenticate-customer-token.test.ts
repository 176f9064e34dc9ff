import { encodePublicId, mergeCustomers } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import {
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { persistedId, SESSION } from '../testing/operations.ts'
import { type Answer, callApi, startTestApi, type TestApi } from '../testing/test-api.ts'

const PAGE = 'https://wash.example'
/** The widget's own operation that reads the account, by its id. */
const ACCOUNT = persistedId('WidgetAccount')

let api: TestApi
let town: BuiltCoalition
let own: CryptoKeyPair
let ownP256: CryptoKeyPair
let foreign: CryptoKeyPair
/** A customer that was merged into Anna. */
let merged: string

beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash', { allowedOrigins: [PAGE] })
    .withMember('parts')
    .withMember('asleep')
    .withCustomer('Anna')
    .withCustomer('Anya')
    .open(api.store)
  own = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  ownP256 = await generateKeyPair('ES256', { extractable: true })
  foreign = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  await register('wash', 'wash-1', own)
  await register('wash', 'wash-2', ownP256)
  await register('parts', 'parts-1', foreign)
  await register('asleep', 'asleep-1', own)
  const [customer, into] = ['Anya', 'Anna'].map((name) => ({ id: town.customer(name).id }))
  if (!customer || !into) throw new Error('Nobody to merge')
  await mergeCustomers(town.adminContext, { customer, into, idempotencyKey: 'merge' })
  merged = encodePublicId('customer', customer.id)
  const suspend = `mutation ($id: ID!) { memberSuspend(input: { memberId: $id }) { __typename } }`
  await api.call(suspend, { id: encodePublicId('member', town.member('asleep').id) }, { key: town.adminKey })
})
afterAll(() => api.stop())

async function register(handle: string, kid: string, keys: CryptoKeyPair, key = town.member(handle).apiKey) {
  const { data } = await api.call(
    `mutation ($input: TokenKeyRegisterInput!) { tokenKeyRegister(input: $input) { __typename ... on TokenKeyPayload { tokenKey { kid algorithm } } } }`,
    { input: { kid, publicJwk: await exportJWK(keys.publicKey) } },
    { key },
  )
  expect(data.tokenKeyRegister.__typename).toBe('TokenKeyPayload')
}

const now = () => Math.floor(Date.now() / 1_000)
const memberId = (handle: string) => encodePublicId('member', town.member(handle).id)

function claims(overrides: JWTPayload = {}): JWTPayload {
  return {
    iss: memberId('wash'),
    sub: encodePublicId('customer', town.customer('Anna').id),
    aud: 'artel',
    iat: now(),
    exp: now() + 300,
    scope: 'wallet:read hold:create',
    ...overrides,
  }
}

function sign(
  payload: JWTPayload,
  header: Partial<JWTHeaderParameters> = {},
  key: CryptoKey | Uint8Array = own.privateKey,
) {
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: 'wash-1', ...header }).sign(key)
}

/** Reads the account as the widget does. */
function account(token: string, headers: Record<string, string> = {}): Promise<Answer> {
  return callApi(api.url, { documentId: ACCOUNT }, { key: token, headers })
}

test('a token signed with a registered key reads its own account, EdDSA and ES256', async () => {
  for (const token of [
    await sign(claims()),
    await sign(claims(), { alg: 'ES256', kid: 'wash-2' }, ownP256.privateKey),
  ]) {
    const { status, data } = await account(token, { origin: PAGE })
    expect(status).toBe(200)
    expect(data.viewer.customer).toMatchObject({ name: 'Anna', wallet: { balance: '0' } })
    expect(data.viewer.member.id).toBe(memberId('wash'))
  }
})

test('a token reaches no further than the API key that registered its key', async () => {
  const narrow = await api.call(
    `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreatePayload { secret } } }`,
    { input: { name: 'Tokens', scopes: ['member:write', 'holds:write'] } },
    { key: town.member('wash').apiKey },
  )
  await register('wash', 'wash-narrow', own, narrow.data.apiKeyCreate.secret)
  const { data, errors } = await account(await sign(claims(), { kid: 'wash-narrow' }))
  expect(errors).toEqual([])
  expect([data.viewer.member.id, data.viewer.customer]).toEqual([memberId('wash'), null])
})

test('a session made for a member works, and is bound to its origin', async () => {
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const made = await api.call(
    SESSION,
    { input: { customer, origin: PAGE } },
    { key: town.member('wash').apiKey },
  )
  const { token } = made.data.widgetSessionCreate
  expect((await account(token, { origin: PAGE })).data.viewer.customer.name).toBe('Anna')
  expect((await account(token, { origin: 'https://evil.example' })).status).toBe(401)
  expect((await account(token)).status).toBe(401)
})

describe('refuses with 401', () => {
  const hmac = () => new TextEncoder().encode('a-secret-that-is-long-enough-for-hs256')
  const jku = 'https://evil.example/jwks.json'
  const cases: [string, () => Promise<string> | string][] = [
    ['alg none', () => new UnsecuredJWT(claims()).encode()],
    ['an HMAC over public material', () => sign(claims(), { alg: 'HS256' }, hmac())],
    [
      'the algorithm of another key',
      () => sign(claims(), { alg: 'ES256', kid: 'wash-1' }, ownP256.privateKey),
    ],
    ['a wrong audience', () => sign(claims({ aud: 'elsewhere' }))],
    ['no audience', () => sign(without('aud'))],
    ['an issuer that is not a member', () => sign(claims({ iss: 'mbr_nobody' }))],
    ['the issuer of another member (replay)', () => sign(claims({ iss: memberId('parts') }))],
    ["another member's key under this issuer", () => sign(claims(), { kid: 'parts-1' }, foreign.privateKey)],
    ['a foreign signature under a known kid', () => sign(claims(), {}, foreign.privateKey)],
    ['a kid nobody registered', () => sign(claims(), { kid: 'unknown' })],
    ['no kid', () => sign(claims(), { kid: undefined as never })],
    ['the session kid with a member key', () => sign(claims(), { kid: 'artel-session' })],
    ['a jku header', () => sign(claims(), { jku })],
    ['an x5u header', () => sign(claims(), { x5u: jku })],
    ['a key in the header', async () => sign(claims(), { jwk: await exportJWK(own.publicKey) })],
    ['a token of the future', () => sign(claims({ iat: now() + 120, exp: now() + 300 }))],
    ['a token not yet valid', () => sign(claims({ nbf: now() + 120 }))],
    ['a life of more than ten minutes', () => sign(claims({ exp: now() + 3_600 }))],
    ['no iat', () => sign(without('iat'))],
    ['no exp', () => sign(without('exp'))],
    ['no scope', () => sign(without('scope'))],
    ['no sub', () => sign(without('sub'))],
    ['a customer of nowhere', () => sign(claims({ sub: encodePublicId('customer', town.id) }))],
    ['a cap that is a number', () => sign(claims({ max_points: 100 }))],
    ['a token id that is no text', () => sign(claims({ jti: 7 as never }))],
    ['a merged customer', () => sign(claims({ sub: merged }))],
    ['a suspended issuer', () => sign(claims({ iss: memberId('asleep') }), { kid: 'asleep-1' })],
    ['a changed payload', async () => tampered(await sign(claims()))],
    ['garbage', () => 'eyJhbGciOiJFZERTQSJ9.e30.AAAA'],
  ]
  test.each(cases)('%s', async (_name, make) => {
    const { status, errors, data } = await account(await make(), { origin: PAGE })
    expect(status).toBe(401)
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(data).toBeUndefined()
  })

  test('an expired token, with a code of its own', async () => {
    const { status, errors } = await account(await sign(claims({ iat: now() - 400, exp: now() - 100 })))
    expect(status).toBe(401)
    expect(errors[0]?.extensions.code).toBe('TOKEN_EXPIRED')
  })

  test("a page that is not of the member's allowed origins", async () => {
    const { status } = await account(await sign(claims()), { origin: 'https://evil.example' })
    expect(status).toBe(401)
  })

  test('a token whose key was revoked', async () => {
    const keys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    await register('wash', 'wash-3', keys)
    const revoke = `mutation { tokenKeyRevoke(input: { kid: "wash-3" }) { __typename } }`
    await api.call(revoke, {}, { key: town.member('wash').apiKey })
    expect((await account(await sign(claims(), { kid: 'wash-3' }, keys.privateKey))).status).toBe(401)
  })
})

test('with overlap both keys sign, without it the old one is dead at once; the published set says which live', async () => {
  const pairs = await Promise.all(
    [1, 2, 3].map(() => generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })),
  )
  const [first, second, third] = pairs as [CryptoKeyPair, CryptoKeyPair, CryptoKeyPair]
  await register('wash', 'turn-1', first)
  const statuses = async () =>
    Promise.all(
      [first, second, third].map(
        async ({ privateKey }, at) =>
          (await account(await sign(claims(), { kid: `turn-${at + 1}` }, privateKey))).status,
      ),
    )
  const rotate = async (keys: CryptoKeyPair, input: object) => {
    const { data } = await api.call(
      `mutation ($input: TokenKeyRotateInput!) { tokenKeyRotate(input: $input) { __typename ... on TokenKeyRotatePayload { previous { endsAt } } } }`,
      { input: { publicJwk: await exportJWK(keys.publicKey), ...input } },
      { key: town.member('wash').apiKey },
    )
    expect(data.tokenKeyRotate.previous.endsAt).toMatch(/Z$/)
  }
  const published = async () => {
    const response = await fetch(`${api.url}/members/${memberId('wash')}/jwks.json`)
    expect(response.headers.get('content-type')).toContain('application/jwk-set+json')
    const { keys } = await response.json()
    expect(keys.every((key: object) => !('d' in key) && !('coalitionId' in key))).toBe(true)
    return keys.filter(({ kid }: { kid: string }) => kid.startsWith('turn-'))
  }
  await rotate(second, { kid: 'turn-2', replaces: 'turn-1', overlapHours: 1 })
  expect(await statuses()).toEqual([200, 200, 401])
  await rotate(third, { kid: 'turn-3', replaces: 'turn-2', overlapHours: 0 })
  // A token that was just used is known for five seconds more.
  await expect.poll(statuses).toEqual([200, 401, 200])
  expect(await published()).toEqual([
    { ...(await exportJWK(first.publicKey)), kid: 'turn-1', alg: 'EdDSA', use: 'sig' },
    { ...(await exportJWK(third.publicKey)), kid: 'turn-3', alg: 'EdDSA', use: 'sig' },
  ])
  for (const path of ['mbr_1', 'nothing', `${memberId('wash')}x`])
    expect((await fetch(`${api.url}/members/${path}/jwks.json`)).status).toBe(404)
})

test('a member’s keys are listed for itself and its administrators alone', async () => {
  const of = (key?: string) =>
    api.call(
      'query ($id: ID!) { member(id: $id) { tokenKeys { kid scopes endsAt revokedAt } } }',
      { id: memberId('parts') },
      key === undefined ? {} : { key },
    )
  const expected = [
    { kid: 'parts-1', scopes: ['wallet:read', 'hold:create', 'wallet:write'], endsAt: null, revokedAt: null },
  ]
  expect((await of(town.member('parts').apiKey)).data.member.tokenKeys).toEqual(expected)
  expect((await of(town.adminKey)).data.member.tokenKeys).toEqual(expected)
  expect((await of(town.member('wash').apiKey)).data.member.tokenKeys).toBeNull()
})

describe('a token runs persisted operations only', () => {
  test('a document is refused, also by GET', async () => {
    const token = await sign(claims())
    const posted = await api.call('{ viewer { kind } }', {}, { key: token })
    expect([posted.status, posted.errors[0]?.extensions.code]).toEqual([403, 'PERSISTED_OPERATION_REQUIRED'])
    const got = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ viewer { kind } }')}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(got.status).toBe(403)
  })

  test('a document beside an id is not run', async () => {
    const token = await sign(claims())
    const body = { documentId: ACCOUNT, query: '{ __schema { types { name } } }' }
    const { data } = await callApi(api.url, body, { key: token })
    expect(data.__schema).toBeUndefined()
    expect(data.viewer.customer.name).toBe('Anna')
  })

  test('an unknown id is not found; the Apollo form of an id works', async () => {
    const token = await sign(claims())
    const unknown = await callApi(api.url, { documentId: '0'.repeat(64) }, { key: token })
    expect([unknown.status, unknown.errors[0]?.extensions.code]).toEqual([
      404,
      'PERSISTED_OPERATION_NOT_FOUND',
    ])
    const extensions = { persistedQuery: { version: 1, sha256Hash: ACCOUNT } }
    expect((await callApi(api.url, { extensions }, { key: token })).data.viewer.customer.name).toBe('Anna')
  })
})

test('a token with the scope of holds alone cannot read the wallet', async () => {
  const { data } = await account(await sign(claims({ scope: 'hold:create made:up' })))
  expect(data.viewer.customer).toBeNull()
})

function without(name: string): JWTPayload {
  const { [name]: _left, ...rest } = claims()
  return rest
}

function tampered(token: string): string {
  const [header, payload, signature] = token.split('.')
  const changed = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), max_points: '1000000' }
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
}
