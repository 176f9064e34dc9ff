import { createHash } from 'node:crypto'
import { coalitionsToExport } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import {
  createApiKey,
  decodePublicId,
  type ExportReader,
  encodePublicId,
  eraseCustomer,
  recordPurchase,
  revokeApiKey,
} from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFiles, recordsOf } from '../../testing/list-files.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let files: ReturnType<typeof listFiles>
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris', { at: 'parts' })
    .open(api.store)
  files = listFiles(api, town)
  await sell('wash', 'Anna')
})
afterAll(() => api.stop())
beforeEach(() => files.forget())

const GAVE_UP = { state: 'FAILED', failure: 'GAVE_UP', url: null }
/** Files that are being written were asked for two days ago, and are due. */
const anotherDay = () =>
  asSuperuser(
    api.databaseUrl,
    "update list_export set started_at = now() - interval '2 days', moved_at = now() where state in ('QUEUED', 'RUNNING')",
  )
const sell = (at: string, to: string) => recordPurchase(town.member(at).context, aSale(town.customer(to)))

describe('an address', () => {
  test('opens its own file alone, to nobody with another signature, and says nothing of what there is', async () => {
    const { file } = await files.written(town.adminKey, { kind: 'PURCHASES' })
    const another = await files.written(town.adminKey, { kind: 'AUDIT' })
    const [address = '', token = ''] = file.url.split('?link=')
    const [head = '', body = '', signature = ''] = token.split('.')
    const [, , foreign = ''] = (another.file.url.split('?link=')[1] ?? '').split('.')
    const nowhere = encodePublicId('export', town.id)
    const refused = [
      address,
      `${address}?link=`,
      `${address}?link=${head}.${body}.${foreign}`,
      `${address}?link=${head}.${body}.`,
      `${another.file.url.split('?')[0]}?link=${token}`,
      `${api.url}/exports/${nowhere}?link=${token}`,
      `${api.url}/exports/${nowhere}`,
      `${address}?link=${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
    ]
    const answers = await Promise.all(
      refused.map(async (url) => {
        const response = await fetch(url)
        const { errors } = (await response.json()) as {
          errors: { message: string; extensions: { code: string } }[]
        }
        return [response.status, errors[0]?.message, errors[0]?.extensions.code]
      }),
    )
    expect(answers).toEqual(refused.map(() => answers[0]))
    expect(answers[0]?.[2]).toBe('NOT_FOUND')
    expect(signature).not.toBe('')
    expect((await fetch(file.url)).status).toBe(200)
  })

  test('ends with the file, which is removed', async () => {
    const { file } = await files.written(town.adminKey, { kind: 'PURCHASES' })
    await asSuperuser(api.databaseUrl, "update list_export set ends_at = now() - interval '1 second'")
    expect((await fetch(file.url)).status).toBe(404)
    await files.work()
    expect(await files.fileOf(town.adminKey, file.id)).toMatchObject({ state: 'ENDED', url: null })
    expect(await api.store.prisma.listExportPart.count()).toBe(0)
  })

  test('is given to whoever asked, as long as they may read as much; to another key of the member there is no file', async () => {
    const { file } = await files.written(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
    const { secret } = await createApiKey(town.member('wash').context, {
      ...{ name: 'another', scopes: ['customers:read', 'purchases:write'] },
    })
    expect(await files.fileOf(secret, file.id)).toBeNull()
    expect(await files.fileOf(town.adminKey, file.id)).toBeNull()
    const { data } = await api.call('{ exports { nodes { id } } }', {}, { key: town.member('wash').apiKey })
    expect(data.exports.nodes).toEqual([{ id: file.id }])
  })
})

describe('a file that is being written', () => {
  test('of 20 000 rows is read page by page, moves on, and has every row once', async () => {
    const ROWS = 20_000
    await asSuperuser(
      api.databaseUrl,
      `set session_replication_role = replica;
      insert into customer select (jsonb_populate_record(x, jsonb_build_object('customer_id', gen_random_uuid(), 'phone', null, 'email', null))).*
        from (select x from customer x where customer_id = '${town.customer('Anna').id}') one, generate_series(1, ${ROWS})`,
    )
    const pages: number[] = []
    const real = files.reader
    const counting: ExportReader = {
      columns: files.reader.columns,
      page: async (asked) => {
        const page = await real.page(asked)
        pages.push(page.rows.length)
        return page
      },
    }
    const started = await files.start(town.adminKey, { kind: 'CUSTOMERS', format: 'JSONL' })
    const moved: number[] = []
    while ((await files.step(counting)).more)
      moved.push((await files.fileOf(town.adminKey, started.export.id)).rows)
    expect(Math.max(...pages)).toBe(100)
    expect(pages.length).toBeGreaterThan(ROWS / 100)
    expect(moved.length).toBeGreaterThan(20)
    expect(moved).toEqual(moved.toSorted((a, b) => a - b))
    const parts = await api.store.prisma.listExportPart.findMany()
    expect(Math.max(...parts.map(({ body }) => body.byteLength))).toBeLessThan(1_000_000)
    const file = await files.fileOf(town.adminKey, started.export.id)
    const text = await (await fetch(file.url)).text()
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(await api.store.prisma.customer.count({ where: { coalitionId: town.id } }))
    expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256)
  })

  test('goes up to the batch that was the last when it was asked for, whatever is sold meanwhile', async () => {
    const before = await api.store.prisma.purchase.findMany({ where: { coalitionId: town.id } })
    const started = await files.start(town.adminKey, { kind: 'PURCHASES' })
    const { purchase } = await sell('wash', 'Anna')
    const { purchase: twin } = await sell('wash', 'Anna')
    const head = await api.store.prisma.listExport.findFirstOrThrow({ where: { coalitionId: town.id } })
    await asSuperuser(
      api.databaseUrl,
      `set session_replication_role = replica;
      update purchase set recorded_at = '${head.throughAt.toISOString()}'::timestamptz + interval '700 microseconds' where purchase_id = '${twin.id}'`,
    )
    await files.work()
    const file = await files.fileOf(town.adminKey, started.export.id)
    const ids = (await recordsOf(await (await fetch(file.url)).text())).map(({ id = '' }) =>
      decodePublicId('purchase', id),
    )
    expect(new Set(ids)).toEqual(new Set(before.map(({ id }) => id)))
    expect(ids).not.toContain(purchase.id)
    expect(file.through).toMatch(new RegExp(`^${head.throughBatchNo}:[0-9a-f]{64}$`))
  })

  test('is written once by workers that take the same piece', async () => {
    const alone = await files.written(town.adminKey, {
      kind: 'AUDIT',
      filters: { to: new Date().toISOString() },
    })
    const started = await files.start(town.adminKey, { kind: 'AUDIT', filters: { to: alone.file.askedAt } })
    while ((await Promise.all([files.step(), files.step(), files.step()])).some(({ more }) => more));
    const file = await files.fileOf(town.adminKey, started.export.id)
    expect(file).toMatchObject({ state: 'READY' })
    const rows = await recordsOf(await (await fetch(file.url)).text())
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length)
    expect(rows.length).toBe(alone.file.rows)
  })

  test('that cannot be read just now is put off without keeping the others, and is given up after a day', async () => {
    let tries = 0
    const away: ExportReader = {
      columns: files.reader.columns,
      page: (asked) => {
        if (asked.kind !== 'AUDIT') return files.reader.page(asked)
        tries += 1
        return Promise.reject(new Error('away'))
      },
    }
    const stuck = await files.start(town.adminKey, { kind: 'AUDIT' })
    const other = await files.start(town.adminKey, { kind: 'PURCHASES' })
    const exportId = decodePublicId('export', stuck.export.id)
    expect(await files.step(away)).toMatchObject({ more: true, postponed: { exportId } })
    expect(await coalitionsToExport(api.store)).toEqual([town.id])
    while ((await files.step(away)).more);
    expect(await files.fileOf(town.adminKey, other.export.id)).toMatchObject({ state: 'READY' })
    expect(await files.fileOf(town.adminKey, stuck.export.id)).toMatchObject({ state: 'QUEUED' })
    expect(tries).toBe(1)
    expect(await coalitionsToExport(api.store)).toEqual([])
    await anotherDay()
    expect(await coalitionsToExport(api.store)).toEqual([town.id])
    expect(await files.step(away)).toMatchObject({ postponed: { exportId } })
    expect(await files.fileOf(town.adminKey, stuck.export.id)).toMatchObject(GAVE_UP)
  })

  test('whose hash cannot be taken lets the others go on, and is given up after a day', async () => {
    const stuck = await files.start(town.adminKey, { kind: 'PURCHASES' })
    await files.step()
    await asSuperuser(api.databaseUrl, 'delete from list_export_part')
    const other = await files.start(town.adminKey, { kind: 'REFUNDS' })
    await files.work()
    expect(await files.fileOf(town.adminKey, other.export.id)).toMatchObject({ state: 'READY' })
    expect(await files.fileOf(town.adminKey, stuck.export.id)).toMatchObject({ state: 'RUNNING' })
    await anotherDay()
    await files.work()
    expect(await files.fileOf(town.adminKey, stuck.export.id)).toMatchObject(GAVE_UP)
  })

  test('is given up when the key that asked for it is revoked', async () => {
    const { secret, apiKey } = await createApiKey(town.member('wash').context, {
      ...{ name: 'short', scopes: ['customers:read'] },
    })
    const started = await files.start(secret, { kind: 'CUSTOMERS' })
    await revokeApiKey(town.member('wash').context, { id: apiKey.id })
    await files.work()
    const row = await api.store.prisma.listExport.findFirstOrThrow({
      where: { id: decodePublicId('export', started.export.id) ?? '' },
    })
    expect(row).toMatchObject({ state: 'FAILED', failure: 'FORBIDDEN', rows: 0 })
  })

  test('with customers in it is taken away when one of them is erased, ready or not', async () => {
    const { file } = await files.written(town.adminKey, { kind: 'CUSTOMERS' })
    const sales = await files.written(town.adminKey, { kind: 'PURCHASES' })
    const running = await files.start(town.adminKey, { kind: 'CUSTOMERS' })
    await eraseCustomer(town.adminContext, {
      ...{ customerId: town.customer('Boris').id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
    })
    expect((await fetch(file.url)).status).toBe(404)
    await files.work()
    expect(await files.fileOf(town.adminKey, running.export.id)).toMatchObject({ state: 'ENDED', url: null })
    expect((await fetch(sales.file.url)).status).toBe(200)
    const left = await api.store.prisma.listExportPart.findMany({ select: { exportId: true } })
    expect(new Set(left.map(({ exportId }) => encodePublicId('export', exportId)))).toEqual(
      new Set([sales.file.id]),
    )
  })
})
