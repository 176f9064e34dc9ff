import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkStatementFile, EMPTY_LINE_HASH, hashStatementLine } from '@artel/documents'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { closeWindow, issueStatements, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, keyed, roubles } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

// Each step is a process of its own, and all of them wait when the machine is busy.

const NOWHERE = 'postgresql://artel@127.0.0.1:1/artel'

let database: TestDatabase
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'artel-statement-'))
  const town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash', { name: 'Блеск' })
    .withCustomer('Anna')
    .open(database.store)
  for (const [at, total] of [1_000, 2_000, 3_000].entries())
    await recordPurchase(
      town.member('wash').context,
      aSale(town.customer('Anna'), { total: roubles(total), receiptRef: `W-${at + 1}` }),
    )
  await closeWindow(town.adminContext, { windowNo: 1, early: true, ...keyed() })
  await issueStatements(town.adminContext, { windowNo: 1, ...keyed() })
  for (const format of ['json', 'csv']) {
    const file = ['--format', format, '--file', `wash.${format}`]
    const step = ['settle', 'statement', '--coalition', 'zarechye', '--window', '1', '--member', 'wash']
    expect(await artel([...step, ...file])).toMatchObject({ code: 0, stderr: '' })
  }
})
afterAll(async () => {
  await rm(directory, { recursive: true })
  await database.drop()
})

async function artel(args: string[], databaseUrl = database.databaseUrl) {
  const env = { DATABASE_URL: databaseUrl, ARTEL_ADMIN_KEY: '' }
  const { code, stdout, stderr } = await runCommand(args, { cwd: directory, env })
  return { code, stdout, stderr: ownWords(stderr) }
}

async function forged(name: string, change: (text: string) => string): Promise<string> {
  const text = await readFile(join(directory, 'wash.json'), 'utf8')
  const other = change(text)
  expect(other).not.toBe(text)
  await writeFile(join(directory, name), other)
  return name
}

test('a statement file is whole without a database, and the first line that was changed is named', async () => {
  for (const file of ['wash.json', 'wash.csv']) {
    const sound = await artel(['statement', 'check', file], NOWHERE)
    expect(sound).toMatchObject({ code: 0, stderr: '' })
    expect(sound.stdout).toMatch(/ is whole: 3 lines, hash [0-9a-f]{64}\.\n$/)
  }
  const file = await forged('changed.json', (text) => text.replace('W-2', 'W-9').replace('W-3', 'W-8'))
  expect(await artel(['statement', 'check', file], NOWHERE)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^changed\.json is not what was issued:\n {2}line 2 does not hash/),
  })
  const russian = await artel(['statement', 'check', file, '--lang', 'ru'], NOWHERE)
  expect(russian.stdout).toContain('\n  строка 2: хеш не сходится с её содержимым\n')
  const data = JSON.parse((await artel(['statement', 'check', file, '--json'], NOWHERE)).stdout)
  expect(data).toMatchObject({ ok: false, ledger: null, problems: [{ code: 'LINE_HASH', line: 2 }, {}] })
  await writeFile(join(directory, 'other.txt'), 'no statement')
  expect(await artel(['statement', 'check', 'other.txt'], NOWHERE)).toMatchObject({ code: 1, stderr: '' })
})

test('with the coalition it is held against the ledger, which tells a file that was made anew', async () => {
  const check = (file: string, ...more: string[]) =>
    artel(['statement', 'check', file, '--coalition', 'zarechye', ...more])
  for (const file of ['wash.json', 'wash.csv'])
    expect(await check(file)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The books of zarechye have it: Блеск, window 1.'),
    })
  // Opening, closing and every balance moved together: whole in itself.
  const shifted = await forged('shifted.json', (text) =>
    text
      .replace('"opening":"0"', '"opening":"-7"')
      .replace(/"closing":"(\d+)"/, (_, closing) => `"closing":"${BigInt(closing) - 7n}"`)
      .replace(/"balance":"(\d+)"/g, (_, balance) => `"balance":"${BigInt(balance) - 7n}"`),
  )
  expect(await check(shifted)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/ is whole: .*\n.*but that statement opens at 0\.000000 and closes at /),
  })
  const anew = await forged('anew.json', hashedAnew)
  expect(await checkStatementFile(await readFile(join(directory, anew)))).toMatchObject({ ok: true })
  expect(await check(anew, '--lang', 'ru')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('«zarechye» не выставляла акта с такими строками.'),
  })
  expect(await artel(['statement', 'check', anew, '--coalition', 'nowhere'])).toMatchObject({
    code: 1,
    stderr: 'There is no coalition "nowhere" in this database.\n',
  })
})

/** The work of a forger: another receipt, and all hashes computed again. */
function hashedAnew(text: string): string {
  const file = JSON.parse(text.replace('W-2', 'W-9'))
  let hash = EMPTY_LINE_HASH
  for (const line of file.lines) {
    hash = hashStatementLine(hash, {
      ...{ no: line.no, entryId: line.entry, postedAt: new Date(line.postedAt), kind: line.kind },
      ...{ counterpartyId: line.counterparty, reference: line.reference },
      ...{ points: BigInt(line.points), amount: BigInt(line.amount) },
    })
    line.hash = hash
  }
  return JSON.stringify({ ...file, lineHash: hash })
}
