import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { points } from '@artel/ledger'
import { openStore, verify } from '@artel/store'
import {
  findPostgresPrograms,
  freePort,
  type InstalledPostgres,
  NO_POSTGRES_PROGRAMS,
  needs,
  type PostgresPrograms,
  startInstalledPostgres,
} from '@artel/store/testing'
import { readWallet, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8')

// Each command is a process of its own, and all of them wait when the machine is busy.

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const stop of undo.reverse()) await stop()
})

const programs = findPostgresPrograms()
let lost: Awaited<ReturnType<typeof aTownToLose>> | undefined
beforeAll(async () => {
  lost = programs && (await aTownToLose(programs))
})

/** The commands that the page prints under a heading. */
function commandsUnder(heading: string): string {
  const [, section] = PAGE.split(`\n## ${heading}\n`)
  const [, commands] = /\n```sh\n([\s\S]*?)\n```/.exec(section?.split('\n## ')[0] ?? '') ?? []
  if (!commands) throw new Error(`docs/operations.md prints no commands under "${heading}"`)
  return commands
}

interface Site {
  readonly server: InstalledPostgres
  readonly env: Record<string, string>
}

async function aServer(programs: PostgresPrograms, backupDir: string): Promise<Site> {
  const server = await startInstalledPostgres(programs)
  undo.push(() => server.remove())
  const env = {
    PATH: [dirname(programs.psql), dirname(process.execPath), process.env.PATH].join(delimiter),
    ADMIN_URL: server.url('postgres'),
    MIGRATE_URL: server.url('artel', { user: 'artel_migrator', password: 'change-me' }),
    DATABASE_URL: server.url('artel', { user: 'artel_service', password: 'change-me-too' }),
    BACKUP_DIR: backupDir,
    ARTEL_DATA_DIR: join(backupDir, 'data'),
    PORT: String(await freePort()),
  }
  return { server, env }
}

/** Runs commands as an operator does, in the workspace; the first that fails ends them. */
function run({ env }: Site, commands: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      'sh',
      ['-e', '-c', commands],
      { cwd: ROOT, env: { ...process.env, ...env } },
      (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), said: `${out}${err}` }),
    )
  })
}

async function runWell(site: Site, commands: string): Promise<string> {
  const { code, said } = await run(site, commands)
  expect(code, said).toBe(0)
  return said
}

/** A server made by the page, with a coalition that has sold something through the application's login, and its backup. */
async function aTownToLose(programs: PostgresPrograms) {
  const backupDir = mkdtempSync(join(tmpdir(), 'artel-backup-'))
  undo.push(() => rmSync(backupDir, { recursive: true, force: true }))
  const site = await aServer(programs, backupDir)
  await runWell(site, commandsUnder('Roles and database'))
  const store = await openStore({ databaseUrl: site.env.DATABASE_URL ?? '' })
  const town = await aCoalition({ handle: 'zarechye' }).withMember('shop').withCustomer('Anna').open(store)
  for (let sales = 0; sales < 3; sales += 1)
    await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
  await store.close()
  await runWell(site, commandsUnder('Back up'))
  return { programs, backupDir, town }
}

test('the page makes a server, backs it up and restores it into a new one, where the town goes on', async (context) => {
  const { programs, backupDir, town } = needs(context, lost, NO_POSTGRES_PROGRAMS)
  const newSite = await aServer(programs, backupDir)
  const said = await runWell(newSite, commandsUnder('Restore into a new server'))
  expect(said).toContain('The books add up')
  expect(said).not.toContain('FAIL')

  const store = await openStore({ databaseUrl: newSite.env.DATABASE_URL ?? '' })
  undo.push(() => store.close())
  const anna = town.customer('Anna')
  await recordPurchase({ ...town.member('shop').context, store }, aSale(anna))
  const wallets = await readWallet(
    { ...town.adminContext, store },
    { coalitionId: town.id, customerIds: [anna.id] },
  )
  expect(wallets.get(anna.id)?.balance).toBe(points(200n))
  expect(await verify({ databaseUrl: newSite.env.DATABASE_URL ?? '' })).toMatchObject({ ok: true })
})

test('doctor names what a restore without roles leaves, and migrate repairs it, whatever pg_restore was told', async (context) => {
  const { programs, backupDir } = needs(context, lost, NO_POSTGRES_PROGRAMS)
  const newSite = await aServer(programs, backupDir)
  const superuser = { ...newSite, env: { ...newSite.env, DATABASE_URL: newSite.server.url('artel') } }
  // With owners and grants of roles that are not there: pg_restore complains of each and leaves all to the superuser.
  const restored = await run(
    superuser,
    'psql "$ADMIN_URL" -c "create database artel" && pg_restore --dbname="$DATABASE_URL" "$BACKUP_DIR/artel.dump"',
  )
  expect(restored).toMatchObject({
    code: 1,
    said: expect.stringContaining('role "artel_app" does not exist'),
  })
  const before = await run(superuser, 'npm run -s artel -- doctor')
  expect(before.code).toBe(1)
  expect(before.said).toMatch(/FAIL +Roles +artel_owner, artel_app are missing\n.*Run "artel migrate"/)
  expect(before.said).toMatch(/FAIL +Owners, grants .*function \w+ is not owned by artel_owner.* more\n/)
  expect(await runWell(superuser, 'npm run -s artel -- migrate')).toMatch(/^repaired: .*artel_owner/m)
  expect(await runWell(superuser, 'npm run -s artel -- doctor')).not.toContain('FAIL')
})
