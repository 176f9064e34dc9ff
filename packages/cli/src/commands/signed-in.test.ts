import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { points } from '@artel/ledger'
import { createArtel } from '@artel/sdk'
import { createTestDatabase, freePort, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, inviteStaff, type Message, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  codeOf,
  keepingSender,
  linkIn,
  roubles,
} from '@artel/use-cases/testing'
import { installQueues } from '@artel/worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

const bin = fileURLToPath(new URL('../../bin/artel.js', import.meta.url))
const PASSWORD = 'ключ от гаража 7'
const undo: (() => unknown)[] = []
let database: TestDatabase
let town: BuiltCoalition
let env: NodeJS.ProcessEnv
let address: string
beforeAll(async () => {
  database = await createTestDatabase()
  undo.push(database.drop)
  await installQueues(database)
  town = await aCoalition({ handle: 'zarechye' })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
  const port = String(await freePort())
  address = `http://127.0.0.1:${port}`
  env = {
    ...process.env,
    ...{ DATABASE_URL: database.databaseUrl, PORT: port, ARTEL_PUBLIC_URL: address, ARTEL_DEBUG: '' },
    ...{ ARTEL_SECRETS_KEY: 's'.repeat(40), ARTEL_ADMIN_KEY: '', ARTEL_KEY: '' },
  }
  const server = spawn(process.execPath, [bin, 'serve', '--no-worker'], {
    ...{ cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'ignore'] as const },
  })
  undo.push(async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  })
  // It says where it serves once it does.
  await once(server.stdout, 'data')
  server.stdout.resume()
})
afterAll(async () => {
  for (const stop of undo.reverse()) await stop()
})

/** Runs a command for a person whose session is in `home`, with the lines that the person types. */
async function artel(home: string, typed: readonly string[], lines: readonly string[] = [], more = {}) {
  const { code, stdout, stderr } = await runCommand([...typed], {
    env: { ...env, ARTEL_CONFIG_DIR: home, ...more },
    stdin: lines.map((line) => `${line}\n`).join(''),
  })
  return { code, stdout, stderr }
}

/** Somebody who was invited, came by the link, enrolled a second factor at the server and signed in at the command line. */
async function aPersonSignedIn(email: string, role: string, at: { readonly memberId?: string } = {}) {
  const letters: Message[] = []
  await inviteStaff(
    { ...town.adminContext, sender: keepingSender(letters) },
    { email, role, language: 'en', publicUrl: address, ...at },
  )
  const nobody = createArtel({ url: `${address}/graphql`, apiKey: null })
  const accepted = await nobody.staff
    .accept({ linkSecret: linkIn(letters[0]), name: email, password: PASSWORD, transport: 'TOKEN' })
    .unwrap()
  const home = mkdtempSync(join(tmpdir(), 'artel-signed-in-'))
  const typed = [PASSWORD]
  if (role === 'TREASURER' || role === 'COALITION_ADMIN') {
    const { sessions } = createArtel({ url: `${address}/graphql`, apiKey: accepted.token ?? '' })
    const { secret } = await sessions.enrolTotp({}).unwrap()
    await sessions.confirmTotp({ code: codeOf(secret) }).unwrap()
    typed.push(codeOf(secret, 1))
  }
  const signed = await artel(home, ['login', '--email', email], typed)
  expect(signed).toMatchObject({ code: 0 })
  return home
}

const settle = (home: string, ...step: string[]) =>
  artel(home, ['settle', ...step, '--coalition', 'zarechye', '--json'])

