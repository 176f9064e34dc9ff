import { expect, it } from 'vitest'
import { createArtel } from './create-artel.ts'
import { jsonOf } from './json-of.ts'
import { InvalidRequestError } from './system-errors.ts'

it('writes what JSON can say, bigints as decimal strings, and leaves out what is undefined', () => {
  const at = new Date('2026-01-02T03:04:05Z')
  const value = {
    points: 9_007_199_254_740_993n,
    at,
    none: null,
    left: undefined,
    list: [1, 'x', null, false],
  }
  expect(jsonOf(value)).toBe(
    '{"points":"9007199254740993","at":"2026-01-02T03:04:05.000Z","none":null,"list":[1,"x",null,false]}',
  )
})

it.each([
  ['an invalid date', { occurredAt: new Date('31.02.2026') }, 'occurredAt is no value: Invalid Date.'],
  ['NaN', { first: Number.NaN }, 'first is no value: NaN.'],
  ['infinity', { first: Number.POSITIVE_INFINITY }, 'first is no value: Infinity.'],
  ['a hole in a list', { ids: ['a', undefined] }, '1 is no value: undefined.'],
  ['a function', { when: Math.max }, /^when is no value: function max/],
  ['a symbol', { key: Symbol('k') }, 'key is no value: Symbol(k).'],
])('refuses %s, which JSON would turn into null or nothing', (_what, value, message) => {
  expect(() => jsonOf({ input: value })).toThrow(message)
  expect(() => jsonOf({ input: value })).toThrow(InvalidRequestError)
})

it('a sale of an unreadable date is not sent', async () => {
  const sent: unknown[] = []
  const fetch = async (...request: unknown[]) => {
    sent.push(request)
    return new Response()
  }
  const artel = createArtel({ apiKey: 'sk_test_1', url: 'http://127.0.0.1:1/graphql', fetch: fetch as never })
  const sale = { customer: { id: 'cus_1' }, receiptRef: 'R-1', total: { amountMinor: 100n } }
  const recorded = async () => artel.purchases.record({ ...sale, occurredAt: new Date('no date') })
  await expect(recorded()).rejects.toMatchObject({
    name: 'InvalidRequestError',
    code: 'BAD_USER_INPUT',
    retryable: false,
  })
  expect(sent).toEqual([])
})

it('a wrong address is named: where nobody listens, and where somebody else answers', async () => {
  const at = (url: string, fetch?: typeof globalThis.fetch) =>
    createArtel({ apiKey: 'sk_test_1', url, maxRetries: 0, ...(fetch && { fetch }) }).coalition.get()
  await expect(at('http://127.0.0.1:1/graphql')).rejects.toMatchObject({
    code: 'NETWORK',
    message: expect.stringMatching(
      /^http:\/\/127\.0\.0\.1:1\/graphql could not be reached, .*ECONNREFUSED|bad port/,
    ),
  })
  const page = Object.defineProperty(new Response('<html>', { status: 404 }), 'url', {
    value: 'http://host/',
  })
  await expect(at('http://host/', async () => page)).rejects.toMatchObject({
    code: 'UNEXPECTED_RESPONSE',
    message: 'The reply of http://host/ (HTTP 404) is not one of the Artel API.',
  })
})
