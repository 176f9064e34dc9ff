import { DEPLOYMENT_LOG, verifyAuditLog } from '@artel/store'
import { AUDITED, EVERYDAY, encodePublicId } from '@artel/use-cases'
import { aCoalition, aPerson, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'
import { schema } from '../schema.ts'

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withMember('parts').withCustomer('Anna').open(api.store)
  other = await aCoalition().withMember('stranger').open(api.store)
})
afterAll(() => api.stop())

test('every mutation is either audited or everyday business, for a reason', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
  const known = [...AUDITED, ...Object.keys(EVERYDAY)]
  expect(known.toSorted()).toEqual(mutations.toSorted())
  expect(new Set(known).size).toBe(known.length)
  for (const reason of Object.values(EVERYDAY)) expect(reason).toMatch(/^[A-Z].+\.$/)
})

const EVENTS = `query ($filter: AuditEventsFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    nodes {
      id position actorKind actorId personId door network requestId act subjectType subjectId outcome code times
      member { handle } details { name before after } hash
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const read = async (key: string | undefined, filter = {}, page = {}) => {
  const { data, errors } = await api.call(EVENTS, { filter, first: 100, ...page }, key ? { key } : {})
  expect(errors).toEqual([])
  return data.auditEvents
}
const idOf = (handle: string) => encodePublicId('member', town.member(handle).id)
const SUSPEND = 'mutation ($id: ID!) { memberSuspend(input: { memberId: $id }) { __typename } }'
/** Writes what was noted, as the timer would. */
const settled = async (condition: () => Promise<boolean>) => {
  await expect.poll(condition).toBe(true)
}

test('an act shows who did it, from where, under which request, and what it changed', async () => {
  const headers = { 'x-request-id': 'audit-1' }
  await api.call(SUSPEND, { id: idOf('wash') }, { key: town.adminKey, headers })
  const { nodes } = await read(town.adminKey, { act: 'memberSuspend' })
  expect(nodes).toMatchObject([
    {
      ...{ actorKind: 'KEY', actorId: encodePublicId('apiKey', town.admin.keyId), door: 'API' },
      ...{ network: '127.0.0.x', requestId: 'audit-1', outcome: 'DONE', code: null, times: 1 },
      ...{ subjectType: 'member', subjectId: idOf('wash'), member: { handle: 'wash' } },
      details: [{ name: 'status', before: 'ACTIVE', after: 'SUSPENDED' }],
    },
  ])
  expect(nodes[0].personId).toMatch(/^per_/)
  const { data } = await api.call(
    `{ node(id: "${nodes[0].id}") { ... on AuditEvent { act } } }`,
    {},
    { key: town.adminKey },
  )
  expect(data.node).toEqual({ act: 'memberSuspend' })
})

test('a member reads what is about itself, without the networks of others; another coalition nothing of it', async () => {
  await api.call(SUSPEND, { id: idOf('parts') }, { key: town.adminKey })
  await api.call(
    'mutation ($id: ID!) { memberReinstate(input: { memberId: $id }) { __typename } }',
    { id: idOf('parts') },
    { key: town.adminKey },
  )
  const own = (await read(town.member('parts').apiKey)).nodes
  expect(own.map(({ act }: { act: string }) => act)).toEqual(
    expect.arrayContaining(['memberSuspend', 'memberReinstate', 'memberAdmit', 'termsAccept']),
  )
  for (const event of own) expect(event).toMatchObject({ member: { handle: 'parts' }, network: null })
  const [newest] = (await read(town.adminKey, {}, { first: 1 })).nodes
  const seen = await api.call(
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: newest.id },
    { key: other.adminKey },
  )
  expect(seen.data.node).toBeNull()
  expect((await read(other.adminKey, { member: idOf('parts') })).nodes).toEqual([])
})

test('the log is searched by actor, subject, outcome and time, and read page by page', async () => {
  const all = (await read(town.adminKey)).nodes
  const positions = all.map(({ position }: { position: string }) => Number(position))
  expect(positions).toEqual(positions.toSorted((a: number, b: number) => b - a))
  const byPages: string[] = []
  for (let after: string | null = null; ; ) {
    const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
      await read(town.adminKey, {}, { first: 3, after })
    byPages.push(...page.nodes.map(({ id }) => id))
    if (!page.pageInfo.hasNextPage) break
    after = page.pageInfo.endCursor
  }
  expect(byPages.slice(-all.length)).toEqual(all.map(({ id }: { id: string }) => id))
  const actor = encodePublicId('apiKey', town.admin.keyId)
  const by = (await read(town.adminKey, { actor, subject: idOf('wash') })).nodes
  expect(by.length).toBeGreaterThan(0)
  for (const event of by) expect(event).toMatchObject({ actorId: actor, subjectId: idOf('wash') })
  expect((await read(town.adminKey, { from: '2100-01-01T00:00:00Z' })).nodes).toEqual([])
  expect((await read(town.adminKey, { actor: 'per_nobody' })).nodes).toEqual([])
})

test('what a caller may not ask for, and what it is refused, is counted and told after the answer', async () => {
  const { apiKey } = town.member('parts')
  for (let times = 0; times < 3; times += 1) await api.call(SUSPEND, { id: idOf('wash') }, { key: apiKey })
  await api.call(SUSPEND, { id: encodePublicId('member', town.id) }, { key: town.adminKey })
  await settled(async () => {
    const told = (await read(town.adminKey, { act: 'memberSuspend' })).nodes as {
      outcome: string
      times: number
    }[]
    const denied = told
      .filter(({ outcome }) => outcome === 'DENIED')
      .reduce((sum, { times }) => sum + times, 0)
    return denied === 3 && told.some(({ outcome }) => outcome === 'REFUSED')
  })
  const told = (await read(town.adminKey, { act: 'memberSuspend' })).nodes
  expect(told).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ outcome: 'DENIED', code: 'FORBIDDEN', member: { handle: 'parts' } }),
      expect.objectContaining({ outcome: 'REFUSED', code: 'NOT_FOUND', member: null }),
    ]),
  )
})

test('sign-ins that fail are told where the person has a role, and of e-mails that nobody has to the deployment: by hash alone', async () => {
  const email = 'olga@people.example'
  await aPerson(town.adminContext, { email, role: 'AUDITOR', password: 'a long winter evening' })
  const SIGN_IN = `mutation ($email: String!) { sessionCreate(input: { email: $email, password: "a wrong password" }) { __typename } }`
  await api.call(SIGN_IN, { email })
  await api.call(SIGN_IN, { email: 'nobody@people.example' })
  await api.call('{ viewer { kind } }', {}, { key: 'sk_test_made_up' })
  const { auditEvent } = api.store.prisma
  const inDeployment = () => auditEvent.findMany({ where: { coalitionId: DEPLOYMENT_LOG } })
  await settled(async () => {
    const acts = (await inDeployment()).map(({ act }) => act)
    const own = (await read(town.adminKey, { act: 'sessionCreate', outcome: 'REFUSED' })).nodes
    return own.length > 0 && acts.includes('sessionCreate') && acts.includes('credentials')
  })
  const [told] = (await read(town.adminKey, { act: 'sessionCreate', outcome: 'REFUSED' })).nodes
  expect(told).toMatchObject({ actorKind: 'NOBODY', code: 'SIGN_IN_FAILED', subjectType: 'person' })
  expect(told.details).toMatchObject([{ name: 'emailHash' }])
  const everything = [
    ...(await inDeployment()),
    ...(await auditEvent.findMany({ where: { coalitionId: town.id } })),
  ]
  const text = JSON.stringify(everything, (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(text).not.toMatch(/people\.example|wrong password|made_up/)
})

test('what comes in by another route than GraphQL is told with where it came from, denied or done', async () => {
  const post = (key: string, file: string, query = '') =>
    fetch(`${api.url}/reconciliations?save=true&${query}`, {
      ...{ method: 'POST', body: file },
      headers: { authorization: `Bearer ${key}`, 'x-request-id': 'file-1' },
    })
  const { data } = await api.call(
    `mutation { apiKeyCreate(input: { name: "reader", scopes: ["wallet:read"] }) { ... on ApiKeyCreatePayload { secret } } }`,
    {},
    { key: town.member('parts').apiKey },
  )
  const { secret } = data.apiKeyCreate
  expect((await post(secret, 'x')).status).toBe(403)
  const csv = 'Bon;Tag;Brutto\nR9;2026-01-02;10,00'
  const sent = await post(
    town.member('parts').apiKey,
    csv,
    'column.receipt=Bon&column.date=Tag&column.total=Brutto&decimalMark=,',
  )
  expect(sent.status, await sent.text()).toBe(201)
  const from = { door: 'API', network: '127.0.0.x', requestId: 'file-1' }
  expect((await read(town.adminKey, { act: 'salesMappingSet' })).nodes).toMatchObject([from])
  await settled(async () => (await read(town.adminKey, { act: '/reconciliations' })).nodes.length > 0)
  expect((await read(town.adminKey, { act: '/reconciliations' })).nodes).toMatchObject([
    { ...from, outcome: 'DENIED', code: 'FORBIDDEN' },
  ])
})

test('a sale leaves nothing in the log, and the logs are whole', async () => {
  const before = (await read(town.adminKey, {}, { first: 1 })).nodes[0].position
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const sale = { customer, receiptRef: 'R1', total: roubles(100), idempotencyKey: freshKey() }
  const { data } = await api.call(RECORD, { input: sale }, { key: town.member('parts').apiKey })
  expect(data.purchaseRecord.purchase.id).toMatch(/^pur_/)
  expect((await read(town.adminKey, {}, { first: 1 })).nodes[0].position).toBe(before)
  for (const log of [town.id, DEPLOYMENT_LOG])
    expect((await verifyAuditLog(api.store.pool, log)).findings).toEqual([])
})
