import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type CallOptions, startTestApi, type TestApi } from '../testing/test-api.ts'
import { DEFAULT_RATE_LIMITS } from './rate-limits.ts'

/** So slow that nothing flows in while a test runs. */
const HARDLY = 0.001
const BURST = 5

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  const credentials = { burst: BURST, perSecond: HARDLY }
  const anonymous = { burst: 100, perSecond: HARDLY }
  api = await startTestApi({
    ...{ clientAddressHeader: 'x-forwarded-for', rateLimitWaitMs: 60_000 },
    rateLimits: { named: { ...DEFAULT_RATE_LIMITS.named, credentials, anonymous }, own: new Map() },
  })
  town = await aCoalition().withMember('wash').withMember('auto').withCustomer('Anna').open(api.store)
})
afterAll(() => api.stop())

const ask = (address: string, key?: string) =>
  api.call('{ viewer { kind } }', {}, from(address, key === undefined ? {} : { key }))
const from = (address: string, options: CallOptions = {}): CallOptions => ({
  ...options,
  headers: { 'x-forwarded-for': address, ...options.headers },
})
async function repeat(times: number, call: (at: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let at = 0; at < times; at += 1) answers.push(await call(at))
  return answers
}
const guess = (address: string, times: number) =>
  repeat(times, (at) => ask(address, `sk_test_1_invented${'1'.repeat(12)}${at}`))

test('a flood of invented keys is slowed, and whoever is valid goes on', async () => {
  const address = '203.0.113.7'
  const guesses = await guess(address, 2 * BURST)
  expect(guesses.map(({ status }) => status)).toEqual([...Array(BURST).fill(401), ...Array(BURST).fill(429)])
  const { headers, errors } = guesses[BURST] ?? (await ask(address))
  expect(errors[0]?.extensions).toMatchObject({ code: 'THROTTLED', retryable: true })
  expect(headers.get('ratelimit-policy')).toContain(`"credentials";q=${BURST};`)
  expect(headers.get('retry-after')).not.toBeNull()
  // No process has seen the key before.
  expect((await ask(address, town.member('wash').apiKey)).status).toBe(200)
  const warnings = api.logLines.filter((line) => line.includes('invalid credentials'))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).not.toContain(address)
})

test('what is slowed takes nothing from those without credentials', async () => {
  await guess('203.0.113.10', 2 * BURST)
  const { headers } = await ask('203.0.113.10')
  // Those that were refused as invalid, and this one.
  expect(headers.get('ratelimit')).toContain(`"anonymous";r=${100 - BURST - 1};`)
})

test('expired tokens are slowed too', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const register =
    'mutation ($input: TokenKeyRegisterInput!) { tokenKeyRegister(input: $input) { __typename } }'
  const input = { kid: 'expired', publicJwk: await exportJWK(publicKey) }
  await api.call(register, { input }, { key: town.member('auto').apiKey })
  const endedAt = Math.floor(Date.now() / 1_000) - 600
  const token = await new SignJWT({ scope: 'wallet:read', iat: endedAt - 300, exp: endedAt })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'expired' })
    .setIssuer(encodePublicId('member', town.member('auto').id))
    .setSubject(encodePublicId('customer', town.customer('Anna').id))
    .setAudience('artel')
    .sign(privateKey)
  const answers = await repeat(BURST + 1, () => ask('203.0.113.11', token))
  expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual([
    ...Array(BURST).fill('TOKEN_EXPIRED'),
    'THROTTLED',
  ])
})

test('the cookie of a session that is over keeps nobody from going on without it', async () => {
  const address = '203.0.113.12'
  await guess(address, BURST + 1)
  const headers = { cookie: 'artel_session=ss_over', 'artel-csrf': '1' }
  for (const answer of await repeat(3, () =>
    api.call('{ viewer { kind } }', {}, from(address, { headers })),
  )) {
    expect([answer.status, answer.data?.viewer.kind]).toEqual([200, 'ANONYMOUS'])
    expect(answer.headers.get('set-cookie')).toContain('artel_session=; Max-Age=0')
  }
})
