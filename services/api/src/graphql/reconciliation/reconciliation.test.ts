import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, localDay, noonOf, roubles } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
const day = localDay(-1)

beforeAll(async () => {
  api = await startTestApi()
  const built = () =>
    aCoalition({ openedDaysAgo: 10 })
      .withMember('wash')
      .withMember('parts')
      .withCustomer('Anna', { reference: 'client-7' })
      .open(api.store)
  town = await built()
  other = await built()
  const { context } = town.member('wash')
  for (const [receiptRef, total] of [
    ['A-1', 1_000],
    ['A-2', 500],
    ['only here', 700],
  ] as const)
    await recordPurchase(
      context,
      aSale(town.customer('Anna'), { receiptRef, total: roubles(total), occurredAt: noonOf(day) }),
    )
})
afterAll(() => api.stop())

const FILE = ['receipt,date,total,customer']
  .concat(`A-1,${day} 12:00,1000,`, `A-2,${day} 12:00,501,`, `A-3,${day} 12:00,200,client-7`, 'A-4,soon,5,')
  .join('\n')

async function handIn(key: string | undefined, body: string, path = '/reconciliations', method = 'POST') {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { 'content-type': 'text/csv', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    ...(method === 'POST' ? { body } : {}),
  })
  const answer = (await response.json()) as Record<string, unknown> & {
    errors?: { extensions: { code: string } }[]
  }
  return { status: response.status, answer, code: answer.errors?.[0]?.extensions.code }
}

const LINES = `query ($id: ID!, $kinds: [ReconciliationLineKind!], $first: Int, $after: String) {
  reconciliation(id: $id) {
    member { handle } rowCount matched missingHere missingThere amountDiffers duplicates unreadable
    lines(kinds: $kinds, first: $first, after: $after) {
      nodes { position kind fileLine receiptRef total { amountMinor } recorded { amountMinor } problem
        purchase { receiptRef } disputable { entryId position amount { amountMicros } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`

test('a file is handed in, once, and read back line by line with filters; what is missing is recorded late', async () => {
  const key = town.member('wash').apiKey
  const first = await handIn(key, FILE)
  expect(first.status).toBe(201)
  const counts = { rowCount: 4, matched: 1, missingHere: 1, missingThere: 1, amountDiffers: 1, unreadable: 1 }
  expect(first.answer).toMatchObject({ replayed: false, ...counts })
  const again = await handIn(key, FILE)
  expect([again.status, again.answer.id]).toEqual([200, first.answer.id])

  const { id } = first.answer
  const { data } = await api.call(LINES, { id, first: 2 }, { key })
  expect(data.reconciliation).toMatchObject({ member: { handle: 'wash' }, ...counts, duplicates: 0 })
  expect(data.reconciliation.lines.nodes.map((line: { kind: string }) => line.kind)).toEqual([
    'MATCHED',
    'AMOUNT_DIFFERS',
  ])
  const { endCursor: after } = data.reconciliation.lines.pageInfo
  const rest = await api.call(LINES, { id, after }, { key })
  expect(rest.data.reconciliation.lines.nodes).toMatchObject([
    { kind: 'MISSING_HERE', fileLine: 4, receiptRef: 'A-3', total: { amountMinor: '20000' }, purchase: null },
    { kind: 'UNREADABLE', fileLine: 5, problem: expect.stringContaining('date:') },
    {
      kind: 'MISSING_THERE',
      fileLine: null,
      recorded: { amountMinor: '70000' },
      purchase: { receiptRef: 'only here' },
    },
  ])
  const differing = await api.call(LINES, { id, kinds: ['AMOUNT_DIFFERS'] }, { key })
  // 500.00 earned 25 points at 0.10 each: the line that a dispute names.
  expect(differing.data.reconciliation.lines.nodes).toMatchObject([
    {
      receiptRef: 'A-2',
      disputable: [{ position: expect.any(Number), amount: { amountMicros: '2500000' } }],
    },
  ])

  const record = `mutation ($input: LateSalesRecordInput!) { lateSalesRecord(input: $input) { __typename
    ... on LateSalesRecordPayload { sales { position replayed purchase { receiptRef } refusal { code } } }
    ... on UserError { code path } } }`
  const late = await api.call(record, { input: { reconciliationId: id, positions: [3] } }, { key })
  expect(late.data.lateSalesRecord.sales).toEqual([
    { position: 3, replayed: false, purchase: { receiptRef: 'A-3' }, refusal: null },
  ])
  const missing = await api.call(LINES, { id, kinds: ['MISSING_HERE'] }, { key })
  expect(missing.data.reconciliation.lines.nodes[0].purchase).toEqual({ receiptRef: 'A-3' })
  const matched = await api.call(record, { input: { reconciliationId: id, positions: [1] } }, { key })
  expect(matched.data.lateSalesRecord).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'positions'] })
})

