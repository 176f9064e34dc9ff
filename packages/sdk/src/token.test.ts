import { createPrivateKey } from 'node:crypto'
import { decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from './system-errors.ts'
import { generateTokenKeyPair, mintCustomerToken, type TokenAlgorithm } from './token.ts'

const who = { memberId: 'mbr_1', customerId: 'cus_1' }
const verify = async (token: string, publicJwk: object, algorithm: TokenAlgorithm) => {
  const key = await importJWK(publicJwk as JWK, algorithm)
  return jwtVerify(token, key, {
    algorithms: [algorithm],
    audience: 'artel',
    issuer: 'mbr_1',
    subject: 'cus_1',
  })
}

describe.each(['EdDSA', 'ES256'] as const)('a token signed with %s', (algorithm) => {
  it('is verified by the registered public key and carries what the API reads', async () => {
    const { kid, privateJwk, publicJwk } = await generateTokenKeyPair({ algorithm })
    const { token, expiresAt } = await mintCustomerToken({
      ...who,
      privateJwk,
      kid,
      algorithm,
      ttlSeconds: 60,
      scope: ['wallet:read'],
      origin: 'https://shop.example',
      maxPoints: 9_007_199_254_740_993n,
    })
    const { payload } = await verify(token, publicJwk, algorithm)
    expect(payload).toMatchObject({
      scope: 'wallet:read',
      origin: 'https://shop.example',
      max_points: '9007199254740993',
    })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(60)
    expect(Date.parse(expiresAt)).toBe(Number(payload.exp) * 1000)
    expect(decodeProtectedHeader(token)).toEqual({ alg: algorithm, kid, typ: 'JWT' })
  })

  it('is refused by another key', async () => {
    const ours = await generateTokenKeyPair({ algorithm })
    const theirs = await generateTokenKeyPair({ algorithm })
    const { token } = await mintCustomerToken({
      ...who,
      privateJwk: ours.privateJwk,
      kid: ours.kid,
      algorithm,
    })
    await expect(verify(token, theirs.publicJwk, algorithm)).rejects.toThrow(/signature/)
  })

  it('comes from a pair whose public half holds no secret and whose id is its own', async () => {
    const pair = await generateTokenKeyPair({ algorithm, kid: 'till-2026' })
    expect(pair.publicJwk).not.toHaveProperty('d')
    expect(pair.privateJwk).toHaveProperty('d')
    expect([pair.kid, pair.publicJwk.kid, pair.publicJwk.alg]).toEqual(['till-2026', 'till-2026', algorithm])
    const [one, two] = [await generateTokenKeyPair({ algorithm }), await generateTokenKeyPair({ algorithm })]
    expect(one.kid).not.toBe(two.kid)
  })
})

it('signed with a PEM key gives both scopes, ten minutes and no cap unless told otherwise', async () => {
  const { kid, privateJwk, publicJwk } = await generateTokenKeyPair()
  const pem = createPrivateKey({ key: privateJwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' })
  const { token } = await mintCustomerToken({ ...who, key: createPrivateKey(pem), kid })
  const { payload } = await verify(token, publicJwk, 'EdDSA')
  expect(payload.scope).toBe('wallet:read hold:create wallet:write')
  expect(Number(payload.exp) - Number(payload.iat)).toBe(600)
  expect(payload).not.toHaveProperty('max_points')
  expect(payload).not.toHaveProperty('origin')
})

it.each([
  ['a life over ten minutes', { ttlSeconds: 601 }],
  ['a life of nothing', { ttlSeconds: 0 }],
  ['half a second', { ttlSeconds: 0.5 }],
  ['a cap below nothing', { maxPoints: -1n }],
  ['a cap that is no number', { maxPoints: '1e3' }],
  ['an origin with a path', { origin: 'https://shop.example/cart' }],
  ['an origin that is none', { origin: 'shop' }],
])('refuses to sign %s', async (_name, bad) => {
  const { kid, privateJwk } = await generateTokenKeyPair()
  await expect(mintCustomerToken({ ...who, privateJwk, kid, ...bad })).rejects.toThrow(ConfigurationError)
})

it('refuses to sign without a key', async () => {
  await expect(mintCustomerToken({ ...who, kid: 'x' })).rejects.toThrow(ConfigurationError)
})
