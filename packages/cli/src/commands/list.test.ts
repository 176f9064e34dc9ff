import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('=Anna', { phone: '+79123456789' })
    .withCustomer('Борис')
    .open(database.store)
  await recordPurchase(town.member('parts').context, aSale(town.customer('Борис'), { receiptRef: 'R-1' }))
})
afterAll(() => database.drop())

async function list(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const { code, stdout, stderr } = await runCommand(['list', ...args, '--coalition', 'zarechye'], { env })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('customers are found by search, and printed as a table, JSON or CSV whose cells run nothing', async () => {
  const anna = encodePublicId('customer', town.customer('=Anna').id)
  const table = await list('customers', '--search', 'anna')
  expect(table).toMatchObject({ code: 0, stderr: '' })
  expect(table.stdout).toContain(anna)
  expect(table.stdout).not.toContain('Борис')
  const json = JSON.parse((await list('customers', '--json', '--limit', '1')).stdout)
  expect(json.customers).toMatchObject([{ name: 'Борис', status: 'ACTIVE' }])
  const csv = await list('customers', '--csv', '--lang', 'ru')
  // The mark by which Excel knows UTF-8 is taken off by whoever decodes the text.
  expect(csv.stdout).toMatch(/^\ufeffномер;имя;телефон;карта;состояние;записан\r\n/)
  expect(csv.stdout).toContain(`${anna};'=Anna;'+79123456789;`)
})

test('a member’s key shows its own rows alone', async () => {
  const own = async (handle: string) =>
    JSON.parse((await list('purchases', '--json', '--key', town.member(handle).apiKey)).stdout).purchases
  expect(await own('parts')).toMatchObject([{ receiptRef: 'R-1', member: { handle: 'parts' } }])
  expect(await own('wash')).toEqual([])
})

test('an unknown list, an option of another list and a wrong value are refused with what to do', async () => {
  expect(await list('cars')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('customers, purchases'),
  })
  expect(await list('keys', '--search', 'x')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--search is not for the list of keys'),
  })
  const wrong = await list('holds', '--status', 'LOST')
  expect(wrong.code).not.toBe(0)
  expect(wrong.stderr).toContain('LOST')
})
