import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, localDay } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ openedDaysAgo: 10 }).withMember('wash').withMember('parts').open(api.store)
})
afterAll(() => api.stop())

const SET = `mutation ($input: SalesMappingSetInput!) { salesMappingSet(input: $input) { __typename
  ... on SalesMappingSetPayload { salesMapping { product columns { column header } dateOrder decimalMark sheet } }
  ... on UserError { code path } } }`
const READ = `query ($id: ID!) { member(id: $id) { salesMapping { columns { column header } decimalMark } } }`

async function handIn(body: string, query = '') {
  const response = await fetch(`${api.url}/reconciliations${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${town.member('wash').apiKey}` },
    body,
  })
  return (await response.json()) as Record<string, unknown>
}

const columns = [
  { column: 'RECEIPT', header: 'Bon' },
  { column: 'DATE', header: 'Tag' },
  { column: 'TOTAL', header: 'Brutto' },
]
const file = (bon: string) => `Bon;Tag;Brutto\n${bon};${localDay(-1)};1,250`

test('a member keeps how its files are read, and a file of which nothing is said is read so', async () => {
  const key = town.member('wash').apiKey
  const input = { mapping: { columns, decimalMark: 'COMMA' } }
  const { data } = await api.call(SET, { input }, { key })
  const kept = { product: null, dateOrder: null, sheet: null, decimalMark: 'COMMA', columns }
  expect(data.salesMappingSet).toEqual({ __typename: 'SalesMappingSetPayload', salesMapping: kept })
  expect(await handIn(file('1'))).toMatchObject({
    ...{ readBy: 'SAVED', rowCount: 1, missingHere: 1 },
    reading: { columns: { total: { header: 'Brutto' } }, decimalMark: ',' },
  })
  expect(await handIn(file('1'), '?decimalMark=.')).toMatchObject({ errors: [{}] })
})

test('how files are read is seen by the member and administrators, and forgotten when nothing is said', async () => {
  const { id, apiKey: key } = town.member('wash')
  const readBy = async (who: string) =>
    (await api.call(READ, { id: encodePublicId('member', id) }, { key: who })).data.member.salesMapping
  const named = columns.map(({ column, header }) => `column.${column.toLowerCase()}=${header}`).join('&')
  expect(await handIn(file('2'), `?${named}&decimalMark=,&save=true`)).toMatchObject({ readBy: 'CALLER' })
  for (const who of [key, town.adminKey]) expect(await readBy(who)).toEqual({ columns, decimalMark: 'COMMA' })
  expect(await readBy(town.member('parts').apiKey)).toBeNull()
  const input = { memberId: encodePublicId('member', id) }
  const { data } = await api.call(SET, { input }, { key: town.adminKey })
  expect(data.salesMappingSet.salesMapping).toBeNull()
  expect(await readBy(key)).toBeNull()
})

test('a mapping that is none is refused with the place of it', async () => {
  const refused = async (mapping: object) =>
    (await api.call(SET, { input: { mapping } }, { key: town.member('wash').apiKey })).data.salesMappingSet
  expect(await refused({ product: 'abacus' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await refused({ columns: [{ column: 'TOTAL', header: ' ' }] })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})
