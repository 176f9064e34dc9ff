import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, aDriveNumber, aReceipt, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'

const bin = fileURLToPath(new URL('../../bin/artel.js', import.meta.url))
let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').withCustomer('Anna').open(database.store)
})
afterAll(() => database.drop())

async function artel(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args, '--coalition', 'zarechye', '--lang', 'en'], {
    cwd: tmpdir(),
    env: { ...process.env, DATABASE_URL: database.databaseUrl, ARTEL_KEY: town.member('wash').apiKey },
  })
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, stdout, stderr: ownWords(stderr) }
}

test('a drive is registered, and a receipt of it is claimed, shown with its sum and confirmed', async () => {
  const fn = aDriveNumber()
  const since = new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+/, '')
  const added = await artel('fiscal-drive', 'add', '--fn', fn, '--since', since, '--json')
  expect(added).toMatchObject({ code: 0, stderr: '' })
  const customer = encodePublicId('customer', town.customer('Anna').id)
  const receipt = aReceipt(fn, { s: '1234.00' })
  const made = await artel('receipt-claim', 'make', '--receipt', receipt, '--customer', customer, '--json')
  const [{ id, state }] = JSON.parse(made.stdout).receiptClaims
  expect(state).toBe('PENDING')
  const listed = await artel('receipt-claim', 'list', '--pending')
  expect(listed.stdout).toContain(id)
  expect(listed.stdout).toMatch(/1[\s,]?234/)
  expect((await artel('receipt-claim', 'confirm', '--id', id)).stdout).toContain('earned 61')
  const late = await artel('receipt-claim', 'decline', '--id', id, '--reason', 'No')
  expect(late).toMatchObject({ code: 1, stdout: '' })
  expect(late.stderr).toContain('was confirmed already')
  const [drive] = JSON.parse(added.stdout).fiscalDrives
  expect((await artel('fiscal-drive', 'close', '--id', drive.id)).code).toBe(0)
})
