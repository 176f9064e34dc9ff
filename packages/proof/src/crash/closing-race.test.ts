import { openStore, type Store, sumOf, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, issueStatements, memberLines } from '@artel/use-cases'
import { aCoalition, aTreasurer, type BuiltCoalition, booksOf, keyed } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type Request, sendUntilAnswered } from './call-api.ts'
import { until } from './until.ts'

const SALES = 10_000
const CUSTOMERS = 40
const CALLERS = 100
const CLOSINGS = 6
/** Every so many sales one is paid in part with points, so that members owe each other. */
const PAID_IN_POINTS_EVERY = 5

let database: TestDatabase
let store: Store
let town: BuiltCoalition
let tills: ApiProcess[]
let office: ApiProcess
beforeAll(async () => {
  database = await createTestDatabase()
  store = await openStore({ databaseUrl: database.databaseUrl })
  let plan = aCoalition().withMember('wash').withMember('parts')
  for (let n = 0; n < CUSTOMERS; n += 1) plan = plan.withCustomer(`c${n}`)
  town = await plan.open(store)
  const started = await Promise.all([1, 2, 3].map(() => startApiProcess(database.databaseUrl)))
  ;[office, ...tills] = started as [ApiProcess, ...ApiProcess[]]
})
afterAll(async () => {
  await Promise.all([...(tills ?? []), ...(office ? [office] : [])].map((api) => api.kill()))
  await store?.close()
  await database?.drop()
})

/** A sale at one of the members, over one of the two processes; its public id. */
async function sell(serial: number, bill: number, points = 0): Promise<string> {
  const request: Request = {
    operation: 'purchaseRecord',
    input: {
      customer: { id: encodePublicId('customer', town.customer(`c${serial % CUSTOMERS}`).id) },
      receiptRef: `receipt ${serial}`,
      total: { amountMinor: String(bill * 100), currency: 'RUB' },
      points: String(points),
      idempotencyKey: `sale ${serial}`,
    },
  }
  const { apiKey } = town.member(serial % 3 === 0 ? 'parts' : 'wash')
  const answer = await sendUntilAnswered(tills[serial % 2]?.url ?? '', apiKey, request)
  if (!answer.document) throw new Error(`Sale ${serial} was refused: ${JSON.stringify(answer)}`)
  return answer.document.id
}

const CLOSE = `mutation ($input: WindowCloseInput!) { windowClose(input: $input) {
  ... on WindowClosePayload { replayed window { windowNo status cutOff } } ... on UserError { code } } }`

/** Closes a window over the third process. */
async function close(windowNo: number, idempotencyKey: string) {
  const response = await fetch(`${office.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.adminKey}` },
    body: JSON.stringify({ query: CLOSE, variables: { input: { windowNo, early: true, idempotencyKey } } }),
  })
  const { data } = (await response.json()) as {
    data: { windowClose: { replayed?: boolean; window?: object } }
  }
  expect(data.windowClose.window).toMatchObject({ windowNo, status: 'CLOSED' })
  return data.windowClose
}

test('ten thousand sales over two processes race the closings of a third: each is in exactly one window', async () => {
  // Points to spend, in the first window.
  const ids = await Promise.all(Array.from({ length: CUSTOMERS }, (_, serial) => sell(serial, 100_000)))
  let begun = CUSTOMERS
  const serve = async () => {
    for (let serial = begun++; serial < CUSTOMERS + SALES; serial = begun++)
      ids.push(await sell(serial, 1_000, serial % PAID_IN_POINTS_EVERY === 0 ? 20 : 0))
  }
  const closeAll = async () => {
    for (let windowNo = 1; windowNo < CLOSINGS; windowNo += 1) {
      const enough = CUSTOMERS + (windowNo * SALES) / CLOSINGS
      await until(`${enough} sales`, () => ids.length >= enough)
      // Asked for by two at once, it is closed once; asked again, it is answered as then.
      const [one, two] = await Promise.all([
        close(windowNo, `a ${windowNo}`),
        close(windowNo, `b ${windowNo}`),
      ])
      expect(one.window).toEqual(two.window)
      expect(await close(windowNo, `a ${windowNo}`)).toEqual({ ...one, replayed: true })
    }
  }
  await Promise.all([closeAll(), ...Array.from({ length: CALLERS }, serve)])
  // All are answered; what is still open is the last window.
  expect(new Set(ids).size).toBe(CUSTOMERS + SALES)
  await close(CLOSINGS, 'the last')

  const windowsOf = new Map<string, Set<number>>()
  const sums = new Map<string, bigint>()
  let lines = 0
  const treasurer = aTreasurer(town)
  for (let windowNo = 1; windowNo <= CLOSINGS; windowNo += 1) {
    const { statements } = await issueStatements(treasurer, { windowNo, ...keyed() })
    expect(statements).toHaveLength(2)
    const window = await store.prisma.settlementWindow.findFirstOrThrow({
      where: { coalitionId: town.id, windowNo },
    })
    for (const statement of statements) {
      sums.set(statement.memberId, (sums.get(statement.memberId) ?? 0n) + sumOf(statement.net))
      lines += statement.lineCount
      for await (const { documentId } of memberLines(store, window, statement)) {
        const windows = windowsOf.get(documentId ?? '') ?? new Set()
        windowsOf.set(documentId ?? '', windows.add(windowNo))
      }
    }
  }
  // Every sale that was answered is in the lines of one window, and nothing else is in any.
  expect(windowsOf.size).toBe(ids.length)
  const stated = new Map<string, number>(
    [...windowsOf].map(([id, windows]) => [encodePublicId('purchase', id), [...windows].length]),
  )
  expect(ids.filter((id) => stated.get(id) !== 1)).toEqual([])
  // The sales of each window are a good part of all: the race was one.
  const [count] = await rows<{ legs: string; astray: string; sizes: string[] }>(`select
      (select sum((t.debit_kind = 'CLEARING')::int + (t.credit_kind = 'CLEARING')::int) from transfer t
        where t.coalition_id = $1)::text as legs,
      (select count(*) from entry e join batch b on b.coalition_id = $1 and b.batch_no = e.batch_no
        where e.coalition_id = $1 and (select count(*) from settlement_window w
          left join settlement_window v on v.coalition_id = $1 and v.window_no = w.window_no - 1
          where w.coalition_id = $1 and w.window_no = b.window_no and e.batch_no <= w.last_batch_no
            and e.batch_no > coalesce(v.last_batch_no, 0)) <> 1)::text as astray,
      (select array_agg(n::text order by window_no) from (select b.window_no, count(*) as n from purchase p
        join batch b on b.coalition_id = $1 and b.batch_no = p.batch_no
        where p.coalition_id = $1 group by b.window_no) x) as sizes`)
  expect(count?.astray).toBe('0')
  expect(count?.sizes).toHaveLength(CLOSINGS)
  expect(lines).toBe(Number(count?.legs))
  // Windows add up to the books.
  const books = await booksOf(store, town.id)
  for (const handle of ['wash', 'parts']) {
    const { id } = town.member(handle)
    expect([handle, sums.get(id)]).toEqual([handle, books.money('CLEARING', id)])
  }
  expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})

const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
  (await store.pool.query(sql, [town.id])).rows as Row[]
