import { aCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const PAGE = 'https://wash.example'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  await aCoalition()
    .withMember('wash', { allowedOrigins: [PAGE] })
    .open(api.store)
})
afterAll(() => api.stop())

const preflight = (origin: string) =>
  fetch(`${api.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  })

test('an allowed origin of a member may call, exactly', async () => {
  const response = await preflight(PAGE)
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-origin')).toBe(PAGE)
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
  // A browser is people's: they say for whom they act.
  expect(response.headers.get('access-control-allow-headers')).toContain('artel-acting-for')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect(response.headers.get('vary')).toContain('Origin')
  const call = await api.call('{ viewer { kind } }', {}, { headers: { origin: PAGE } })
  expect([call.status, call.headers.get('access-control-allow-origin')]).toEqual([200, PAGE])
  expect(call.headers.get('access-control-expose-headers')).toContain('x-request-id')
})

test('a page can read why it was refused', async () => {
  const call = await api.call(
    '{ viewer { kind } }',
    {},
    { headers: { origin: PAGE, authorization: 'Bearer nothing' } },
  )
  expect([call.status, call.headers.get('access-control-allow-origin')]).toEqual([401, PAGE])
})

test.each([
  'https://evil.example',
  'https://wash.example.evil.example',
  'http://wash.example',
  'https://WASH.example',
  'null',
  `${PAGE}:8443`,
])('the origin %s is not allowed', async (origin) => {
  const response = await preflight(origin)
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
})
