import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { acceptInvitation } from '@artel/use-cases'
import { aCoalition, aDoor } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await aCoalition({ handle: 'zarechye', name: 'Заречье' }).withMember('wash').open(database.store)
})
afterAll(() => database.drop())

async function staff(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl, SMTP_URL: '', MAIL_FROM: '' }
  const { code, stdout, stderr } = await runCommand(['staff', ...args, '--coalition', 'zarechye'], { env })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('whoever holds the database invites by a printed letter, sees who came, and takes the role back', async () => {
  const invited = await staff('invite', '--email', 'New@Example.com', '--role', 'CASHIER', '--member', 'wash')
  expect(invited).toMatchObject({ code: 0, stderr: '' })
  expect(invited.stdout).toContain('EMAIL to new@example.com')
  const linkSecret = /#(\S+)/.exec(invited.stdout)?.[1] ?? ''
  const context = { store: database.store, principal: { kind: 'anonymous' } } as const
  await acceptInvitation(context, { linkSecret, name: 'Новенькая', door: aDoor() })
  const { stdout } = await staff('list', '--json')
  const { staff: roles } = JSON.parse(stdout) as { staff: { id: string; email: string }[] }
  const role = roles.find(({ email }) => email === 'new@example.com')
  expect(role).toMatchObject({ name: 'Новенькая', role: 'CASHIER', member: 'wash' })
  const revoked = await staff('revoke', '--id', role?.id ?? '', '--lang', 'ru')
  expect(revoked.code).toBe(0)
  expect(revoked.stdout).not.toContain('new@example.com')
  expect(await staff('invite', '--email', 'x', '--role', 'AUDITOR')).toMatchObject({ code: 1 })
})

test('whoever holds the database resets a lost second factor, and that stays written down', async () => {
  const { prisma } = database.store
  const person = await prisma.person.findFirstOrThrow({ where: { email: { startsWith: 'chair@' } } })
  const reset = (...more: string[]) => staff('reset-second-factor', '--email', person.email, ...more)
  expect(await reset()).toMatchObject({ code: 2 })
  const totp = { totpSealed: 'sealed', totpConfirmedAt: new Date() }
  await prisma.person.update({ where: { id: person.id }, data: totp })
  const done = await reset('--reason', 'The phone is lost; seen in person')
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toContain(`EMAIL to ${person.email}`)
  expect(await prisma.secondFactorReset.findMany()).toMatchObject([
    {
      personId: person.id,
      reason: 'The phone is lost; seen in person',
      operator: expect.stringMatching(/./),
    },
  ])
  expect(await prisma.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
    totpConfirmedAt: null,
  })
})