test('a run is its member’s and its coalition’s: nobody else finds it, by any way', async () => {
  const { answer } = await handIn(town.member('wash').apiKey, FILE)
  const ways = `query ($id: ID!) { reconciliation(id: $id) { id } node(id: $id) { id }
    reconciliations(first: 5) { nodes { id } } }`
  const found = async (key: string) => (await api.call(ways, { id: answer.id }, { key })).data
  const all = { reconciliation: { id: answer.id }, node: { id: answer.id } }
  expect(await found(town.member('wash').apiKey)).toMatchObject({
    ...all,
    reconciliations: { nodes: [{ id: answer.id }] },
  })
  expect(await found(town.adminKey)).toMatchObject(all)
  for (const key of [town.member('parts').apiKey, other.adminKey, other.member('wash').apiKey])
    expect(await found(key)).toEqual({ reconciliation: null, node: null, reconciliations: { nodes: [] } })
})

test('a hand-in is refused before it is kept, with a code: strangers, poor keys, foreign members, other formats', async () => {
  const { apiKey: key } = town.member('wash')
  const memberId = (built: BuiltCoalition) => encodePublicId('member', built.member('parts').id)
  const made = await api.call(
    `mutation { apiKeyCreate(input: { name: "reader", scopes: ["reports:read"] }) { ... on ApiKeyCreatePayload { secret } } }`,
    {},
    { key },
  )
  const refused = async (...args: Parameters<typeof handIn>) => {
    const { status, code } = await handIn(...args)
    return [status, code]
  }
  expect(await refused(undefined, FILE)).toEqual([401, 'UNAUTHENTICATED'])
  expect(await refused('sk_test_wrong', FILE)).toEqual([401, 'UNAUTHENTICATED'])
  expect(await refused(made.data.apiKeyCreate.secret, FILE)).toEqual([403, 'FORBIDDEN'])
  expect(await refused(key, 'a,b\n1,2')).toEqual([422, 'UNREADABLE_FILE'])
  expect(await refused(key, FILE, '/reconciliations', 'GET')).toEqual([405, 'METHOD_NOT_ALLOWED'])
  const of = (built: BuiltCoalition) => `/reconciliations?member=${memberId(built)}`
  expect(await refused(key, FILE, of(town))).toEqual([404, 'NOT_FOUND'])
  expect(await refused(town.adminKey, FILE, of(other))).toEqual([404, 'NOT_FOUND'])
  expect(await refused(town.adminKey, FILE)).toEqual([422, 'INVALID_INPUT'])
  const { status, answer } = await handIn(town.adminKey, FILE, of(town))
  expect([status, answer.memberId]).toEqual([201, memberId(town)])
})

test('reports are read over HTTP by administrators and members, each its own part, and by nobody else', async () => {
  const report = `query { coalition {
    reciprocity { cells { points } members { member { handle } } }
    receivablesAgeing { today members { total { amountMinor } } }
    breakageEstimate(months: 3) { method expectedBreakage cohorts { month issued } }
    coverage { outstandingPoints covered byIssuer { member { handle } } anonymousIssuers { outstandingPoints } } } }`
  const { data } = await api.call(report, {}, { key: town.adminKey })
  expect(data.coalition).toMatchObject({
    ...{ reciprocity: { cells: [] }, receivablesAgeing: { members: [] } },
    ...{ breakageEstimate: { method: 'CHAIN_LADDER' } },
    coverage: { covered: true, byIssuer: [{ member: { handle: 'wash' } }], anonymousIssuers: [] },
  })
  const change = `mutation { coalitionUpdate(input: { coverageAnonymous: true }) {
    ... on CoalitionUpdatePayload { coalition { coverageAnonymous } } } }`
  const denied = await api.call(change, {}, { key: town.member('wash').apiKey })
  expect(denied.errors[0]?.extensions.code).toBe('FORBIDDEN')
  const changed = await api.call(change, {}, { key: town.adminKey })
  expect(changed.data.coalitionUpdate.coalition).toEqual({ coverageAnonymous: true })
  const parts = await api.call(report, {}, { key: town.member('parts').apiKey })
  const { coverage, breakageEstimate } = parts.data.coalition
  expect([coverage.byIssuer, coverage.anonymousIssuers.length, breakageEstimate.cohorts]).toEqual([[], 1, []])
  const made = await api.call(
    `mutation { apiKeyCreate(input: { name: "till", scopes: ["purchases:write"] }) { ... on ApiKeyCreatePayload { secret } } }`,
    {},
    { key: town.member('wash').apiKey },
  )
  for (const field of [
    'reciprocity { cells { points } }',
    'receivablesAgeing { today }',
    'breakageEstimate { method }',
  ]) {
    const poor = await api.call(
      `query { coalition { ${field} } }`,
      {},
      { key: made.data.apiKeyCreate.secret },
    )
    expect(poor.errors[0]?.extensions.code).toBe('FORBIDDEN')
  }
})

