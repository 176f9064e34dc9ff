import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createHold, readWallet, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from './testing/own-words.ts'
import { type Ended, runCommand } from './testing/run-command.ts'

const bin = fileURLToPath(new URL('../bin/artel.js', import.meta.url))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const artel = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand(args, { env: { DATABASE_URL: database.databaseUrl, ...env } })

/** Starts the command as a person does, from a directory outside the workspace. */
function started(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<Ended>((resolve) => {
    const given = { ...process.env, DATABASE_URL: database.databaseUrl, ARTEL_DEBUG: '', ...env }
    execFile(process.execPath, [bin, ...args], { cwd: tmpdir(), env: given }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? -1)
      resolve({ code, stdout, stderr })
    })
  })
}

test('migrate says that a migrated database is up to date', async () => {
  expect(await started(['migrate'])).toEqual({ code: 0, stdout: 'The database is up to date.\n', stderr: '' })
  expect(await artel(['migrate', '--json'])).toMatchObject({
    code: 0,
    stdout: '{"applied":[],"repaired":[]}\n',
  })
})

test('verify of books that add up exits with 0', async () => {
  const { code, stdout } = await artel(['verify', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, findings: [] })
})

test('doctor finds nothing to complain of on a migrated database', async () => {
  const { code, stdout } = await artel(['doctor', '--json'], { PORT: '65001' })
  expect(JSON.parse(stdout).findings.filter((finding: { ok: boolean }) => !finding.ok)).toEqual([])
  expect(code).toBe(0)
})

test('doctor in production finds a superuser login and a short operator key', async () => {
  const production = { NODE_ENV: 'production', PORT: '65001', ARTEL_OPERATOR_KEY: 'short' }
  const { code, stdout } = await artel(['doctor', '--json'], production)
  const wrong = JSON.parse(stdout).findings.filter((finding: { ok: boolean }) => !finding.ok)
  expect(wrong.map(({ name }: { name: string }) => name)).toEqual(['Operator key', 'Login'])
  expect(code).toBe(1)
  const whole = await artel(['doctor'], { ...production, ARTEL_OPERATOR_KEY: 'k'.repeat(32) })
  expect(whole.stdout).toContain('ok    Operator key    32 characters')
})

test('doctor names a port that is no port, in one line', async () => {
  const { code, stderr } = await artel(['doctor'], { PORT: 'four thousand' })
  expect(code).toBe(1)
  expect(stderr).toBe('PORT must be a number from 1 to 65535; it is "four thousand".\n')
})

test('an unreachable database is one clear line, for every command that needs one', async () => {
  const nowhere = { DATABASE_URL: 'postgresql://artel@127.0.0.1:1/artel' }
  for (const command of ['migrate', 'seed', 'verify', 'serve', 'worker']) {
    const { code, stderr } = await artel([command], nowhere)
    expect({ command, code }).toEqual({ command, code: 1 })
    expect(stderr).toMatch(/^No PostgreSQL answers at DATABASE_URL .*127\.0\.0\.1:1.*\n$/)
  }
})

test('an unwritable data directory is one clear line', async () => {
  const { code, stderr } = await started(['migrate'], { DATABASE_URL: '', ARTEL_DATA_DIR: bin })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The data directory .*artel\.js is not writable \(\w+\)\. Set ARTEL_DATA_DIR .*\n$/)
})

