import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

// Each step is a process of its own, and all of them wait when the machine is busy.

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash', { name: 'Блеск' })
    .withMember('parts', { name: 'Коленвал' })
    .withCustomer('Anna')
    .open(database.store)
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
})
afterAll(() => database.drop())

/** Runs `artel` as a person does. */
async function artel(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const of = args[1] === 'template' ? [] : ['--coalition', 'zarechye']
  const { code, stdout, stderr } = await runCommand([...args, ...of], { env })
  return { code, stdout, stderr }
}

test('terms are proposed from a file, accepted with a member key, shown with who is missing, withdrawn', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'artel-terms-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const file = join(directory, 'terms.json')
  const { stdout: template } = await artel('terms', 'template')
  const { terms } = JSON.parse(template)
  const texts = { contractTextEn: 'We agree anew.', contractTextRu: 'Договорились заново.' }
  const proposal = {
    startsAt: new Date(Date.now() + 86_400_000),
    terms: { ...terms, ...texts, minPayoutMinor: '5000' },
    overrides: [{ segment: 'LARGE', creditLimit: '1000000' }],
  }
  await writeFile(file, JSON.stringify(proposal))
  expect(await artel('terms', 'propose', '--file', file)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/2 {2}proposed .* 1 {2,}.*Блеск, Коленвал/),
  })
  const key = ['--key', town.member('wash').apiKey]
  const accepted = await artel('terms', 'accept', '2', '--by', 'I. Petrov', ...key, '--lang', 'ru')
  expect(accepted.stderr).toBe('')
  expect(accepted.stdout).toMatch(/2 {2}предложена .*Блеск +Коленвал/)
  expect(await artel('terms', 'accept', '9', '--by', 'x', ...key)).toMatchObject({ code: 1 })
  expect((await artel('terms', 'withdraw', '2')).stdout).toMatch(/2 {2}withdrawn/)
  const again = await artel('terms', 'withdraw', '1')
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('binds new points already') })
})

test('a debt is given up, at most what is owed, and said in both languages', async () => {
  const writeOff = (...args: string[]) => artel('member', 'write-off', '--member', 'wash', ...args)
  // 1000.00 at 5 % are 50 points at a fee of 0.10 each: the wash owes 5.00.
  expect((await writeOff('--amount', '200')).stdout).toBe(
    'Блеск: written off 2.00 RUB; it still owes 3.00 RUB\n',
  )
  expect(await writeOff('--amount', '301')).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('Write off at most what is owed') },
  })
  const rest = await writeOff('--amount', '300', '--lang', 'ru')
  expect(rest.stdout).toBe('Блеск: списано 3.00 RUB; остаётся должен 0.00 RUB\n')
})

test('a member is seen off step by step', async () => {
  const exit = (...args: string[]) => artel('member', 'exit', ...args, '--member', 'wash')
  expect((await exit('show')).stdout).toBe('Блеск has not given notice.\n')
  await exit('notice', '--reason', 'It moves')
  expect((await exit('withdraw', '--reason', 'It stays')).stdout).toBe('Блеск has not given notice.\n')
  const noticed = await exit('notice', '--reason', 'It moves', '--days', '0')
  expect(noticed.stdout).toMatch(/missing: a final estimate; security/)
  expect(await exit('close')).toMatchObject({ code: 1, stderr: expect.stringContaining('FINAL_ESTIMATE') })
  expect((await exit('estimate', '--lang', 'ru')).stdout).toMatch(/осталось: обеспечение/)
  const report = (await exit('show')).stdout
  const missing = /security missing: (\d+)\.(\d\d)/.exec(report)
  const amount = String(Number(`${missing?.[1]}${missing?.[2]}`))
  const given = await exit('guarantee', '--amount', amount, '--reference', 'No. 7')
  expect(given.stdout).toMatch(/missing: nothing: it can be closed/)
  expect((await exit('close')).stdout).toMatch(/closed \d{4}-/)
  const ended = await artel('member', 'wind-down', '--reason', 'The town has gone')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Коленвал: leaving since') })
})

test('a proposal is refused with everything that is wrong with it, and the defaults it would take', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'artel-terms-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const file = join(directory, 'terms.json')
  const terms = {
    ...{ reservePrice: 900_000, redeemFee: '20000', deposit: '-1', lateDays: 999, windowKind: 'WEEKLY' },
    ...{ refundPolicy: 'NOBODY', breakageIssuerBps: 6000, dispuetDays: 5, contractTextEn: '' },
  }
  await writeFile(file, JSON.stringify({ terms, overrides: [{ lateDays: 3 }] }))
  const { code, stdout, stderr } = await artel('terms', 'propose', '--file', file)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  for (const field of [
    ...[
      'startsAt is missing',
      'terms.reservePrice must be',
      'terms.issueFee is missing',
      'terms.deposit must',
    ],
    ...['terms.lateDays must be', 'terms.windowWeekday must', 'terms.refundPolicy must be one of'],
    ...['terms.breakageIssuerBps and', 'terms.dispuetDays is not known; did you mean "disputeDays"?'],
    ...['terms.contractTextEn is missing', 'terms.contractTextRu is missing', 'overrides.0 must name'],
  ])
    expect(stderr).toContain(`\n  ${field}`)
  expect(stderr).toMatch(/\nLeft out, so taken at the default: .*terms\.holdTtlSeconds 604800, .*\.\n$/)
  const russian = await artel('terms', 'propose', '--file', file, '--lang', 'ru')
  expect(russian.stderr).toContain('\n  terms.issueFee не указано: fi, микро')
  const { terms: versions } = database.store.prisma
  expect(await versions.count({ where: { coalitionId: town.id, contractTextEn: '' } })).toBe(0)
})
