import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, verify } from '@artel/store'
import {
  findPostgresPrograms,
  freePort,
  NO_POSTGRES_PROGRAMS,
  needs,
  startInstalledPostgres,
} from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale } from '@artel/use-cases/testing'
import { validate } from 'dockerfile-utils'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'

// No engine runs here: what the two files say is held against each other and against the command, and the script that
// prepares the database is run on a real server.

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
const composed = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'), { merge: true })
const own: [string, Record<string, unknown>][] = Object.entries<Record<string, unknown>>(
  composed.services,
).filter(([name]) => name !== 'database')

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const stop of undo.reverse()) await stop()
})

test('the file of the image is sound, and its last stage runs what is in the workspace as no root', () => {
  expect(validate(image)).toEqual([])
  const last = image.slice(image.lastIndexOf('\nFROM '))
  expect(last).toMatch(/\nUSER node\n/)
  const [, entry] = /\nENTRYPOINT (\[.*\])\n/.exec(last) ?? []
  const [node, program] = JSON.parse(entry ?? '[]')
  expect(node).toBe('node')
  expect(readFileSync(join(ROOT, program), 'utf8')).toContain('runArtel')
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('"build":')
})

test.each(own)('%s can write nothing but its temporary files, and gets no rights', (_name, service) => {
  expect(service).toMatchObject({
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  })
  expect(service.privileged ?? service.user ?? service.volumes).toBeUndefined()
})

test('what a file leaves to its reader has no default where a secret stands, and is explained', () => {
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8')
  const required = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name ?? ''))
  const asked = new Set([...text.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name ?? ''))
  expect([...asked].filter((name) => /PASSWORD|KEY$/.test(name)).sort()).toEqual(
    [...required].filter((name) => /PASSWORD|KEY$/.test(name)).sort(),
  )
  const page = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8')
  expect([...asked].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

/** Runs a command as a container would, with nothing of this process's own settings. */
function run(command: string, args: readonly string[], env: Record<string, string>) {
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(command, args, { cwd: ROOT, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), said: `${out}${err}` }),
    )
  })
}

test('the script of roles, then `migrate` of its service, make a database on which the API’s login sells', async (context) => {
  const programs = needs(context, findPostgresPrograms(), NO_POSTGRES_PROGRAMS)
  const server = await startInstalledPostgres(programs)
  undo.push(() => server.remove())
  const PATH = [dirname(programs.psql), dirname(process.execPath), process.env.PATH].join(delimiter)
  // As Compose hands it on: a dollar sign is written twice there.
  const script = String(composed.configs.roles.content).replaceAll('$$', '$')
  const passwords = { MIGRATOR_PASSWORD: "it's a secret", SERVICE_PASSWORD: 'another one' }
  const client = { PGHOST: '127.0.0.1', PGPORT: String(server.port), PGPASSWORD: 'superuser' }
  const made = await run('sh', ['-c', script], { PATH, ...passwords, ...client })
  expect(made.code, made.said).toBe(0)

  const url = (user: string, password: string) =>
    server.url('artel', { user, password: encodeURIComponent(password) })
  const artel = (command: string, databaseUrl: string, port = 4000) =>
    run(process.execPath, [join(ROOT, 'packages/cli/bin/artel.js'), command], {
      PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      ARTEL_DATA_DIR: '/proc/artel', // a root that nobody writes to
      PORT: String(port),
    })
  const migrated = await artel('migrate', url('artel_migrator', passwords.MIGRATOR_PASSWORD))
  expect(migrated.code, migrated.said).toBe(0)
  const databaseUrl = url('artel_service', passwords.SERVICE_PASSWORD)
  const examined = await artel('doctor', databaseUrl, await freePort())
  expect(examined.said).not.toContain('FAIL')
  expect(examined.code).toBe(0)

  const store = await openStore({ databaseUrl })
  undo.push(() => store.close())
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(store)
  await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
  expect(await verify({ databaseUrl })).toMatchObject({ ok: true })
})
