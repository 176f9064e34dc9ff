import { createHash } from 'node:crypto'
import { parseCsv } from '@artel/documents'
import { asSuperuser } from '@artel/store/testing'
import {
  advanceExports,
  createApiKey,
  decodePublicId,
  EXPORT_KINDS,
  EXPORT_RULES,
  type ExportReader,
  encodePublicId,
  eraseCustomer,
  recordPurchase,
  refundPurchase,
  revokeApiKey,
} from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, keyed } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS } from '../../auth/access-rules.ts'
import { EXPORT_LISTS } from '../../exports/export-lists.ts'
import { makeExportReader } from '../../exports/make-export-reader.ts'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const FORMULA = '=HYPERLINK("http://evil.example";"Anna")'
const FILE =
  'id kind format state failure rows total percent bytes sha256 through askedAt startedAt url endsAt'
const START = `mutation ($input: ExportStartInput!) { exportStart(input: $input) {
  __typename ... on ExportStartPayload { replayed export { ${FILE} } }
  ... on UserError { code path } ... on TooManyExportsError { limit are } } }`

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ timeZone: 'Asia/Yekaterinburg' })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { name: FORMULA, phone: '+79120000001' })
    .withCustomer('Boris', { at: 'parts', phone: '+79120000002' })
    .open(api.store)
  other = await aCoalition().withMember('stranger').withCustomer('Vera').open(api.store)
  await sell('wash', 'Anna', '-5')
  const { purchase } = await sell('parts', 'Boris', '=cmd|1')
  await refundPurchase(town.member('parts').context, {
    ...{ purchase: { id: purchase.id }, reason: '@brought back', ...keyed() },
  })
  await sell('wash', 'Boris', 'guest')
})
afterAll(() => api.stop())

const sell = (at: string, to: string, receiptRef: string) =>
  recordPurchase(town.member(at).context, aSale(town.customer(to), { receiptRef }))

const reader = (): ExportReader => makeExportReader({ store: api.store, log: pino({ level: 'silent' }) })
const step = (by: ExportReader = reader()) =>
  advanceExports({ store: api.store, principal: { kind: 'operator' } }, { coalitionId: town.id, reader: by })
async function work(by: ExportReader = reader()): Promise<void> {
  while ((await step(by)).more);
}

async function start(key: string, input: Record<string, unknown>) {
  const { data, errors } = await api.call(
    START,
    { input: { format: 'CSV', idempotencyKey: freshKey(), ...input } },
    { key },
  )
  expect(errors).toEqual([])
  return data.exportStart
}
const codeOf = async (key: string, input: Record<string, unknown>) => {
  const { data, errors } = await api.call(
    START,
    { input: { format: 'CSV', idempotencyKey: freshKey(), ...input } },
    { key },
  )
  return errors[0]?.extensions.code ?? data.exportStart.code ?? data.exportStart.__typename
}
async function fileOf(key: string, id: string) {
  const { data } = await api.call(`query ($id: ID!) { export(id: $id) { ${FILE} } }`, { id }, { key })
  return data.export
}
/** A file as its caller gets it: asked for, written, and downloaded. */
async function written(key: string, input: Record<string, unknown>) {
  const started = await start(key, input)
  expect(started.__typename).toBe('ExportStartPayload')
  await work()
  const file = await fileOf(key, started.export.id)
  expect(file).toMatchObject({ state: 'READY', percent: 100, failure: null })
  const response = await fetch(file.url)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { file, response, bytes, text: bytes.toString('utf8') }
}
async function recordsOf(text: string, separator = ','): Promise<Record<string, string>[]> {
  const records: (readonly string[])[] = []
  for await (const { cells } of parseCsv([text.replace('\ufeff', '')], separator)) records.push(cells)
  const [heads = [], ...rows] = records
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])))
}
const rowsOf = async (key: string, input: Record<string, unknown>) =>
  recordsOf((await written(key, input)).text)
/** All files are done with, so that the next test may ask for as many as there may be. */
const forget = () => asSuperuser(api.databaseUrl, 'delete from list_export_part; delete from list_export')

