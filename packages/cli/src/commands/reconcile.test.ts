import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, localDay, noonOf, roubles } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

// Each step is a process of its own, and all of them wait when the machine is busy.

let database: TestDatabase
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'artel-reconcile-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true })
  await database.drop()
})

const artel = (...args: string[]) =>
  runCommand(args, { cwd: directory, env: { DATABASE_URL: database.databaseUrl } })

test('reconcile shows what differs and records what was missing; report shows who brought whom', async () => {
  const town = await aCoalition({ handle: 'town', openedDaysAgo: 5 })
    .withMember('service', { name: 'Service' })
    .withMember('wash', { name: 'Wash' })
    .withCustomer('Anna', { reference: 'client-7' })
    .open(database.store)
  const day = localDay(-1)
  const anna = town.customer('Anna')
  const sell = (at: string, receiptRef: string, total: number, spent = 0n) =>
    recordPurchase(
      town.member(at).context,
      aSale(anna, { receiptRef, total: roubles(total), points: points(spent), occurredAt: noonOf(day) }),
    )
  await sell('service', 'S-1', 20_000)
  await sell('wash', 'W-1', 1_000, 300n)
  const file = join(directory, 'service.csv')
  const rows = [`S-1,${day} 12:00,20000,`, `S-2,${day} 12:00,400,client-7`]
  await writeFile(file, ['receipt,date,total,customer', ...rows].join('\n'))
  const named = ['--coalition', 'town', '--member', 'service', '--sales', file]

  const first = await artel('reconcile', ...named, '--lang', 'ru', '--record-late')
  expect(first.code).toBe(1)
  expect(first.stdout).toMatch(/совпало +1\n/)
  expect(first.stdout).toMatch(/3 {2}S-2 +400\.00\n/)
  expect(first.stdout).toContain('Записано с опозданием: 1; отказано: 0.')
  const again = await artel('reconcile', ...named, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ replayed: true, matched: 1, missingHere: 1 })
  expect(await database.store.prisma.purchase.count({ where: { receiptRef: 'S-2' } })).toBe(1)

  const reciprocity = await artel('report', 'reciprocity', '--coalition', 'town')
  expect(reciprocity.stdout).toMatch(/Service +Wash +300 +270\.00 +1 +1\n/)
  const coverage = await artel('report', 'coverage', '--coalition', 'town', '--json')
  expect(JSON.parse(coverage.stdout)).toMatchObject({ outstandingPoints: '755', covered: true })
  const breakage = await artel('report', 'breakage', '--coalition', 'town')
  expect(breakage.stdout).toMatch(/\d{4}-\d\d +1,055 +300 +300 +755\n/)
  expect((await artel('report', 'ageing', '--coalition', 'town')).code).toBe(0)
  expect(await artel('report', 'weather', '--coalition', 'town')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Known: coverage, reciprocity, ageing, breakage, accounts.'),
  })
})

test('reconcile keeps how a till’s files are read when asked to, and says when it goes by that', async () => {
  await aCoalition({ handle: 'village', openedDaysAgo: 5 }).withMember('shop').open(database.store)
  const file = join(directory, 'shop.csv')
  await writeFile(file, `Bon;Tag;Brutto\n1;${localDay(-1)};1,250`)
  const named = ['--coalition', 'village', '--member', 'shop', '--sales', file]
  const columns = ['--columns', 'receipt=Bon; date=Tag; total=Brutto', '--decimal-mark', ',']
  const said = await artel('reconcile', ...named, ...columns, '--save-mapping', '--json')
  expect(JSON.parse(said.stdout)).toMatchObject({ readBy: 'CALLER', rowCount: 1, missingHere: 1 })
  const kept = await artel('reconcile', ...named, '--lang', 'ru')
  expect(kept.stdout).toMatch(/^Прочитан так, как запомнено для участника/)
  const nothing = await artel('reconcile', ...named, '--save-mapping')
  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('[INVALID_INPUT]') })
})
