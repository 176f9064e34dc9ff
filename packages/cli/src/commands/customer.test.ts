import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, recordPurchase, updateCoalition } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, roubles } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

const PHONE = '+79125550133'

let database: TestDatabase
let town: BuiltCoalition
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash')
    .withCustomer('Anna', { phone: PHONE })
    .withCustomer('Vera', { phone: '+79125550141' })
    .withCustomer('Gleb', { phone: '+79125550142' })
    .open(database.store)
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { receiptRef: 'R-7' }))
  await recordPurchase(town.member('wash').context, aSale(town.customer('Vera'), { total: roubles(2_000) }))
  directory = await mkdtemp(join(tmpdir(), 'artel-customer-'))
})
afterAll(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

/** What is typed when the next command asks, and what its environment says besides. */
let typed: readonly string[] = []
let environment: NodeJS.ProcessEnv = {}

/** Runs `artel customer`, or `artel sale`, as a person does. */
async function run(...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: database.databaseUrl,
    ARTEL_DEBUG: '',
    ARTEL_KEY: '',
    ...environment,
  }
  const called = args[0] === 'sale' ? args : ['customer', ...args]
  const town = called.includes('--coalition') ? [] : ['--coalition', 'zarechye']
  const { code, stdout, stderr } = await runCommand([...called, ...town], {
    env,
    stdin: typed.map((line) => `${line}\n`).join(''),
  })
  typed = []
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

describe('codes that customers tell', () => {
  /** Runs a step with what is typed, and hands back the code that the development sender showed. */
  const step = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)
  const asked = async (...args: string[]) => {
    const { stdout, stderr, code } = await run('code', ...args, '--json')
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const sent = /\b(\d{6})\b/.exec(stderr)?.[1] ?? ''
    return { id: JSON.parse(stdout).confirmation.id as string, code: sent }
  }

  test('two customers become a household with a code of each, and one gives the other points with another', async () => {
    const [vera, gleb] = ['+79125550141', '+79125550142']
    const pair = ['--customer', vera, '--with', gleb]
    const key = ['--key', town.member('wash').apiKey]
    const without = await run('join', ...pair, ...key)
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('[CONFIRMATION_REQUIRED]') })
    const own = await asked('--for', 'HOUSEHOLD_JOIN', ...pair, ...key)
    const other = await asked('--for', 'HOUSEHOLD_JOIN', '--customer', gleb, '--with', vera, ...key)
    const confirmed = ['--confirmation', own.id, '--with-confirmation', other.id]
    typed = [own.code, other.code]
    expect(await run('join', ...pair, ...confirmed, ...key)).toMatchObject({ code: 0 })
    const give = ['give', ...pair, '--points', '20', ...key]
    const code = await asked('--for', 'POINTS_TRANSFER', ...pair, '--points', '20', ...key)
    typed = ['000000' === code.code ? '000001' : '000000']
    const wrong = await run(...give, '--confirmation', code.id)
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('[CONFIRMATION_INVALID]') })
    typed = [code.code]
    expect(await step(...give, '--confirmation', code.id)).toMatchObject({
      transfer: { points: '20', receiverBalanceAfter: '20' },
    })
  })

  test('a sale above the threshold takes the code, which is not among the arguments', async () => {
    await updateCoalition(town.adminContext, { confirmSpendingAbovePoints: points(10n) })
    const key = ['--key', town.member('wash').apiKey]
    const sale = [
      'record',
      '--customer',
      '+79125550141',
      '--receipt',
      'S-1',
      '--total',
      '500.00',
      '--points',
      '25',
      ...key,
    ]
    const refused = await run('sale', ...sale)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('[CONFIRMATION_REQUIRED]') })
    const code = await asked('--for', 'SPEND', '--customer', '+79125550141', '--points', '25', ...key)
    typed = [code.code]
    const sold = await step('sale', ...sale, '--confirmation', code.id)
    expect(sold).toMatchObject({ purchase: { pointsRedeemed: '25' }, replayed: false })
  })

  test('a freeze is lifted with a code of the customer', async () => {
    const customer = ['--customer', '+79125550142']
    const key = ['--key', town.member('wash').apiKey]
    expect((await step('freeze', ...customer, ...key)).customer.frozenAt).toMatch(/^20/)
    const code = await asked('--for', 'UNFREEZE', ...customer, ...key)
    typed = [code.code]
    const lifted = await step('unfreeze', ...customer, '--confirmation', code.id, ...key)
    expect(lifted.customer.frozenAt).toBeNull()
  })

  test('in production without a gateway no code is sent, and none is shown', async () => {
    environment = { NODE_ENV: 'production' }
    const { code, stderr } = await run(
      'code',
      '--for',
      'SPEND',
      '--customer',
      '+79125550141',
      '--points',
      '5',
      '--key',
      town.member('wash').apiKey,
    )
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[CONFIRMATION_UNAVAILABLE]'),
    })
    expect(stderr).not.toMatch(/\d{6}/)
    environment = {}
  })

  test('of a live coalition no code is shown on stderr or in a folder, whatever the environment says', async () => {
    const live = await aCoalition({ handle: 'live', mode: 'LIVE' })
      .withMember('wash')
      .withCustomer('Dina', { phone: '+79125550149' })
      .open(database.store)
    const key = live.member('wash').apiKey
    const asks = ['code', '--for', 'SPEND', '--customer', '+79125550149', '--points', '5', '--key', key]
    const shown = join(directory, 'shown')
    for (const said of [{}, { ARTEL_MESSAGES_DIR: shown }]) {
      environment = said
      const { code, stderr } = await run(...asks, '--coalition', 'live')
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('[CONFIRMATION_UNAVAILABLE]'),
      })
      expect(stderr).not.toMatch(/\d{6}/)
    }
    environment = {}
    expect(existsSync(shown)).toBe(false)
  })
})
