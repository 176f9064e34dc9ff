import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/artel.js', import.meta.url))
const PHONE = '+79125550133'

let database: TestDatabase
let town: BuiltCoalition
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash')
    .withCustomer('Anna', { phone: PHONE })
    .open(database.store)
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { receiptRef: 'R-7' }))
  directory = await mkdtemp(join(tmpdir(), 'artel-customer-'))
})
afterAll(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

/** Runs `artel customer` as a person does. */
async function run(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.databaseUrl, ARTEL_DEBUG: '' }
  const child = spawn(process.execPath, [bin, 'customer', ...args, '--coalition', 'zarechye'], { env })
  child.stdin.end()
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, stdout, stderr }
}

test('a customer is exported to a file, and erased by id alone once the points are given up', async () => {
  const out = join(directory, 'anna.json')
  const id = encodePublicId('customer', town.customer('Anna').id)
  const exported = await run('export', '--customer', PHONE, '--out', out)
  expect(exported).toMatchObject({ code: 0, stdout: `${id}: everything that is held is in ${out}\n` })
  const file = JSON.parse(await readFile(out, 'utf8'))
  expect(file).toMatchObject({ format: 'artel.customer-export/1', profile: { id, phone: PHONE } })
  expect(file.purchases).toMatchObject([{ receiptRef: 'R-7' }])
  const why = ['--reason', 'CUSTOMER_REQUEST', '--lang', 'ru']
  const byPhone = await run('erase', '--customer', PHONE, ...why)
  expect(byPhone).toMatchObject({ code: 1, stderr: expect.stringContaining('не номер покупателя') })
  const silent = await run('erase', '--customer', id, ...why)
  expect(silent).toMatchObject({ code: 1, stderr: expect.stringContaining('[CUSTOMER_HAS_POINTS]') })
  const erased = await run('erase', '--customer', id, '--gives-up-points', ...why)
  expect(erased).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${id}: данные удалены; отказ от баллов: `),
  })
  expect(await run('export', '--customer', PHONE, '--out', out)).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('[NOT_FOUND]') },
  })
})
