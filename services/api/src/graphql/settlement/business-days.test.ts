import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').open(api.store)
})
afterAll(() => api.stop())

const SET = `mutation ($input: BusinessDaysSetInput!) {
  businessDaysSet(input: $input) {
    __typename
    ... on UserError { code path }
    ... on BusinessDaysSetPayload { year days { day kind source note } }
  }
}`

test("an administrator moves a year's days, every member sees them, and a member moves none", async () => {
  const days = [{ day: '2026-01-09', kind: 'DAY_OFF', note: 'From 3 January' }]
  const input = { year: 2026, days }
  const set = await api.call(SET, { input }, { key: town.adminKey })
  expect(set.data.businessDaysSet.days).toContainEqual({ ...days[0], source: 'COALITION' })
  const read = await api.call(
    '{ coalition { businessDays(year: 2026) { day kind source note } } }',
    {},
    { key: town.member('wash').apiKey },
  )
  expect(read.data.coalition.businessDays).toEqual(set.data.businessDaysSet.days)
  expect(read.data.coalition.businessDays).toContainEqual({
    ...{ day: '2026-05-11', kind: 'DAY_OFF', source: 'LAW', note: '' },
  })
  const refused = await api.call(SET, { input }, { key: town.member('wash').apiKey })
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('a day of another year is refused by its place, an impossible year as bad input', async () => {
  const days = [{ day: '2027-01-09', kind: 'DAY_OFF' }]
  const { data } = await api.call(SET, { input: { year: 2026, days } }, { key: town.adminKey })
  expect(data.businessDaysSet).toMatchObject({ code: 'INVALID_INPUT' })
  expect(data.businessDaysSet.path.join('.')).toMatch(/days\.0\.day$/)
  const read = await api.call('{ coalition { businessDays(year: 1) { day } } }', {}, { key: town.adminKey })
  expect(read.errors).toHaveLength(1)
})
