import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, localDay } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash')
    .withMember('parts', { name: '=Parts' })
    .withCustomer('Anna')
    .open(database.store)
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
  await recordPurchase(town.member('parts').context, aSale(town.customer('Anna')))
  folder = await mkdtemp(join(tmpdir(), 'artel-figures-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await database.drop()
})

async function figures(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const { code, stdout, stderr } = await runCommand(['figures', ...args, '--coalition', 'zarechye'], { env })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('figures are counted anew, and a period is a table with a bar for each day, its total and what it cost', async () => {
  expect((await figures('rebuild')).stdout).toBe('Counted anew: 3 batches.\n')
  const { stdout, stderr } = await figures('period', '--margin', '30')
  expect(stderr).toBe('')
  const lines = stdout.split('\n')
  expect(lines.filter((line) => /^ {2}\d{4}-\d\d-\d\d/.test(line))).toHaveLength(30)
  expect(lines.find((line) => line.includes(localDay(0)))).toMatch(/3 .*3[\s,]000\.00.*150.*█{20}$/)
  expect(stdout).toMatch(/total .*3/)
  expect(stdout).toContain('a new customer')
  expect(JSON.parse((await figures('period', '--json', '--member', 'wash')).stdout)).toMatchObject({
    total: { purchases: '2', fresh: '1' },
  })
})

test('tables by member are CSV whose cells run nothing, or a workbook', async () => {
  const csv = (await figures('members', '--csv')).stdout
  expect(
    csv
      .split('\r\n')
      .slice(0, 3)
      .map((line) => line.split(',').slice(0, 3)),
  ).toEqual([
    ['name', 'sales', 'turnover'],
    ['wash', '2', '2000.000000'],
    ["'=Parts", '1', '1000.000000'],
  ])
  const file = join(folder, 'members.xlsx')
  expect(await figures('members', '--xlsx', file)).toEqual({ code: 0, stdout: '', stderr: '' })
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
})

test('who brought whom and who stays are tables, and a day that is none is refused in words', async () => {
  expect((await figures('visits')).stdout).toMatch(/wash +=Parts +1/)
  expect((await figures('customers')).stdout).toContain(localDay(0).slice(0, 7))
  expect((await figures('partners', '--lang', 'ru')).stdout).toContain('начали')
  const wrong = await figures('period', '--to', 'yesterday')
  expect([wrong.code, wrong.stdout]).not.toEqual([0, wrong.stdout])
  expect(wrong.stderr).toContain('2026-11-22')
})
