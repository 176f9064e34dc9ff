import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type RunningApi, startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { confirmTotp, enrolTotp, type Message } from '@artel/use-cases'
import {
  aCoalition,
  aDoor,
  aPerson,
  type BuiltCoalition,
  codeOf,
  keepingSender,
  linkIn,
  signedIn,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/artel.js', import.meta.url))
const password = 'ключ от гаража 7'
const letters: Message[] = []
let database: TestDatabase
let api: RunningApi
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ name: 'Заречье' }).withMember('wash').open(database.store)
  api = await startApi({
    ...{ store: database.store, port: 0, host: '127.0.0.1', log: makeLog('silent') },
    // The same key as the door of the tests: what they seal is opened here.
    config: { secretsKey: aDoor().secretsKey, messageSender: keepingSender(letters) },
  })
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

const aHome = () => mkdtempSync(join(tmpdir(), 'artel-login-'))

/** Runs a command for a person whose settings are in `home`; each answer is a line, or comes when what it waits for is there. */
async function artel(
  home: string,
  typed: readonly string[],
  answers: readonly (string | Promise<string>)[] = [],
) {
  const child = spawn(process.execPath, [bin, ...typed, '--server', api.url], {
    cwd: tmpdir(),
    env: { ...process.env, ARTEL_CONFIG_DIR: home },
  })
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  for (const answer of answers) child.stdin.write(`${await answer}\n`)
  child.stdin.end()
  const [stdout, stderr, [code]] = await ended
  return { code, stdout, stderr }
}

const openSessions = (email: string) =>
  database.store.prisma.staffSession.count({ where: { person: { email }, endedAt: null } })

test('who signs in by password is kept for their eyes alone, known to the server, and forgotten at the end', async () => {
  const home = aHome()
  const email = 'olga@example.com'
  await aPerson(town.member('wash').context, { email, role: 'CASHIER', password })
  const before = await openSessions(email)
  const signed = await artel(home, ['login', '--email', email], [password])
  expect(signed).toMatchObject({ code: 0, stdout: expect.stringContaining(email) })
  const file = join(home, 'sessions.json')
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(await openSessions(email)).toBe(before + 1)
  const { stdout } = await artel(home, ['whoami', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ person: { email }, places: [{ roles: ['CASHIER'] }] })
  const token = (await artel(home, ['whoami', '--token'])).stdout.trim()
  expect(readFileSync(file, 'utf8')).toContain(token)
  expect((await artel(home, ['whoami', '--lang', 'ru'])).stdout).toContain('Заречье')
  expect(await artel(home, ['logout'])).toMatchObject({ code: 0, stderr: '' })
  expect(await openSessions(email)).toBe(before)
  expect(readFileSync(file, 'utf8')).not.toContain(token)
  expect(await artel(home, ['whoami'])).toMatchObject({ code: 1, stdout: '' })
})

test('a second factor is asked for, may be mistyped, and without it nothing is kept and no session stays', async () => {
  const email = 'chief@example.com'
  const { secret } = await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })
  const own = await signedIn({ store: database.store }, secret)
  const { secret: totp } = await enrolTotp(own, { door: aDoor() })
  await confirmTotp(own, { code: codeOf(totp), door: aDoor() })
  const before = await openSessions(email)
  const home = aHome()
  const without = await artel(home, ['login', '--email', email, '--lang', 'ru'], [password])
  expect(without).toMatchObject({ code: 1, stdout: '' })
  expect(existsSync(join(home, 'sessions.json'))).toBe(false)
  expect(await openSessions(email)).toBe(before)
  const signed = await artel(home, ['login'], [email, password, 'nothing', codeOf(totp, 1)])
  expect(signed.code).toBe(0)
  const { stdout } = await artel(home, ['whoami', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ lacks: null, places: [{ roles: ['COALITION_ADMIN'] }] })
})

test('a link stands in for the password, and signing in again ends the session of before', async () => {
  const home = aHome()
  const email = 'link@example.com'
  await aPerson(town.member('wash').context, { email, role: 'CASHIER' })
  const before = await openSessions(email)
  for (const turn of [0, 1]) {
    const sent = letters.length
    const link = async () => {
      await expect.poll(() => letters.length).toBeGreaterThan(sent)
      return `https://artel.example/sign-in#${linkIn(letters.at(-1))}`
    }
    const signed = await artel(home, ['login', '--link', '--email', email], [link()])
    expect([turn, signed.code]).toEqual([turn, 0])
    expect(await openSessions(email)).toBe(before + 1)
  }
})

test('a wrong password and a file that others may read are told in a line', async () => {
  const home = aHome()
  const email = 'known@example.com'
  await aPerson(town.member('wash').context, { email, role: 'CASHIER', password })
  const wrong = await artel(home, ['login', '--email', email, '--lang', 'ru'], ['not this one'])
  expect(wrong).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Неверный адрес почты'),
  })
  await artel(home, ['login', '--email', email], [password])
  chmodSync(join(home, 'sessions.json'), 0o644)
  const open = await artel(home, ['whoami'])
  expect(open).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Others may read') })
})

test('two who sign in at the same time are both kept', async () => {
  const home = aHome()
  const email = 'both@example.com'
  await aPerson(town.member('wash').context, { email, role: 'CASHIER', password })
  const before = await openSessions(email)
  // Another command is about to write.
  const next = join(home, 'sessions.json.next')
  writeFileSync(next, '', { mode: 0o600 })
  const signing = artel(home, ['login', '--email', email], [password])
  await expect.poll(() => openSessions(email)).toBe(before + 1)
  const file = join(home, 'sessions.json')
  writeFileSync(file, '{"https://other.example":{"email":"x","token":"ss_x"}}', { mode: 0o600 })
  rmSync(next)
  expect(await signing).toMatchObject({ code: 0 })
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual([
    api.url,
    'https://other.example',
  ])
})

test('a session is forgotten here even when the server is away', async () => {
  const home = aHome()
  const away = 'http://127.0.0.1:9'
  const file = join(home, 'sessions.json')
  writeFileSync(file, JSON.stringify({ [away]: { email: 'x@example.com', token: 'ss_gone' } }), {
    mode: 0o600,
  })
  const child = spawn(process.execPath, [bin, 'logout', '--server', away], {
    cwd: tmpdir(),
    env: { ...process.env, ARTEL_CONFIG_DIR: home },
  })
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('forgotten here') })
  expect(readFileSync(file, 'utf8')).not.toContain('ss_gone')
})