test('anybody may simulate joining, by sales or by months, within bounds', async () => {
  const simulate = `query ($input: JoinSimulationInput!) { joinSimulation(input: $input) { __typename
    ... on JoinSimulation { outstanding months { month issued goodsForPoints { amountMinor } }
      fundings { deposit total { amountMicros } deepest { amountMicros } } }
    ... on UserError { code path } } }`
  // The case that the rules have worked out by hand.
  const assumptions = {
    ...{ participationBps: 10_000, redemptionBps: 8_000, redemptionSpreadMonths: 2, expiryMonths: 4 },
  }
  const ask = async (input: object) => (await api.call(simulate, { input })).data.joinSimulation
  const months = [{ month: '2026-11', salesCount: 2, totalMinor: '2000000' }]
  const byMonth = await ask({ months, assumptions })
  expect(byMonth.fundings.map((funding: { total: object }) => funding.total)).toEqual([
    { amountMicros: '-287320000' },
    { amountMicros: '-331870000' },
    { amountMicros: '-376420000' },
  ])
  const sales = ['100000', '1900000'].map((totalMinor) => ({ soldAt: '2026-11-05T09:00:00Z', totalMinor }))
  expect(await ask({ sales, assumptions })).toEqual(byMonth)
  const path = (...names: string[]) => ({ code: 'INVALID_INPUT', path: ['input', ...names] })
  expect(await ask({})).toMatchObject(path('sales'))
  expect(await ask({ sales, months })).toMatchObject(path('sales'))
  const many = Array.from({ length: 10_001 }, () => ({ soldAt: '2026-11-05T09:00:00Z', totalMinor: '1' }))
  expect(await ask({ sales: many })).toMatchObject(path('sales'))
  expect(await ask({ months, assumptions: { inboundBps: -1 } })).toMatchObject(path('inboundBps'))
  expect(await ask({ months: [{ ...months[0], month: '2026-13' }] })).toMatchObject(path('month'))
})

test('a line whose customer is not known is refused by itself, in the answer', async () => {
  const key = town.member('wash').apiKey
  const { answer } = await handIn(
    key,
    ['receipt,date,total,customer', `B-1,${day} 12:00,10,nobody`, `B-2,${day} 12:00,10,client-7`].join('\n'),
  )
  const record = `mutation ($input: LateSalesRecordInput!) { lateSalesRecord(input: $input) {
    ... on LateSalesRecordPayload { sales { purchase { receiptRef } refusal { code message retryable path } } } } }`
  const input = { reconciliationId: answer.id, positions: [1, 2] }
  const { data, errors } = await api.call(record, { input }, { key })
  expect(errors).toEqual([])
  expect(data.lateSalesRecord.sales).toMatchObject([
    { purchase: null, refusal: { code: 'NOT_FOUND', retryable: false, path: ['input', 'positions'] } },
    { purchase: { receiptRef: 'B-2' }, refusal: null },
  ])
})

test('a file is read as the address says, tells how it was understood, and asks what it leaves open', async () => {
  const key = town.member('wash').apiKey
  const [year, month] = day.split('-')
  const file = `Bon,Day,Brutto\nA-9,${month}/${month}/${year},10.00\nA-10,01/02/${year},10.00`
  const named = '/reconciliations?column.receipt=Bon&column.date=Day&column.total=Brutto'
  const asked = await handIn(key, file, named)
  expect([asked.status, asked.code]).toEqual([422, 'AMBIGUOUS_FILE'])
  expect(asked.answer.errors?.[0]?.extensions).toMatchObject({
    questions: [{ kind: 'DATE_ORDER', column: 'date', header: 'Day', line: 3, readings: ['DMY', 'MDY'] }],
  })
  const read = await handIn(key, file, `${named}&dateOrder=DMY`)
  expect([read.status, read.answer.replayed]).toEqual([201, false])
  expect(read.answer.reading).toMatchObject({
    columns: { receipt: { header: 'Bon', foundBy: 'CALLER' } },
    dateOrder: 'DMY',
    counts: { sales: 2 },
  })
  // Read otherwise, it is another run; read alike, it is the same.
  const otherwise = await handIn(key, file, `${named}&dateOrder=MDY`)
  expect([otherwise.status, otherwise.answer.id === read.answer.id]).toEqual([201, false])
  const again = await handIn(key, file, `${named}&dateOrder=DMY`)
  expect([again.status, again.answer.id, again.answer.reading]).toEqual([200, read.answer.id, null])
  const unknown = await handIn(key, file, '/reconciliations?mapping=abacus')
  expect([unknown.status, unknown.code]).toEqual([422, 'INVALID_INPUT'])
})