test('an unknown command and a foreign id are refused with what is known', async () => {
  expect(await started(['setle'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Known: serve') })
  const misplaced = await artel(['settle', 'ak_test_ChXucuu9j4AcdiyDxnkpL_FXLPLACDqbyNat'])
  expect(misplaced.code).toBe(2)
  expect(misplaced.stderr).toMatch(/^"settle ak_test_\.\.\." is not known\. Known: show,/)
  const { code, stderr } = await artel(['verify', '--coalition', 'cus_1'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: '"cus_1" is not a coalition\'s id; those look like coa_...\n',
  })
})

test('the head that chain prints is one that verify expects, until the database is another', async () => {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  for (let sales = 0; sales < 3; sales += 1)
    await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
  const coalition = ['--coalition', town.coalition.handle]
  const { stdout: head } = await artel(['chain', 'head', ...coalition])
  expect(head).toMatch(/^3:[0-9a-f]{64}\n$/)
  const [, hash] = head.trim().split(':')
  expect(JSON.parse((await artel(['chain', 'head', ...coalition, '--json'])).stdout)).toMatchObject({
    batchNo: '3',
    hash,
  })
  const shown = await artel(['chain', 'show', '3', ...coalition])
  expect(shown.stdout).toContain('1  EARN')
  expect(shown.stdout).toContain(`hash  ${hash}`)
  expect(await artel(['chain', 'show', '4', ...coalition])).toMatchObject({
    code: 1,
    stderr: `The chain of "${town.coalition.handle}" has no batch 4.\n`,
  })

  const expecting = ['verify', ...coalition, '--expect-head', head.trim()]
  expect(await artel([...expecting, '--since', '2', '--lang', 'ru'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Книги сходятся: .*6 transfer.*проводок\/с\.\n {2}Вершина цепочки coa_/),
  })
  const other = await artel(['verify', ...coalition, '--expect-head', `3:${'0'.repeat(64)}`])
  expect(other.code).toBe(1)
  expect(other.stdout).toContain(`batch batch_no=3: The chain leads through the head that was written down.`)
  expect(other.stdout).toContain(hash)
  expect(await artel(['verify', '--expect-head', head.trim()])).toMatchObject({
    code: 2,
    stderr: '--since and --expect-head are about one chain: name its --coalition.\n',
  })
})

test("clock moves a sandbox's time and ages its points and holds at once", async () => {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  const { context } = town.member('shop')
  const anna = town.customer('Anna')
  await recordPurchase(context, aSale(anna))
  await createHold(context, aHold(anna, { points: points(20n) }))
  const { handle } = town.coalition
  const clock = async (...args: string[]) => {
    const { code, stdout, stderr } = await artel(['clock', ...args, '--coalition', handle, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  expect(await clock('show')).toMatchObject({ handle, aheadSeconds: 0 })
  expect(await clock('advance', '--days', '8', '--hours', '1')).toMatchObject({ aheadSeconds: 694_800 })
  const wallet = async () => {
    const input = { coalitionId: town.id, customerIds: [anna.id] }
    return (await readWallet(town.adminContext, input)).get(anna.id)
  }
  expect(await wallet()).toMatchObject({ balance: 50n, reserved: 0n })
  await clock('advance', '--days', '360')
  expect(await wallet()).toMatchObject({ balance: 0n })
  expect(await artel(['clock', 'advance', '--coalition', handle])).toMatchObject({
    code: 2,
    stderr: 'Say by how much: --days 40, --hours 2 or --minutes 5.\n',
  })
  expect(await artel(['clock', 'show', '--coalition', 'nowhere'])).toMatchObject({
    code: 1,
    stderr: 'There is no coalition "nowhere" in this database.\n',
  })
})

test('worker says where its health is read, works, and leaves with 0 when it is told to', async () => {
  const given = { ...process.env, DATABASE_URL: database.databaseUrl, ARTEL_LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [bin, 'worker', '--port', '0'], { cwd: tmpdir(), env: given })
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)))
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)))
  })
  const url = /http:\S+(?=\/readyz)/.exec(said)?.[0] ?? ''
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('artel_worker_queue_jobs{queue="expire-lots",state="waiting"} 0')
  expect(metrics).toContain('nodejs_eventloop_lag_seconds')
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await exited)[0]).toBe(0)
})

test('a misspelled option is refused with 2 instead of being left out, in either language', async () => {
  const typed = ['verify', '--expect-haed', 'a'.repeat(64)]
  expect(await artel(typed)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'There is no option --expect-haed here. Did you mean "--expect-head"? More: artel help verify\n',
  })
  expect(await artel(['--lang', 'ru', ...typed])).toMatchObject({
    code: 2,
    stderr: 'Параметра --expect-haed здесь нет. Может быть, «--expect-head»? Подробнее: artel help verify\n',
  })
  expect(await artel(['--json', 'verify'])).toMatchObject({ code: 2, stdout: '' })
})

