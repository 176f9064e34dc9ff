import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { InvalidRequestError, type TypedDocument } from '@artel/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rub, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
beforeAll(async () => {
  world = await startSdkWorld()
})
afterAll(() => world?.stop())

describe('the coalition', () => {
  it('shows what members owe and are owed, and that every point is covered', async () => {
    const { id } = await world.customerWith150Points()
    const before = await world.wash.members.position()
    await world.wash.purchases
      .record({ customer: { id }, receiptRef: 'pos-1', total: rub(1_000), points: 100n })
      .unwrap()
    const after = await world.wash.members.position()
    // Points that the service issued: who took them is owed for them.
    const gained = BigInt(after.isOwed.amountMicros) - BigInt(before.isOwed.amountMicros)
    expect(gained).toBeGreaterThan(0n)
    const me = await world.wash.members.me()
    expect(me.handle).toBe('blesk')
    expect(await world.admin.members.position({ memberId: me.id })).toMatchObject({ net: after.net })
    const coverage = await world.admin.coalition.coverage()
    expect(coverage.covered).toBe(true)
    expect(
      (await world.admin.members.list().toArray({ limit: 10 })).map(({ handle }) => handle).sort(),
    ).toEqual(['blesk', 'motor-yard'])
  })

  it('lets a sandbox age its points', async () => {
    const before = await world.admin.coalition.get()
    const { coalition } = await world.admin.coalition.advanceClock({ seconds: 86_400 }).unwrap()
    expect(Date.parse(coalition.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(86_400_000)
  })

  it('answers a document of the caller\u2019s own', async () => {
    const { id } = await world.customerWith150Points()
    const Lots = documentOf<
      { customer: { wallet: { lots: { remaining: string }[] } } | null },
      { id: string }
    >('query Lots($id: ID!) { customer(by: { id: $id }) { wallet { lots { remaining } } } }')
    const { customer } = await world.service.query(Lots, { id })
    expect(customer?.wallet.lots).toEqual([{ remaining: '150' }])
  })
})

it('answers through urql, its errors typed as those of every other way in', async () => {
  const { urql } = world.service
  const { data, extensions } = await urql.query('query Kind { viewer { kind } }', {}).toPromise()
  expect(data).toEqual({ viewer: { kind: 'MEMBER' } })
  expect(extensions?.requestId).toEqual(expect.any(String))
  const wrong = await urql.query('query Wrong { viewer { height } }', {}).toPromise()
  expect(wrong.error?.graphQLErrors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(wrong.error?.cause).toBeInstanceOf(InvalidRequestError)
})

it('sends equal sales made at the same time as two requests, of which the API does one', async () => {
  const { id } = await world.customerWith150Points()
  const sale = { customer: { id }, receiptRef: 'twin', total: rub(100), idempotencyKey: 'twin' }
  const twins = await Promise.all([
    world.service.purchases.record(sale).unwrap(),
    world.service.purchases.record(sale).unwrap(),
  ])
  expect(twins.map(({ replayed }) => replayed).sort()).toEqual([false, true])
  expect(new Set(twins.map(({ purchase }) => purchase.id)).size).toBe(1)
})

it('runs the quick start of its README as it stands', async () => {
  const readme = fileURLToPath(new URL('../../../../packages/sdk/README.md', import.meta.url))
  const [, code = ''] = /```ts quick-start\n([\s\S]*?)```/.exec(await readFile(readme, 'utf8')) ?? []
  // Beside this file, so that Node finds the package as it would in a stranger's project.
  const script = fileURLToPath(new URL('./quick-start.tmp.mjs', import.meta.url))
  await writeFile(script, code)
  try {
    const env = { ...process.env, ARTEL_API_KEY: world.serviceKey, ARTEL_API_URL: world.url }
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env })
    expect(stdout).toBe('earned 150, balance 150\nspent 150, to pay 85000 kopecks\n')
  } finally {
    await rm(script)
  }
})

function documentOf<Data, Variables>(text: string): TypedDocument<Data, Variables> {
  // A document of the string mode is a String object that carries its types.
  return new String(text) as TypedDocument<Data, Variables>
}
