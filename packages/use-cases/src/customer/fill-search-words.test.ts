import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { customersFoundBy } from './customers-found-by.ts'
import { enrolCustomer } from './enrol-customer.ts'
import { fillSearchWords } from './fill-search-words.ts'

/** Names whose words a database would fold or split otherwise. */
const NAMES = ['Пётр Семёнов-Тян', 'Әлия', 'O’Brien', 'ÇELİK Şule', 'Jean·Luc', 'Straße ÉMILE', 'Ng‐Lee']

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
  for (const [no, name] of NAMES.entries())
    await enrolCustomer(town.member('wash').context, { name, phone: `+7912345670${no}`, consentVersion: '1' })
})
afterAll(() => database.drop())

const words = () =>
  database.store.prisma.customerWord.findMany({
    orderBy: [{ customerId: 'asc' }, { kind: 'asc' }, { word: 'asc' }],
  })

it('customers of before the search get the words that they would be enrolled with, once', async () => {
  const enrolled = await words()
  expect(enrolled.length).toBeGreaterThan(NAMES.length)
  await asSuperuser(database.databaseUrl, 'delete from customer_word')
  await fillSearchWords(database.store)
  expect(await words()).toEqual(enrolled)
  expect(await fillSearchWords(database.store)).toBe(0)
  for (const name of NAMES) {
    const found = await database.store.prisma.customer.findMany({ where: customersFoundBy(name, null) })
    expect(found.map((customer) => customer.name)).toEqual([name])
  }
})
