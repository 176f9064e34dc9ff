import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { acceptStatement, createApiKey, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed, roubles } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
let treasurerKey: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash', { name: 'Блеск' })
    .withMember('parts', { name: 'Коленвал' })
    .withCustomer('Anna')
    .open(database.store)
  treasurerKey = (
    await createApiKey(aTreasurer(town), {
      name: 'Treasurer',
      scopes: ['settlement:propose', 'reports:read'],
    })
  ).secret
  for (const at of ['wash', 'parts'] as const)
    await recordPurchase(town.member(at).context, aSale(town.customer('Anna'), { total: roubles(12_345) }))
})
afterAll(() => database.drop())

/** Runs `artel settle` as a person does, with these lines typed. */
async function settle(args: string[], typed = '') {
  const env = { DATABASE_URL: database.databaseUrl, ARTEL_ADMIN_KEY: '' }
  const { code, stdout, stderr } = await runCommand(['settle', ...args, '--coalition', 'zarechye'], {
    env,
    stdin: typed,
  })
  return { code, stdout: stdout.replaceAll('\u00a0', ' '), stderr: ownWords(stderr) }
}

test('each step is a command of its own, and approving takes another key', async () => {
  expect(await settle(['close', '--window', '1'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('CUT_OFF'),
  })
  expect(await settle(['close', '--window', '1', '--lang', 'ru'])).toMatchObject({
    code: 1,
    stderr: 'Шаг (закрыть период) ещё ждёт: конец периода. Когда будет, повторите. [WINDOW_STEP_NOT_READY]\n',
  })
  expect(await settle(['close', '--window', '1', '--early', '--key', treasurerKey])).toMatchObject({
    code: 0,
  })
  const stated = await settle(['issue-statements', '--window', '1', '--lang', 'ru'])
  // 5 % of 12 345.00 are 617 points, at a fee of 0.10 each.
  expect(stated.stdout).toMatch(/Блеск\s+0,00\s+61,70\s+0,00\s+61,70\s+1/)
  const early = await settle(['--lang', 'ru', '--key', treasurerKey], 'y\n')
  expect(early.stdout).toMatch(/Ожидание других: ответы участников/)
  for (const { id, memberId } of await database.store.prisma.statement.findMany()) {
    const member = [town.member('wash'), town.member('parts')].find((one) => one.id === memberId)
    if (member) await acceptStatement(member.context, { statementId: id, ...keyed() })
  }
  const proposed = await settle(['propose', '--window', '1', '--key', treasurerKey])
  expect(proposed.stdout).toMatch(/Total\s+123\.40/)
  const [hash = ''] = /[0-9a-f]{64}/.exec(proposed.stdout) ?? []
  const approval = ['approve', '--window', '1', '--plan', hash, '--key']
  expect(await settle([...approval, treasurerKey])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('settlement:approve'),
  })
  const seenByAnother = await settle(['--key', town.adminKey], 'n\n')
  expect(seenByAnother.stdout).toContain('Another person has proposed plan 1 of window 1. Approve it?')
  const again = await settle(['--key', treasurerKey], 'n\n')
  expect(again.stdout).toContain('Propose the plan of window 1?')
  const approved = await settle(['--key', town.adminKey, '--lang', 'ru'], 'y\nn\nn\nn\n')
  expect(approved.stdout).toContain('Период 1: план утверждён.')
  expect(await settle([...approval, town.adminKey])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('WINDOW_STEP_OUT_OF_ORDER'),
  })
  const directory = mkdtempSync(join(tmpdir(), 'artel-settle-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const file = join(directory, 'statement.json')
  expect(
    await settle(['statement', '--window', '1', '--member', 'wash', '--format', 'json', '--file', file]),
  ).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'artel-statement', lineCount: 1 })
})

test('walked by hand it asks for every payment, ends the window, and goes on where it was left', async () => {
  const paid = await settle([], 'y\ny\ny\n')
  expect(paid.stdout).toMatch(/ZARECHYE-1-1: were 61\.70 paid\?/)
  expect(paid.stdout).toContain('Window 1 is settled.')
  const next = await settle([], 'n\n')
  expect(next.stdout).toContain('Close window 2 now?')
  expect(next.stdout).toContain('Stopped. Run the command again to go on from here.')
})
