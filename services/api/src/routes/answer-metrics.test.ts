import { aCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const TOKEN = 'token of the scraper'
let api: TestApi
let closed: TestApi
beforeAll(async () => {
  api = await startTestApi()
  closed = await startTestApi({ production: true, metricsToken: TOKEN })
})
afterAll(async () => {
  await api?.stop()
  await closed?.stop()
})

const read = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/metrics`, { headers })
  return { status: response.status, text: await response.text() }
}

describe('/metrics', () => {
  test('counts requests by kind and code, and names nobody', async () => {
    const town = await aCoalition().withMember('wash', { name: 'Secret Wash' }).open(api.store)
    await api.call('{ viewer { kind } }', {}, { key: town.adminKey })
    await api.call('query Secrets { viewer { kind } nowhere }')
    await api.call('{ viewer { kind } }', {}, { key: 'sk_test_wrong' })
    await api.call('mutation { nothing }')
    await fetch(`${api.url}/no-such-page-of-anna`)
    const { status, text } = await read(api.url)
    expect(status).toBe(200)
    expect(text).toContain('artel_http_requests_total{kind="query",code="OK"} 1')
    expect(text).toContain('artel_http_requests_total{kind="page",code="404"} 1')
    expect(text).toMatch(/artel_http_requests_total\{kind="refused",code="[A-Z_]+"\} \d/)
    expect(text).toContain('artel_http_request_duration_seconds_count{kind="query"} 1')
    for (const secret of [town.id, town.adminKey, town.member('wash').id, 'Secret', 'anna', 'nowhere'])
      expect(text).not.toContain(secret)
  })

  test('in production need the token', async () => {
    expect((await read(closed.url)).status).toBe(404)
    expect((await read(closed.url, { authorization: 'Bearer wrong' })).status).toBe(404)
    expect((await read(closed.url, { authorization: `Bearer ${TOKEN}` })).status).toBe(200)
  })
})
