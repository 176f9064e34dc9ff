import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/artel.js', import.meta.url))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Runs the command as a person does, from a directory outside the workspace. */
function artel(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const given = { ...process.env, DATABASE_URL: database.databaseUrl, ARTEL_DEBUG: '', ...env }
    execFile(process.execPath, [bin, ...args], { cwd: tmpdir(), env: given }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? -1)
      resolve({ code, stdout, stderr })
    })
  })
}

test('migrate says that a migrated database is up to date', async () => {
  expect(await artel(['migrate'])).toEqual({ code: 0, stdout: 'The database is up to date.\n', stderr: '' })
  expect(await artel(['migrate', '--json'])).toMatchObject({ code: 0, stdout: '{"applied":[]}\n' })
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

test('doctor names a port that is no port, in one line', async () => {
  const { code, stderr } = await artel(['doctor'], { PORT: 'four thousand' })
  expect(code).toBe(1)
  expect(stderr).toBe('PORT must be a number from 1 to 65535; it is "four thousand".\n')
})

test('an unreachable database is one clear line, for every command that needs one', async () => {
  const nowhere = { DATABASE_URL: 'postgresql://artel@127.0.0.1:1/artel' }
  for (const command of ['migrate', 'seed', 'verify', 'serve']) {
    const { code, stderr } = await artel([command], nowhere)
    expect({ command, code }).toEqual({ command, code: 1 })
    expect(stderr).toMatch(/^No PostgreSQL answers at DATABASE_URL .*127\.0\.0\.1:1.*\n$/)
  }
})

test('an unwritable data directory is one clear line', async () => {
  const { code, stderr } = await artel(['migrate'], { DATABASE_URL: '', ARTEL_DATA_DIR: bin })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The data directory .*artel\.js is not writable \(\w+\)\. Set ARTEL_DATA_DIR .*\n$/)
})

test('an unknown command and a foreign id are refused with what is known', async () => {
  expect(await artel(['settle'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Known: serve') })
  const { code, stderr } = await artel(['verify', '--coalition', 'cus_1'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: '"cus_1" is not a coalition\'s id; those look like coa_...\n',
  })
})