test('help is there at every level, in both languages, without a database', async () => {
  const nowhere = { DATABASE_URL: 'postgresql://artel@127.0.0.1:1/artel' }
  const help = async (...args: string[]) => {
    const { code, stdout, stderr } = await artel(args, nowhere)
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }
  const whole = await help('help')
  expect(whole).toMatch(/^artel - .*\n\nUsage: artel COMMAND/)
  for (const same of [['--help'], ['-h']]) expect(await help(...same)).toBe(whole)
  expect(await help('help', '--lang', 'ru')).toMatch(/\nКоманды:\n {2}serve +Обслуживать API/)
  const settle = await help('help', 'settle')
  for (const same of [
    ['settle', '-h'],
    ['settle', 'help'],
    ['settle', '--help', '--coalition', 'x'],
  ])
    expect(await help(...same)).toBe(settle)
  const close = await help('help', 'settle', 'close', '--lang', 'ru')
  expect(close).toMatch(/^artel settle close - Закрыть открытый период\.\n/)
  expect(await help('settle', 'close', '--window', '1', '-h', '--lang=ru')).toBe(close)
  expect(await artel(['help', 'setle'])).toMatchObject({ code: 2, stdout: '' })
  expect(await artel(['help', 'settle', 'clsoe'])).toMatchObject({ code: 2, stdout: '' })
})

test('nothing into a pipe is coloured, whatever the environment asks for', async () => {
  const lines = [
    ['help', 'settle'],
    ['setle'],
    ['chain', 'show', '\u001b[31mred'],
    ['clock', 'show', '--coalition', 'no\u001b[31mwhere'],
  ]
  for (const env of [{ FORCE_COLOR: '1' }, { NO_COLOR: '1' }])
    for (const line of lines) {
      const { stdout, stderr } = await started(line, env)
      expect(`${stdout}${stderr}`).toMatch(/^[^\p{Cc}]+(?:\n[^\p{Cc}]*)*$/u)
    }
})

test('a reader that goes away is no failure', async () => {
  const child = spawn(process.execPath, [bin, 'help'], { cwd: tmpdir() })
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  expect({ code, said }).toEqual({ code: 0, said: '' })
})

test('what people run into is one line without a stack', async () => {
  const empty = await aDatabaseWithoutTables()
  const town = await aCoalition().open(database.store)
  const of = ['--coalition', town.coalition.handle]
  const expected: [string[], Record<string, string>, RegExp][] = [
    [['chain', 'head', '--coalition', 'x'], { DATABASE_URL: empty }, /Run "artel migrate" first/],
    [['verify'], { DATABASE_URL: empty }, /Run "artel migrate" first/],
    [['report', 'ageing', '--coalition', 'nowhere'], {}, /There is no coalition "nowhere"/],
    [['settle', 'show', ...of, '--key', 'ak_wrong'], {}, /no administrator's key/],
    [
      ['terms', 'withdraw', '1', ...of, '--key', 'ak_wrong', '--lang', 'ru'],
      {},
      /Это не ключ администратора/,
    ],
    [
      ['terms', 'propose', ...of, '--file', '/nowhere.json'],
      {},
      /"\/nowhere\.json" cannot be read: there is none of that name/,
    ],
    [['terms', 'propose', ...of, '--file', tmpdir()], {}, /cannot be read: it is a directory/],
    [['terms', 'propose', ...of, '--file', bin], {}, /is no JSON/],
    [['settle', 'import', ...of, '--file', tmpdir()], {}, /cannot be read: it is a directory/],
    [['statement', 'check', tmpdir(), '--lang', 'ru'], {}, /не читается: это каталог\./],
    [['simulate', '--sales', tmpdir()], {}, /cannot be read: it is a directory/],
    [['reconcile', ...of, '--member', 'x', '--sales', tmpdir()], {}, /cannot be read: it is a directory/],
  ]
  for (const [line, env, words] of expected) {
    const { code, stdout, stderr } = await artel(line, env)
    expect({ line, code, stdout }).toEqual({ line, code: 1, stdout: '' })
    // Whose step it is stands on a line before.
    expect(ownWords(stderr)).toMatch(/^[^\n]+\n$/)
    expect(stderr).toMatch(words)
  }
})

/** A database of the same server that nobody has migrated: the one that PostgreSQL comes with. */
async function aDatabaseWithoutTables(): Promise<string> {
  const url = new URL(database.databaseUrl)
  url.pathname = '/template1'
  return url.href
}