describe('without a key a command is a step of whoever is signed in', () => {
  test('one treasurer proposes a plan and another approves it, each under their own name', async () => {
    const anna = town.customer('Anna')
    await recordPurchase(town.member('wash').context, aSale(anna, { total: roubles(20_000) }))
    const spent = { total: roubles(1_000), points: points(300n) }
    await recordPurchase(town.member('parts').context, aSale(anna, spent))
    const olga = await aPersonSignedIn('olga@example.com', 'TREASURER')
    const pavel = await aPersonSignedIn('pavel@example.com', 'TREASURER')
    const window = ['--window', '1']
    expect(await settle(olga, 'close', ...window, '--early')).toMatchObject({ code: 0 })
    expect(await settle(olga, 'issue-statements', ...window)).toMatchObject({ code: 0 })
    for (const handle of ['wash', 'parts'])
      expect(
        await settle(olga, 'accept', ...window, '--key', town.member(handle).apiKey),
        'a key counts before the session',
      ).toMatchObject({ code: 0, stderr: '' })
    const proposed = await settle(olga, 'propose', ...window)
    expect(proposed).toMatchObject({ code: 0, stderr: '(olga@example.com)\n' })
    const { hash } = JSON.parse(proposed.stdout).plan
    const own = await settle(olga, 'approve', ...window, '--plan', hash)
    expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('[PLAN_APPROVER_IS_PROPOSER]') })
    expect(await settle(pavel, 'approve', ...window, '--plan', hash)).toMatchObject({ code: 0 })
    const plan = await database.store.prisma.plan.findFirstOrThrow({
      ...{ where: { coalitionId: town.id }, include: { approvals: true } },
    })
    const people = await database.store.prisma.person.findMany()
    const emailOf = (id: string | null) => people.find((person) => person.id === id)?.email
    expect([emailOf(plan.proposedById), emailOf(plan.approvals[0]?.approvedById ?? null)]).toEqual([
      'olga@example.com',
      'pavel@example.com',
    ])
  })

  test('a cashier sells under their own name at their own member, and manages nothing', async () => {
    const memberId = town.member('wash').id
    const kassa = await aPersonSignedIn('kassa@example.com', 'CASHIER', { memberId })
    const customer = encodePublicId('customer', town.customer('Anna').id)
    const sale = ['--customer', customer, '--receipt', 'R-77', '--total', '100.00', '--coalition', 'zarechye']
    expect(await artel(kassa, ['sale', 'record', ...sale])).toMatchObject({ code: 0 })
    const listed = await artel(kassa, [
      'list',
      'purchases',
      '--receipt',
      'R-77',
      '--coalition',
      'zarechye',
      '--json',
    ])
    expect(JSON.parse(listed.stdout).purchases).toMatchObject([
      { receiptRef: 'R-77', recordedBy: { name: 'kassa@example.com', tillName: null } },
    ])
    const till = ['till', 'register', '--member', 'wash', '--name', 'x', '--coalition', 'zarechye']
    expect(await artel(kassa, till)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('member:write'),
    })
  })

  test('who serves several members says which, and whose session is over is told and is nobody else', async () => {
    const home = await aPersonSignedIn('two@example.com', 'CASHIER', { memberId: town.member('wash').id })
    const letters: Message[] = []
    await inviteStaff(
      { ...town.adminContext, sender: keepingSender(letters) },
      {
        ...{ email: 'two@example.com', role: 'CASHIER', language: 'en', publicUrl: address },
        memberId: town.member('parts').id,
      },
    )
    await createArtel({ url: `${address}/graphql`, apiKey: null })
      .staff.accept({ linkSecret: linkIn(letters[0]), name: 'Two', transport: 'TOKEN' })
      .unwrap()
    const list = ['list', 'purchases', '--coalition', 'zarechye', '--json']
    const parts = encodePublicId('member', town.member('parts').id)
    expect(await artel(home, list)).toMatchObject({ code: 1, stderr: expect.stringContaining(parts) })
    const chosen = await artel(home, list, [], { ARTEL_ACTING_FOR: parts })
    const handles = JSON.parse(chosen.stdout).purchases.map(
      (one: { member: { handle: string } }) => one.member.handle,
    )
    expect(new Set(handles)).toEqual(new Set(['parts']))
    const elsewhere = encodePublicId('coalition', town.id)
    const foreign = await artel(home, list, [], { ARTEL_ACTING_FOR: elsewhere })
    expect(foreign).toMatchObject({ code: 1, stderr: expect.stringContaining('ARTEL_ACTING_FOR') })
    await database.store.prisma.staffSession.updateMany({
      where: { person: { email: 'two@example.com' } },
      data: { endedAt: new Date() },
    })
    expect(await artel(home, list)).toMatchObject({ code: 1, stderr: expect.stringContaining('artel login') })
  })

  test('who is signed in at another server alone is told, and passed over only on their word', async () => {
    const home = await aPersonSignedIn('far@example.com', 'CASHIER', { memberId: town.member('wash').id })
    const list = ['list', 'purchases', '--coalition', 'zarechye', '--json']
    for (const url of ['https://other.example', 'http://api.internal:4000', ''])
      expect(await artel(home, list, [], { ARTEL_PUBLIC_URL: url })).toMatchObject({
        ...{ code: 1, stdout: '', stderr: expect.stringContaining(address) },
      })
    const operator = { code: 0, stderr: '(whoever holds the database)\n' }
    const asked = { ARTEL_PUBLIC_URL: 'https://other.example', ARTEL_AS_OPERATOR: '1' }
    expect(await artel(home, list, [], asked)).toMatchObject(operator)
    const nobody = mkdtempSync(join(tmpdir(), 'artel-nobody-'))
    expect(await artel(nobody, list)).toMatchObject(operator)
    expect(await artel(nobody, [...list, '--lang', 'ru'])).toMatchObject({ stderr: '(тот, у кого база)\n' })
    for (const who of [home, nobody])
      expect(await artel(who, list, [], { ARTEL_PUBLIC_URL: 'artel.example' })).toMatchObject({
        ...{ code: 2, stderr: expect.stringContaining('ARTEL_PUBLIC_URL must be an address') },
      })
  })
})
