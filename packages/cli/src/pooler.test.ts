import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { points } from '@artel/ledger'
import {
  createTestDatabase,
  findPgBouncer,
  freePort,
  NO_PGBOUNCER,
  needs,
  startPgBouncer,
} from '@artel/store/testing'
import { createHold, readWallet, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale } from '@artel/use-cases/testing'
import { installQueues } from '@artel/worker'
import { afterAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/artel.js', import.meta.url))

const undo: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const stop of undo.reverse()) await stop()
})

test('serve and its worker run behind PgBouncer alone, and refuse a pooler that nobody declared', async (context) => {
  const program = needs(context, findPgBouncer(), NO_PGBOUNCER)
  const database = await createTestDatabase()
  undo.push(database.drop)
  await installQueues(database)
  const pooler = await startPgBouncer(program, database.databaseUrl)
  undo.push(pooler.stop)
  const url = pooler.url(new URL(database.databaseUrl).pathname.slice(1))

  const undeclared = await serve(url, {})
  expect((await once(undeclared.child, 'close'))[0]).toBe(1)
  expect(undeclared.said()).toMatch(/Set DATABASE_POOLER=transaction/)

  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
  await createHold(town.member('shop').context, aHold(town.customer('Anna'), { points: points(20n) }))
  await database.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: 400 * 86_400 } },
  })
  const { child, address } = await serve(url, { DATABASE_POOLER: 'transaction' })
  await expect.poll(async () => (await fetch(`${address}/readyz`).catch(() => undefined))?.status).toBe(200)
  // Nobody announces what is due: the worker looks, releases the hold and lets the points expire.
  const input = { coalitionId: town.id, customerIds: [town.customer('Anna').id] }
  const wallet = async () => [...(await readWallet(town.adminContext, input)).values()][0]
  await expect.poll(wallet).toMatchObject({ balance: 0n, reserved: 0n })
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.adminKey}` },
    body: JSON.stringify({ query: '{ coalition { name members { nodes { handle } } } }' }),
  })
  expect(await response.json()).toMatchObject({
    data: { coalition: { members: { nodes: [{ handle: 'shop' }] } } },
  })
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
})

async function serve(databaseUrl: string, env: Record<string, string>) {
  const port = String(await freePort())
  const given = { ...process.env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: '', PORT: port, ...env }
  const child = spawn(process.execPath, [bin, 'serve'], { cwd: tmpdir(), env: given })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return { child, address: `http://127.0.0.1:${port}`, said: () => said }
}
