import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

/** The audits of the GraphQL over HTTP specification, by its own working group's suite. */
test('every audit of GraphQL over HTTP is met, what is only recommended too', async () => {
  const audits = serverAudits({ url: () => `${api.url}/graphql`, fetchFn: fetch })
  const unmet: string[] = []
  for (const audit of audits) {
    const result = await audit.fn()
    if (result.status !== 'ok') unmet.push(`${audit.id} ${audit.name}: ${result.status} ${result.reason}`)
    await ('response' in result ? result.response.body?.cancel() : undefined)
  }
  expect(unmet).toEqual([])
  expect(audits.length).toBe(61)
})
