import { closeMember } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

test('the keys of a member end with its closing, at once and for good', async () => {
  const built = await aCoalition().withMember('leaver').withMember('stayer').open(api.store)
  const { apiKey, id: memberId } = built.member('leaver')
  const ask = () => api.call('{ viewer { kind } }', {}, { key: apiKey })
  expect((await ask()).data.viewer.kind).toBe('MEMBER')
  await closeMember(built.adminContext, { memberId })
  const after = await ask()
  expect([after.status, after.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  const keys = await api.store.prisma.apiKey.findMany({ where: { coalitionId: built.id } })
  expect(keys.filter(({ revokedAt }) => revokedAt !== null).map((key) => key.memberId)).toEqual([memberId])
})