describe('a file of a list', () => {
  test('may be had by whoever may have the list', () => {
    for (const kind of EXPORT_KINDS) {
      if (kind === 'TRANSFERS') continue
      const { admin, member, verb } = EXPORT_RULES[kind]
      expect([kind, ACCESS[`Query.${EXPORT_LISTS[kind].field}`]]).toMatchObject([
        kind,
        { admin: [admin], member, read: verb },
      ])
    }
  })

  test('has of every list what its caller sees there: of a member its own, of an administrator the coalition’s', async () => {
    const seen: Record<string, { admin: number; wash: number | string }> = {}
    for (const kind of EXPORT_KINDS) {
      await forget()
      const admin = await rowsOf(town.adminKey, { kind })
      const wash =
        kind === 'TRANSFERS'
          ? await codeOf(town.member('wash').apiKey, { kind })
          : (await rowsOf(town.member('wash').apiKey, { kind })).length
      seen[kind] = { admin: admin.length, wash }
      expect(JSON.stringify(admin)).not.toContain(encodePublicId('customer', other.customer('Vera').id))
    }
    expect(seen).toMatchObject({
      PURCHASES: { admin: 3, wash: 2 },
      REFUNDS: { admin: 1, wash: 0 },
      CUSTOMERS: { admin: 2, wash: 2 },
      TRANSFERS: { wash: 'FORBIDDEN' },
      STATEMENTS: { admin: 0, wash: 0 },
    })
    expect(seen.TRANSFERS?.admin).toBeGreaterThan(4)
    expect(seen.ENTRIES?.admin).toBeGreaterThan(Number(seen.ENTRIES?.wash))
    expect(seen.AUDIT?.admin).toBeGreaterThan(Number(seen.AUDIT?.wash))
  })

  test('masks the contacts of customers whom others enrolled, and leaves out whom a member never served', async () => {
    await forget()
    const rows = await rowsOf(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
    const [boris, anna] = rows
    expect(anna).toMatchObject({ name: `'${FORMULA}`, phone: "'+79120000001" })
    expect(boris?.name).toBe('Boris')
    expect(boris?.phone).not.toContain('+79120000002')
    const parts = await rowsOf(town.member('parts').apiKey, { kind: 'CUSTOMERS' })
    expect(parts.map(({ name }) => name)).toEqual(['Boris'])
  })

  test('is refused to keys without the scope, and each filter to lists that have none such', async () => {
    const { secret } = await createApiKey(town.member('wash').context, { name: 'x', scopes: ['wallet:read'] })
    expect(await codeOf(secret, { kind: 'CUSTOMERS' })).toBe('FORBIDDEN')
    expect(await codeOf(secret, { kind: 'PURCHASES' })).toBe('FORBIDDEN')
    expect(await codeOf(town.adminKey, { kind: 'AUDIT', filters: { windowNo: 1 } })).toBe('INVALID_INPUT')
    expect(
      await codeOf(town.adminKey, {
        kind: 'ENTRIES',
        filters: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      }),
    ).toBe('INVALID_INPUT')
  })

  test('is narrowed by its filters', async () => {
    await forget()
    const memberId = encodePublicId('member', town.member('parts').id)
    const rows = await rowsOf(town.adminKey, { kind: 'PURCHASES', filters: { memberId } })
    expect(rows.map(({ member }) => member)).toEqual(['parts'])
    const customerId = encodePublicId('customer', town.customer('Anna').id)
    const own = await rowsOf(town.adminKey, { kind: 'ENTRIES', filters: { customerId } })
    expect(new Set(own.map(({ customer }) => customer))).toEqual(new Set([customerId]))
    expect(await rowsOf(town.adminKey, { kind: 'AUDIT', filters: { from: '2100-01-01T00:00:00Z' } })).toEqual(
      [],
    )
  })

  test('has its hash, its length and its name in the answer, and runs nothing in a spreadsheet', async () => {
    await forget()
    const { file, response, bytes, text } = await written(town.adminKey, {
      kind: 'PURCHASES',
      format: 'CSV_RU',
    })
    const sha256 = createHash('sha256').update(bytes).digest()
    expect(file).toMatchObject({ sha256: sha256.toString('hex'), bytes: bytes.byteLength, total: file.rows })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${file.sha256}"`,
      'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="purchases-${file.id}.csv"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const again = await fetch(file.url, { headers: { 'if-none-match': `"${file.sha256}"` } })
    expect(again.status).toBe(304)
    expect(text.startsWith('\ufeffномер;участник;')).toBe(true)
    const rows = await recordsOf(text, ';')
    expect(rows.map(({ чек }) => чек)).toEqual(['guest', "'=cmd|1", "'-5"])
    for (const row of rows) {
      expect(row).toMatchObject({ сумма: '1000,00', 'начислено баллов': '50' })
      expect(row.записана).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/)
    }
  })

  test('is JSON Lines with the amounts of the books, exact', async () => {
    await forget()
    const { text } = await written(town.adminKey, { kind: 'TRANSFERS', format: 'JSONL' })
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { rows: booked } = await api.store.pool.query<{ unit: string; sum: string }>(
      'select unit, sum(amount)::text as sum from transfer where coalition_id = $1 group by unit',
      [town.id],
    )
    const sum = (name: string) =>
      rows.reduce((total, row) => total + BigInt((row[name] ?? '0').replace('.', '')), 0n)
    expect(Object.fromEntries(booked.map(({ unit, sum: whole }) => [unit, BigInt(whole)]))).toEqual({
      ...{ POINTS: sum('points'), MONEY: sum('money') },
    })
    expect(rows[0].postedAt).toMatch(/^\d{4}-.*Z$/)
  })

  test('is asked for once under a key, and never more than three at once', async () => {
    await forget()
    const input = { kind: 'PURCHASES', idempotencyKey: freshKey() }
    const first = await start(town.adminKey, input)
    const again = await start(town.adminKey, input)
    expect([first.replayed, again.replayed, again.export.id]).toEqual([false, true, first.export.id])
    expect(await codeOf(town.adminKey, { ...input, format: 'JSONL' })).toBe('IDEMPOTENCY_KEY_MISMATCH')
    const more = await Promise.all([1, 2, 3, 4].map(() => start(town.adminKey, { kind: 'ENTRIES' })))
    expect(more.filter(({ __typename }) => __typename === 'ExportStartPayload')).toHaveLength(2)
    expect(more.find(({ code }) => code)).toMatchObject({
      code: 'TOO_MANY_EXPORTS',
      limit: 3,
      are: 'RUNNING',
    })
    // Another has its own.
    expect(await codeOf(town.member('wash').apiKey, { kind: 'PURCHASES' })).toBe('ExportStartPayload')
    await work()
    expect(await codeOf(town.adminKey, { kind: 'PURCHASES' })).toBe('ExportStartPayload')
  })

  test('is told to the audit log with whether it names customers', async () => {
    await forget()
    const { file } = await written(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
    const { data } = await api.call(
      'query ($subject: ID!) { auditEvents(filter: { subject: $subject }) { nodes { act actorKind member { handle } subjectId details { name after } } } }',
      { subject: file.id },
      { key: town.adminKey },
    )
    expect(data.auditEvents.nodes).toEqual([
      {
        ...{ act: 'exportStart', actorKind: 'KEY', member: { handle: 'wash' }, subjectId: file.id },
        details: [
          { name: 'format', after: 'CSV' },
          { name: 'kind', after: 'CUSTOMERS' },
          { name: 'personal', after: 'true' },
        ],
      },
    ])
  })
})

describe('an address', () => {
  test('opens its own file alone, to nobody with another signature, and says nothing of what there is', async () => {
    await forget()
    const { file } = await written(town.adminKey, { kind: 'PURCHASES' })
    const another = await written(town.adminKey, { kind: 'AUDIT' })
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
    await forget()
    const { file } = await written(town.adminKey, { kind: 'PURCHASES' })
    await asSuperuser(api.databaseUrl, "update list_export set ends_at = now() - interval '1 second'")
    expect((await fetch(file.url)).status).toBe(404)
    await work()
    expect(await fileOf(town.adminKey, file.id)).toMatchObject({ state: 'ENDED', url: null })
    expect(await api.store.prisma.listExportPart.count()).toBe(0)
  })

  test('is given to whoever asked, as long as they may read as much; to another key of the member there is no file', async () => {
    await forget()
    const { file } = await written(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
    const { secret } = await createApiKey(town.member('wash').context, {
      ...{ name: 'another', scopes: ['customers:read', 'purchases:write'] },
    })
    expect(await fileOf(secret, file.id)).toBeNull()
    expect(await fileOf(town.adminKey, file.id)).toBeNull()
    const { data } = await api.call('{ exports { nodes { id } } }', {}, { key: town.member('wash').apiKey })
    expect(data.exports.nodes).toEqual([{ id: file.id }])
  })
})

describe('a file that is being written', () => {
  test('of 20 000 rows is read page by page, moves on, and has every row once', async () => {
    await forget()
    const ROWS = 20_000
    await asSuperuser(
      api.databaseUrl,
      `set session_replication_role = replica;
      insert into customer select (jsonb_populate_record(x, jsonb_build_object('customer_id', gen_random_uuid(), 'phone', null, 'email', null))).*
        from (select x from customer x where coalition_id = '${other.id}' limit 1) one, generate_series(1, ${ROWS});
      update customer set coalition_id = '${town.id}', enrolled_by_id = '${town.member('wash').id}'
        where coalition_id = '${other.id}' and phone is null and customer_id <> '${other.customer('Vera').id}'`,
    )
    const pages: number[] = []
    const real = reader()
    const counting: ExportReader = {
      columns: reader().columns,
      page: async (asked) => {
        const page = await real.page(asked)
        pages.push(page.rows.length)
        return page
      },
    }
    const started = await start(town.adminKey, { kind: 'CUSTOMERS', format: 'JSONL' })
    const moved: number[] = []
    while ((await step(counting)).more) moved.push((await fileOf(town.adminKey, started.export.id)).rows)
    expect(Math.max(...pages)).toBe(100)
    expect(pages.length).toBeGreaterThan(ROWS / 100)
    expect(moved.length).toBeGreaterThan(20)
    expect(moved).toEqual(moved.toSorted((a, b) => a - b))
    const parts = await api.store.prisma.listExportPart.findMany()
    expect(Math.max(...parts.map(({ body }) => body.byteLength))).toBeLessThan(1_000_000)
    const file = await fileOf(town.adminKey, started.export.id)
    const text = await (await fetch(file.url)).text()
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(await api.store.prisma.customer.count({ where: { coalitionId: town.id } }))
    expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256)
    await asSuperuser(
      api.databaseUrl,
      `set session_replication_role = replica; delete from customer where coalition_id = '${town.id}' and phone is null`,
    )
  })

  test('goes up to the batch that was the last when it was asked for, whatever is sold meanwhile', async () => {
    await forget()
    const before = await api.store.prisma.purchase.findMany({ where: { coalitionId: town.id } })
    const started = await start(town.adminKey, { kind: 'PURCHASES' })
    const { purchase } = await sell('wash', 'Anna', 'while it is written')
    const { purchase: twin } = await sell('wash', 'Anna', 'in the same millisecond')
    const head = await api.store.prisma.listExport.findFirstOrThrow({ where: { coalitionId: town.id } })
    await asSuperuser(
      api.databaseUrl,
      `set session_replication_role = replica;
      update purchase set recorded_at = '${head.throughAt.toISOString()}'::timestamptz + interval '700 microseconds' where purchase_id = '${twin.id}'`,
    )
    await work()
    const file = await fileOf(town.adminKey, started.export.id)
    const ids = (await recordsOf(await (await fetch(file.url)).text())).map(({ id = '' }) =>
      decodePublicId('purchase', id),
    )
    expect(new Set(ids)).toEqual(new Set(before.map(({ id }) => id)))
    expect(ids).not.toContain(purchase.id)
    expect(file.through).toMatch(new RegExp(`^${head.throughBatchNo}:[0-9a-f]{64}$`))
  })

  test('is written once by two workers that take the same piece', async () => {
    await forget()
    const alone = await written(town.adminKey, { kind: 'AUDIT', filters: { to: new Date().toISOString() } })
    const started = await start(town.adminKey, { kind: 'AUDIT', filters: { to: alone.file.askedAt } })
    while ((await Promise.all([step(), step(), step()])).some(({ more }) => more));
    const file = await fileOf(town.adminKey, started.export.id)
    expect(file).toMatchObject({ state: 'READY' })
    const rows = await recordsOf(await (await fetch(file.url)).text())
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(20)
  })

  test('is given up when the key that asked for it is revoked', async () => {
    await forget()
    const { secret, apiKey } = await createApiKey(town.member('wash').context, {
      ...{ name: 'short', scopes: ['customers:read'] },
    })
    const started = await start(secret, { kind: 'CUSTOMERS' })
    await revokeApiKey(town.member('wash').context, { id: apiKey.id })
    await work()
    const row = await api.store.prisma.listExport.findFirstOrThrow({
      where: { id: decodePublicId('export', started.export.id) ?? '' },
    })
    expect(row).toMatchObject({ state: 'FAILED', failure: 'FORBIDDEN', rows: 0 })
  })

  test('with customers in it is taken away when one of them is erased, ready or not', async () => {
    await forget()
    const { file } = await written(town.adminKey, { kind: 'CUSTOMERS' })
    const sales = await written(town.adminKey, { kind: 'PURCHASES' })
    const running = await start(town.adminKey, { kind: 'CUSTOMERS' })
    await eraseCustomer(town.adminContext, {
      ...{ customerId: town.customer('Boris').id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
    })
    expect((await fetch(file.url)).status).toBe(404)
    await work()
    expect(await fileOf(town.adminKey, running.export.id)).toMatchObject({ state: 'ENDED', url: null })
    expect((await fetch(sales.file.url)).status).toBe(200)
    const left = await api.store.prisma.listExportPart.findMany({ select: { exportId: true } })
    expect(new Set(left.map(({ exportId }) => encodePublicId('export', exportId)))).toEqual(
      new Set([sales.file.id]),
    )
  })
})
