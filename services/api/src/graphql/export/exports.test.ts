import { createHash } from 'node:crypto'
import {
  createApiKey,
  EXPORT_KINDS,
  EXPORT_RULES,
  encodePublicId,
  recordPurchase,
  refundPurchase,
} from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, keyed } from '@artel/use-cases/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCESS } from '../../auth/access-rules.ts'
import { EXPORT_LISTS } from '../../exports/export-lists.ts'
import { listFiles, recordsOf } from '../../testing/list-files.ts'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const FORMULA = '=HYPERLINK("http://evil.example";"Anna")'

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
let files: ReturnType<typeof listFiles>
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ timeZone: 'Asia/Yekaterinburg' })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { name: FORMULA, phone: '+79120000001' })
    .withCustomer('Boris', { at: 'parts', phone: '+79120000002' })
    .open(api.store)
  other = await aCoalition().withMember('stranger').withCustomer('Vera').open(api.store)
  files = listFiles(api, town)
  await sell('wash', 'Anna', '-5')
  const { purchase } = await sell('parts', 'Boris', '=cmd|1')
  await refundPurchase(town.member('parts').context, {
    ...{ purchase: { id: purchase.id }, reason: '@brought back', ...keyed() },
  })
  await sell('wash', 'Boris', 'guest')
})
afterAll(() => api.stop())
beforeEach(() => files.forget())

const sell = (at: string, to: string, receiptRef: string) =>
  recordPurchase(town.member(at).context, aSale(town.customer(to), { receiptRef }))

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
      await files.forget()
      const admin = await files.rowsOf(town.adminKey, { kind })
      const wash =
        kind === 'TRANSFERS'
          ? await files.codeOf(town.member('wash').apiKey, { kind })
          : (await files.rowsOf(town.member('wash').apiKey, { kind })).length
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
    const rows = await files.rowsOf(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
    const [boris, anna] = rows
    expect(anna).toMatchObject({ name: `'${FORMULA}`, phone: "'+79120000001" })
    expect(boris?.name).toBe('Boris')
    expect(boris?.phone).not.toContain('+79120000002')
    const parts = await files.rowsOf(town.member('parts').apiKey, { kind: 'CUSTOMERS' })
    expect(parts.map(({ name }) => name)).toEqual(['Boris'])
  })

  test('is refused to keys without the scope, and each filter to lists that have none such', async () => {
    const { secret } = await createApiKey(town.member('wash').context, { name: 'x', scopes: ['wallet:read'] })
    expect(await files.codeOf(secret, { kind: 'CUSTOMERS' })).toBe('FORBIDDEN')
    expect(await files.codeOf(secret, { kind: 'PURCHASES' })).toBe('FORBIDDEN')
    expect(await files.codeOf(town.adminKey, { kind: 'AUDIT', filters: { windowNo: 1 } })).toBe(
      'INVALID_INPUT',
    )
    expect(
      await files.codeOf(town.adminKey, {
        kind: 'ENTRIES',
        filters: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      }),
    ).toBe('INVALID_INPUT')
  })

  test('names no other member for a member', async () => {
    const memberId = encodePublicId('member', town.member('parts').id)
    expect(await files.codeOf(town.member('wash').apiKey, { kind: 'CUSTOMERS', filters: { memberId } })).toBe(
      'NOT_FOUND',
    )
  })

  test('is narrowed by its filters', async () => {
    const memberId = encodePublicId('member', town.member('parts').id)
    const rows = await files.rowsOf(town.adminKey, { kind: 'PURCHASES', filters: { memberId } })
    expect(rows.map(({ member }) => member)).toEqual(['parts'])
    const customerId = encodePublicId('customer', town.customer('Anna').id)
    const own = await files.rowsOf(town.adminKey, { kind: 'ENTRIES', filters: { customerId } })
    expect(new Set(own.map(({ customer }) => customer))).toEqual(new Set([customerId]))
    expect(
      await files.rowsOf(town.adminKey, { kind: 'AUDIT', filters: { from: '2100-01-01T00:00:00Z' } }),
    ).toEqual([])
  })

  test('has its hash, its length and its name in the answer, and runs nothing in a spreadsheet', async () => {
    const { file, response, bytes, text } = await files.written(town.adminKey, {
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
    const { text } = await files.written(town.adminKey, { kind: 'TRANSFERS', format: 'JSONL' })
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
    const input = { kind: 'PURCHASES', idempotencyKey: freshKey() }
    const first = await files.start(town.adminKey, input)
    const again = await files.start(town.adminKey, input)
    expect([first.replayed, again.replayed, again.export.id]).toEqual([false, true, first.export.id])
    expect(await files.codeOf(town.adminKey, { ...input, format: 'JSONL' })).toBe('IDEMPOTENCY_KEY_MISMATCH')
    const more = await Promise.all([1, 2, 3, 4].map(() => files.start(town.adminKey, { kind: 'ENTRIES' })))
    expect(more.filter(({ __typename }) => __typename === 'ExportStartPayload')).toHaveLength(2)
    expect(more.find(({ code }) => code)).toMatchObject({
      code: 'TOO_MANY_EXPORTS',
      limit: 3,
      are: 'RUNNING',
    })
    // Another has its own.
    expect(await files.codeOf(town.member('wash').apiKey, { kind: 'PURCHASES' })).toBe('ExportStartPayload')
    await files.work()
    expect(await files.codeOf(town.adminKey, { kind: 'PURCHASES' })).toBe('ExportStartPayload')
  })

  test('is told to the audit log with whether it names customers', async () => {
    const { file } = await files.written(town.member('wash').apiKey, { kind: 'CUSTOMERS' })
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
