import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_RATE_LIMITS } from '../../limits/rate-limits.ts'
import { freshKey, persistedId, RECORD, roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

const ISSUE = `mutation ($input: EarnCodeIssueInput!) { earnCodeIssue(input: $input) { __typename
  ... on EarnCodeIssuePayload { printed: printedCode url qrSvg replayed earnCode { id receiptRef state lastDay total { amountMinor } member { handle } } }
  ... on UserError { code } } }`
const CLAIM = `mutation ($input: EarnCodeClaimInput!) { earnCodeClaim(input: $input) { __typename
  ... on EarnCodeClaimPayload { replayed balanceAfter purchase { id receiptRef pointsEarned } }
  ... on UserError { code } ... on EarnCodeNotUsableError { bar } } }`
const REVOKE = `mutation ($input: EarnCodeRevokeInput!) { earnCodeRevoke(input: $input) { __typename
  ... on EarnCodePayload { earnCode { state } } ... on UserError { code } } }`
const LIST = `{ earnCodes(first: 50) { nodes { id receiptRef state purchase { id } } } }`

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  const named = { ...DEFAULT_RATE_LIMITS.named, codes: { burst: 5, perSecond: 1 } }
  api = await startTestApi({ rateLimits: { ...DEFAULT_RATE_LIMITS, named } })
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(api.store)
})
afterAll(() => api.stop())

const keyOf = (handle: string) => town.member(handle).apiKey
const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })

async function issue(input: object = {}) {
  const bill = { receiptRef: freshKey(), total: roubles(1000), idempotencyKey: freshKey(), ...input }
  const { data, errors } = await api.call(ISSUE, { input: bill }, { key: keyOf('wash') })
  expect(errors).toEqual([])
  return { ...data.earnCodeIssue, code: data.earnCodeIssue.printed }
}
const claim = async (input: object, key: string) =>
  (await api.call(CLAIM, { input: { idempotencyKey: freshKey(), ...input } }, { key })).data.earnCodeClaim
/** As a page sends it: a customer's token runs persisted operations alone. */
const sentOwn = (input: object, token: string) => {
  const variables = { input: { idempotencyKey: freshKey(), ...input } }
  return callApi(api.url, { documentId: persistedId('OwnEarnCodeClaim'), variables }, { key: token })
}
const claimOwn = async (input: object, token: string) => (await sentOwn(input, token)).data.earnCodeClaim

async function tokenOf(name: string, handle = 'wash'): Promise<string> {
  const { data } = await api.call(
    `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`,
    { id: customer(name).id },
    { key: keyOf(handle) },
  )
  return data.widgetSessionCreate.token
}

test('from the printed code over its page to the points, by the token of another member', async () => {
  const issued = await issue({ receiptRef: 'N-1' })
  expect(issued).toMatchObject({
    ...{ code: expect.stringMatching(/^([0-9A-Z]{5}-){2}[0-9A-Z]{5}$/), replayed: false },
    ...{ url: `${api.url}/earn/${issued.code}`, qrSvg: expect.stringContaining('<svg') },
    earnCode: { state: 'ISSUED', total: { amountMinor: '100000' }, member: { handle: 'wash' } },
  })
  const page = await fetch(issued.url)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await page.text()).toContain(issued.code)
  const json = await fetch(issued.url, { headers: { accept: 'application/json' } })
  expect(await json.json()).toMatchObject({ kind: 'EARN_CODE', state: 'ISSUED', member: 'wash' })
  const token = await tokenOf('Anna', 'cafe')
  const claimed = await claimOwn({ code: issued.code.toLowerCase() }, token)
  expect(claimed).toMatchObject({ balanceAfter: '50', purchase: { receiptRef: 'N-1', pointsEarned: '50' } })
  expect(await claimOwn({ code: issued.code }, token)).toMatchObject({
    code: 'EARN_CODE_NOT_USABLE',
    bar: 'USED',
  })
  expect(await (await fetch(issued.url)).text()).toContain('уже начислены')
})

test('a look, a HEAD and a POST consume nothing', async () => {
  const { code, url, earnCode } = await issue()
  for (const method of ['GET', 'HEAD', 'GET']) await (await fetch(url, { method })).arrayBuffer()
  expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  const { takenAt } = await api.store.prisma.earnCode.findFirstOrThrow({
    where: { receiptRef: earnCode.receiptRef, claimedAt: null, memberId: town.member('wash').id },
  })
  expect(takenAt).toBeNull()
  expect(await claim({ code, customer: customer('Boris') }, keyOf('wash'))).toMatchObject({ replayed: false })
})

test('a member lists and revokes its own, and another member sees none of them', async () => {
  const { code, earnCode } = await issue()
  const seen = async (key: string) =>
    (await api.call(LIST, {}, { key })).data.earnCodes.nodes.map(({ id }: { id: string }) => id)
  expect(await seen(keyOf('wash'))).toContain(earnCode.id)
  expect(await seen(town.adminKey)).toContain(earnCode.id)
  expect(await seen(keyOf('cafe'))).toEqual([])
  const revoke = async (key: string) =>
    (await api.call(REVOKE, { input: { id: earnCode.id } }, { key })).data.earnCodeRevoke
  expect(await revoke(keyOf('cafe'))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await revoke(keyOf('wash'))).toMatchObject({ earnCode: { state: 'REVOKED' } })
  expect(await claimOwn({ code }, await tokenOf('Anna'))).toMatchObject({ bar: 'REVOKED' })
})

test('a sale that was recorded is not earned on again by its code', async () => {
  const { code, earnCode } = await issue({ receiptRef: 'N-2' })
  expect(earnCode.state).toBe('ISSUED')
  const sale = {
    customer: customer('Boris'),
    receiptRef: 'N-2',
    total: roubles(1000),
    idempotencyKey: freshKey(),
  }
  await api.call(RECORD, { input: sale }, { key: keyOf('wash') })
  expect(await claimOwn({ code }, await tokenOf('Anna'))).toMatchObject({ bar: 'USED' })
})

test('who tries codes is slowed, right code or wrong, and written down; a mistyped one is no guess', async () => {
  const { code } = await issue()
  const token = await tokenOf('Boris')
  const tried = (text: string) => sentOwn({ code: text }, token)
  // Sums of zero check each other.
  const unknown = '00000-00000-00000'
  for (let round = 0; round < 20; round += 1)
    expect((await tried('00000-00000-00001')).data.earnCodeClaim.code).toBe('INVALID_INPUT')
  const codes: unknown[] = []
  for (let round = 0; round < 12; round += 1) {
    const { data, errors } = await tried(unknown)
    codes.push(data?.earnCodeClaim?.code ?? errors[0]?.extensions.code)
  }
  expect(codes[0]).toBe('NOT_FOUND')
  expect(codes.at(-1)).toBe('THROTTLED')
  expect((await tried(code)).errors[0]?.extensions.code).toBe('THROTTLED')
  expect(await claimOwn({ code }, await tokenOf('Anna'))).toMatchObject({ replayed: false })
  expect((await fetch(`${api.url}/earn/${unknown}`)).status).toBe(404)
})
