import { addVehicle, encodePublicId, enrolCustomer, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79123456789' })
    .withCustomer('Boris')
    .open(api.store)
  await recordPurchase(town.member('parts').context, aSale(town.customer('Anna')))
})
afterAll(() => api.stop())

async function found(key: string, filter: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await api.call(
    'query ($filter: CustomersFilter) { customers(filter: $filter) { nodes { id } } }',
    { filter },
    { key },
  )
  expect(errors).toEqual([])
  return data.customers.nodes.map(({ id }: { id: string }) => id)
}

describe('a search of customers', () => {
  let petr: string
  let key: string
  beforeAll(async () => {
    const { customer } = await enrolCustomer(town.member('wash').context, {
      name: 'Пётр Семёнов-Тян',
      phone: '+7 921 555-44-33',
      consentVersion: '1',
    })
    petr = encodePublicId('customer', customer.id)
    key = town.member('wash').apiKey
  })

  test.each(['пётр', 'ПЕТР', 'Пе', 'тян пет', 'семе', 'Се\u043c\u0435\u0308нов', '«Пётр»'])(
    'finds by the beginnings of words, whatever way they are written: %s',
    async (search) => {
      expect(await found(key, { search })).toEqual([petr])
    },
  )
  test.each(['+79215554433', '8 (921) 555-44-33', '921 5554433', '4433'])(
    'finds by telephone in any notation, and by its end: %s',
    async (search) => {
      expect(await found(key, { search })).toEqual([petr])
      expect(await found(town.adminKey, { search })).toEqual([petr])
    },
  )
  test.each(['етр', 'пётр иван', '—', '%', '_', '9', 'п', 'п с', '5544', '5555555555'])(
    'finds nobody by the middle of a word, a word too many or signs: %s',
    async (search) => {
      expect(await found(key, { search })).toEqual([])
    },
  )
  test('finds by card, and everybody when nothing is searched', async () => {
    const { data } = await api.call(
      'query ($by: CustomerBy!) { customer(by: $by) { card { number } } }',
      { by: { id: petr } },
      { key },
    )
    const { number } = data.customer.card
    expect(await found(key, { search: number.replace(/(\d{4})/g, '$1 ') })).toEqual([petr])
    expect(await found(key, { search: '  ' })).toEqual(await found(key))
  })
  test('finds by plate in either letters, with or without the region, and by its beginning, among those that it would list', async () => {
    const wash = town.member('wash')
    const customer = { id: town.customer('Anna').id }
    await addVehicle(wash.context, { customer, plate: 'А123ВС 77' })
    await addVehicle(wash.context, { customer: { id: town.customer('Boris').id }, plate: 'B-MW 1234' })
    const anna = encodePublicId('customer', customer.id)
    for (const search of ['а123вс77', 'A123BC', 'a 123', 'а 123 вс 77 рус']) {
      expect(await found(key, { search })).toEqual([anna])
      expect(await found(town.adminKey, { search })).toEqual([anna])
      expect(await found(town.member('parts').apiKey, { search })).toEqual([anna])
    }
    for (const search of ['bmw 1234', 'B-MW 12'])
      expect(await found(key, { search })).toEqual([encodePublicId('customer', town.customer('Boris').id)])
    expect(await found(town.member('parts').apiKey, { search: 'bmw1234' })).toEqual([])
    for (const search of ['123BC77', 'A123BC78', 'A12%']) expect(await found(key, { search })).toEqual([])
  })
  test('is no way to customers of others, nor to the digits of a telephone that is masked', async () => {
    const parts = town.member('parts')
    for (const search of ['пётр', '4433', '+79215554433'])
      expect(await found(parts.apiKey, { search })).toEqual([])
    const anna = encodePublicId('customer', town.customer('Anna').id)
    expect(await found(parts.apiKey, { search: 'anna' })).toEqual([anna])
    for (const search of ['6789', '+79123456789']) expect(await found(parts.apiKey, { search })).toEqual([])
    expect(await found(key, { search: '6789' })).toEqual([anna])
  })
  test('that is too long is refused', async () => {
    const { errors } = await api.call(
      `{ customers(filter: { search: "${'a'.repeat(101)}" }) { nodes { id } } }`,
      {},
      { key },
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })
})
