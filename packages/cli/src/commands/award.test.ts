import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { advanceClock, createApiKey, encodePublicId, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  ISSUE_FUNDED_TERMS,
  roubles,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  const breakage = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }
  town = await aCoalition({
    ...{ handle: 'zarechye', terms: { ...ISSUE_FUNDED_TERMS, ...breakage, expiryMonths: 1 } },
  })
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001' })
    .open(database.store)
  const sale = aSale(town.customer('Anna'), { total: roubles(40_000) })
  await recordPurchase(town.member('wash').context, sale)
  // 2 000 points run out: the fund holds 1 800.00.
  await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
})
afterAll(() => database.drop())

/** Runs `artel award` as a person does. */
async function award(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const { code, stdout, stderr } = await runCommand(['award', ...args, '--coalition', 'zarechye'], { env })
  return { code, stdout, stderr }
}

test('points are given out of the promo fund, once under one name, and above the limit by two people', async () => {
  const asked = ['give', '--customer', '+79120000001', '--points', '100', '--idempotency-key', 'may']
  const given = { code: 0, stdout: 'points given: 100; balance: 100\n' }
  expect(await award(...asked)).toMatchObject(given)
  expect(await award(...asked)).toMatchObject(given)
  const anna = encodePublicId('customer', town.customer('Anna').id)
  const more = ['give', '--customer', anna, '--points', '1500', '--lang', 'ru']
  // Whoever holds the database is no person: what takes two people wants the key of one.
  expect(await award(...more)).toMatchObject({ code: 1, stderr: expect.stringContaining('PERSON_REQUIRED') })
  const { secret } = await createApiKey(aTreasurer(town), { name: 'Office', scopes: ['promotions:write'] })
  const waits = await award(...more, '--key', secret)
  expect(waits).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^adj_\S+: ждёт второго человека\n$/),
  })
  const [adjustment = ''] = waits.stdout.split(':')
  expect(await award('approve', '--adjustment', adjustment, '--key', town.adminKey)).toMatchObject({
    ...{ code: 0, stdout: 'points given: 1,500; balance: 1,600\n' },
  })
  const short = await award('give', '--customer', anna, '--points', '201', '--lang', 'ru')
  expect([short.code, short.stdout]).toEqual([1, ''])
  expect(short.stderr).toContain('В промофонде')
})
