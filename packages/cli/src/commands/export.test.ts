import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { closeWindow, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-export-'))
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').withCustomer('Anna').open(database.store)
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
  await closeWindow(aTreasurer(town), { windowNo: 1, early: true, ...keyed() })
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const exportJournal = (...args: string[]) => exportAs('journal', ...args)
async function exportAs(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const line = ['export', ...args, '--coalition', 'zarechye']
  const { code, stdout, stderr } = await runCommand(line, { cwd: folder, env })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('the books are written to a file whose last line is the hash of the others, and told how to be checked', async () => {
  const json = ['--dialect', 'beancount', '--out', 'books.beancount', '--through', '1', '--json']
  const told = JSON.parse((await exportJournal(...json)).stdout)
  expect(told).toMatchObject({ dialect: 'beancount', entries: 1, windows: 1 })
  const file = await readFile(join(folder, 'books.beancount'), 'utf8')
  const lines = file.slice(0, file.lastIndexOf('\n', file.length - 2) + 1)
  expect(createHash('sha256').update(lines).digest('hex')).toBe(told.sha256)
  expect(file.slice(lines.length)).toContain(told.sha256)
  expect(lines).toContain('balance Assets:Money:Clearing:Wash')
  const spoken = await exportJournal('--dialect', 'hledger', '--out', 'books.journal', '--lang', 'ru')
  expect(spoken).toMatchObject({ code: 0, stderr: '' })
  expect(spoken.stdout).toContain('Проверить: hledger check --strict -f books.journal')
})

test('an open window, an unknown dialect and a key of a member are refused with what to do', async () => {
  const open = await exportJournal('--dialect', 'ledger', '--out', 'x', '--through', '2')
  expect(open.code).toBe(1)
  expect(open.stderr).toContain('window')
  const unknown = await exportJournal('--dialect', 'gnucash', '--out', 'x')
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('hledger, ledger, beancount') })
  const member = ['--dialect', 'ledger', '--out', 'x', '--key', town.member('wash').apiKey]
  expect((await exportJournal(...member)).code).toBe(1)
})

test('a list is written as whoever acts sees it, with its rows and its hash', async () => {
  const told = JSON.parse(
    (
      await exportAs(
        'purchases',
        '--format',
        'jsonl',
        '--out',
        'sales.jsonl',
        '--key',
        town.adminKey,
        '--json',
      )
    ).stdout,
  )
  const file = await readFile(join(folder, 'sales.jsonl'), 'utf8')
  const rows = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toMatchObject([{ member: 'wash', total: '1000.00', pointsEarned: '50' }])
  expect(told).toMatchObject({ list: 'PURCHASES', format: 'JSONL', rows: 1, bytes: Buffer.byteLength(file) })
  expect(createHash('sha256').update(file).digest('hex')).toBe(told.sha256)
  const key = town.member('wash').apiKey
  const spoken = await exportAs(
    'customers',
    '--format',
    'csv-ru',
    '--out',
    'c.csv',
    '--key',
    key,
    '--lang',
    'ru',
  )
  expect(spoken).toMatchObject({ code: 0, stderr: '' })
  expect(spoken.stdout).toContain('Строк: 1')
  expect(await readFile(join(folder, 'c.csv'), 'utf8')).toContain('Anna')
  const acts = await database.store.prisma.auditEvent.findMany({
    where: { coalitionId: town.id, act: 'exportStart' },
    orderBy: { position: 'asc' },
  })
  expect(acts.map(({ door, actorKind, memberId }) => [door, actorKind, memberId])).toEqual([
    ['CLI', 'KEY', null],
    ['CLI', 'KEY', town.member('wash').id],
  ])
})

test('a list that a key may not have is refused, and so is what is no instant', async () => {
  const key = town.member('wash').apiKey
  const refused = await exportAs('transfers', '--format', 'csv', '--out', 'x', '--key', key)
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('administrator')])
  const misspelled = await exportAs('audit', '--format', 'csv', '--out', 'x', '--from', 'yesterday')
  expect(misspelled.stderr).toContain('2026-11-01T00:00:00Z')
})
