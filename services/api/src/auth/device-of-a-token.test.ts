import { encodePublicId, updateCoalition } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { persistedId, SESSION } from '../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../testing/test-api.ts'

const PAGE = 'https://wash.example'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash', { allowedOrigins: [PAGE] })
    .withCustomer('Anna')
    .open(api.store)
})
afterAll(() => api.stop())

test('a page is known again by its device, which is random letters and nothing else', async () => {
  await updateCoalition(town.adminContext, { newDeviceHours: 24 })
  const input = { customer: { id: encodePublicId('customer', town.customer('Anna').id) }, origin: PAGE }
  const session = await api.call(SESSION, { input }, { key: town.member('wash').apiKey })
  const key = session.data.widgetSessionCreate.token
  const look = (device: string) =>
    callApi(
      api.url,
      { documentId: persistedId('WidgetAccount') },
      { key, headers: { origin: PAGE, 'artel-device': device } },
    )
  expect((await look('anna@example.com')).errors[0]?.extensions.code).toBe('BAD_REQUEST')
  expect((await look('a'.repeat(24))).data.viewer.customer.name).toBe('Anna')
  expect((await look('a'.repeat(24))).data.viewer.customer.name).toBe('Anna')
  const devices = () => api.store.prisma.customerDevice.findMany({ where: { coalitionId: town.id } })
  await expect.poll(devices).toMatchObject([{ memberId: town.member('wash').id }])
})
