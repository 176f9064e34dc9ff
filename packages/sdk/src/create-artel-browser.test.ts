import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArtelBrowserOptions, createArtelBrowser } from './create-artel-browser.ts'
import { TypedDocumentString } from './generated/graphql.ts'
import { AuthenticationError, ConfigurationError, TimeoutError } from './system-errors.ts'
import { data, failure, type ScriptedApi, silence, startScriptedApi } from './testing/scripted-api.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const hash = 'c0ffee'.padEnd(64, '0')
const Balance = new TypedDocumentString<{ balance: string }, Record<string, never>>('', { hash })
const ok = data({ balance: '5' })
const refused = failure(401, { code: 'TOKEN_EXPIRED' })
const browser = (options: Partial<ArtelBrowserOptions>) => createArtelBrowser({ url: api.url, ...options })
const tokensSent = () => api.received.map(({ headers }) => headers.authorization)

let serial = 0
/** Another token that lives `lifeMs` from now. */
const tokenOf = (lifeMs: number) => {
  const iat = Math.floor(Date.now() / 1000)
  serial += 1
  return new SignJWT({ iat, exp: iat + lifeMs / 1000, jti: `${serial}` })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new Uint8Array(32))
}
describe('documents', () => {
  it('go by their persisted id, never by their text', async () => {
    api.script(ok)
    expect(await browser({ token: 't' }).query(Balance)).toEqual({ balance: '5' })
    expect(api.received[0]?.body).toEqual({
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      variables: {},
    })
  })

  it('without an id are refused before anything is sent', async () => {
    api.script(ok)
    const bare = new TypedDocumentString<unknown, Record<string, never>>('{ viewer { kind } }')
    await expect(browser({ token: 't' }).query(bare)).rejects.toThrow(ConfigurationError)
    expect(api.received).toHaveLength(0)
  })
})

describe('what a page is known again by', () => {
  const deviceId = () => 'random-letters-of-it'
  const devicesSent = () => api.received.map(({ headers }) => headers['artel-device'])

  it('is asked for and sent where a customer is signed in', async () => {
    api.script(ok)
    await browser({ token: 't', deviceId }).query(Balance)
    expect(devicesSent()).toEqual(['random-letters-of-it'])
  })

  it('is made for no visitor, and left out where a browser keeps nothing', async () => {
    let asked = 0
    const counted = () => {
      asked += 1
      return undefined
    }
    api.script(ok, ok)
    await browser({ deviceId: counted }).query(Balance)
    expect(asked).toBe(0)
    await browser({ token: 't', deviceId: counted }).query(Balance)
    expect([asked, ...devicesSent()]).toEqual([1, undefined, undefined])
  })
})

describe('tokens', () => {
  it('are not needed for what anybody may ask', async () => {
    api.script(ok)
    await browser({}).query(Balance)
    await browser({ getToken: async () => null }).query(Balance)
    expect(tokensSent()).toEqual([undefined, undefined])
  })

  it('are told to whoever sends calls of its own, and are the same', async () => {
    api.script(ok)
    let fetched = 0
    const artel = browser({
      getToken: () => {
        fetched += 1
        return tokenOf(600_000)
      },
    })
    const token = await artel.token()
    await artel.query(Balance)
    expect([tokensSent(), fetched]).toEqual([[`Bearer ${token}`], 1])
    expect(await browser({ getToken: async () => null }).token()).toBeNull()
    expect(await browser({ token: 't' }).token()).toBe('t')
  })

  it('are fetched once for many calls, concurrent ones too', async () => {
    api.script(ok)
    let fetched = 0
    const artel = browser({
      getToken: () => {
        fetched += 1
        return tokenOf(600_000)
      },
    })
    await Promise.all([artel.query(Balance), artel.query(Balance)])
    await artel.query(Balance)
    expect(fetched).toBe(1)
    expect(new Set(tokensSent()).size).toBe(1)
  })

  it('refused with a 401 are replaced once, mutations without a key included', async () => {
    api.script(refused, ok)
    const artel = browser({ getToken: () => tokenOf(600_000) })
    await artel.mutate(Balance)
    const [first, second] = tokensSent()
    expect(second).not.toBe(first)

    api.script(refused)
    await expect(artel.query(Balance)).rejects.toThrow(AuthenticationError)
    expect(api.received).toHaveLength(2)
  })

  it('refused together are replaced by one fetch', async () => {
    let fetched = 0
    const good = await tokenOf(600_000)
    const artel = browser({
      getToken: async () => {
        fetched += 1
        return fetched === 1 ? tokenOf(600_000) : good
      },
    })
    api.script((response, request) => {
      const answer = request.headers.authorization === `Bearer ${good}` ? ok : refused
      answer(response, request)
    })
    await Promise.all([artel.query(Balance), artel.query(Balance), artel.query(Balance)])
    expect(fetched).toBe(2)
  })

  it('given once are not replaced', async () => {
    api.script(refused)
    await expect(browser({ token: 't' }).query(Balance)).rejects.toThrow(AuthenticationError)
    expect(api.received).toHaveLength(1)
  })

  it('that never come end with the time-out', async () => {
    api.script(silence)
    const artel = browser({ getToken: () => new Promise(() => undefined), timeoutMs: 50, maxRetries: 0 })
    await expect(artel.query(Balance)).rejects.toThrow(TimeoutError)
    expect(api.received).toHaveLength(0)
  })

  it('are asked for again after getToken threw', async () => {
    api.script(ok)
    let calls = 0
    const artel = browser({
      getToken: () => {
        calls += 1
        if (calls === 1) throw new Error('offline')
        return tokenOf(600_000)
      },
    })
    expect(await artel.query(Balance)).toEqual({ balance: '5' })
    expect(calls).toBe(2)
  })
})

it('refuses a secret key, given or fetched', async () => {
  expect(() => browser({ token: 'sk_test_1_2' })).toThrow(ConfigurationError)
  api.script(ok)
  const artel = browser({ getToken: async () => 'ak_live_1_2' })
  await expect(artel.query(Balance)).rejects.toThrow(ConfigurationError)
  expect(api.received).toHaveLength(0)
})
