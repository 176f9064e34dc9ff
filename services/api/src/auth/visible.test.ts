import type { BuiltCoalition } from '@artel/use-cases/testing'
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { type AccessWorld, accessWorld } from '../testing/access-world.ts'
import { CAPTURE, freshKey, HOLD, RECORD, REFUND, roubles, VOID } from '../testing/operations.ts'
import { OPERATOR_KEY, startTestApi, type TestApi } from '../testing/test-api.ts'

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }'

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
let ids: AccessWorld['ids']

beforeAll(async () => {
  api = await startTestApi({ allowPrivateWebhooks: true })
  ;({ town, other, ids } = await accessWorld(api))
})
afterAll(() => api.stop())

/** Plans and bank files show what others owe: they are the coalition's alone. */
const COALITIONS_OWN = ['plan', 'bankImport']
/** What a member is told by webhooks is between it and its receiver, and a file is for whoever asked for it. */
const MEMBERS_OWN = ['webhookEndpoint', 'webhookDelivery', 'export']
const NOUNS = [
  'coalition',
  'terms',
  'member',
  'customer',
  'consent',
  'consentText',
  'purchase',
  'refund',
  'hold',
  'earnCode',
  'fiscalDrive',
  'receiptClaim',
  'lot',
  'entry',
  'apiKey',
  'adjustment',
  'statement',
  'dispute',
  'plan',
  'paymentLeg',
  'payment',
  'bankImport',
  'reconciliation',
  'auditEvent',
  'person',
  'staffGrant',
  'till',
  'rule',
  'ruleVersion',
  'pilot',
  'segment',
  'link',
  'affiliate',
  'commission',
  'commissionProgramme',
  'import',
  ...MEMBERS_OWN,
]

describe('node(id)', () => {
  const seenBy = async (key: string | undefined) => {
    const seen: string[] = []
    for (const noun of NOUNS) {
      const { data, errors } = await api.call(NODE, { id: ids[noun] }, key === undefined ? {} : { key })
      expect(errors).toEqual([])
      if (data.node) seen.push(noun)
    }
    return seen
  }

  test('the owner sees all of its own', async () => {
    const own = NOUNS.filter((noun) => !COALITIONS_OWN.includes(noun))
    expect(await seenBy(town.member('wash').apiKey)).toEqual(own)
  })
  test("the administrator sees all of the coalition, but for a member's webhooks", async () => {
    expect(await seenBy(town.adminKey)).toEqual(NOUNS.filter((noun) => !MEMBERS_OWN.includes(noun)))
  })
  test("another member sees what members share, and not the owner's affairs", async () => {
    expect(await seenBy(town.member('parts').apiKey)).toEqual([
      ...['coalition', 'terms', 'member', 'customer', 'consent', 'consentText'],
    ])
  })
  test('another coalition sees nothing, be it its administrator or its member', async () => {
    expect(await seenBy(other.adminKey)).toEqual([])
    expect(await seenBy(other.member('stranger').apiKey)).toEqual([])
  })
  test('a stranger sees the public profile of a member alone', async () => {
    expect(await seenBy(undefined)).toEqual(['member'])
  })
  test('the operator opens coalitions and reads none', async () => {
    expect(await seenBy(OPERATOR_KEY)).toEqual([])
  })
  test.each(['', 'nonsense', 'mbr_', 'mbr_0OIl', 'cus_1', 'Q3VzdG9tZXI6MQ=='])(
    'the malformed id "%s" is null, not an error',
    async (id) => {
      const { data, errors } = await api.call(NODE, { id }, { key: town.adminKey })
      expect([data.node, errors]).toEqual([null, []])
    },
  )
  test('every type of node answers all of its own plain fields', async () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType =>
        // Sessions are seen by who is signed in, and by no key.
        isObjectType(type) &&
        type.name !== 'StaffSession' &&
        type.getInterfaces().some(({ name }) => name === 'Node'),
    )
    expect(types).toHaveLength(NOUNS.length)
    const fragments = types.map((type) => {
      const plain = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)))
      return `... on ${type.name} { ${plain.map(({ name }) => name).join(' ')} }`
    })
    for (const fragment of fragments) {
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fragment} } }`
      const { data, errors } = await api.call(
        query,
        { ids: Object.values(ids) },
        { key: /Webhook|on Export /.test(fragment) ? town.member('wash').apiKey : town.adminKey },
      )
      expect([fragment, errors]).toEqual([fragment, []])
      expect(data.nodes.filter((node: object | null) => Object.keys(node ?? {}).length > 0)).toHaveLength(1)
    }
  })
  test('nodes keeps the order and leaves gaps where nothing is seen', async () => {
    const asked = [ids.purchase, ids.customer, 'nonsense', ids.terms]
    const { data } = await api.call(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: asked },
      { key: town.member('parts').apiKey },
    )
    expect(data.nodes).toEqual([null, { id: ids.customer }, null, { id: ids.terms }])
  })
})

describe('denied looks like not found', () => {
  const roots = `query ($purchase: ID!, $hold: ID!, $customer: ID!) {
    purchase(by: { id: $purchase }) { id } hold(id: $hold) { id } customer(by: { id: $customer }) { id }
  }`
  test('by id at the roots', async () => {
    const ask = (key: string) =>
      api.call(roots, { purchase: ids.purchase, hold: ids.hold, customer: ids.customer }, { key })
    expect((await ask(other.member('stranger').apiKey)).data).toEqual({
      purchase: null,
      hold: null,
      customer: null,
    })
    expect((await ask(town.member('parts').apiKey)).data).toEqual({
      purchase: null,
      hold: null,
      customer: { id: ids.customer },
    })
  })

  test('by phone and card, in another coalition; by receipt, at another member', async () => {
    const key = other.member('stranger').apiKey
    const byPhone = await api.call(`{ customer(by: { phone: "+79123456789" }) { id } }`, {}, { key })
    expect(byPhone.data.customer).toBeNull()
    const byReceipt = await api.call(
      `{ purchase(by: { receiptRef: "R1" }) { id } }`,
      {},
      { key: town.member('parts').apiKey },
    )
    expect(byReceipt.data.purchase).toBeNull()
  })

  const strangers = () => [
    { who: 'another coalition', key: other.member('stranger').apiKey },
    { who: 'another member', key: town.member('parts').apiKey },
  ]
  test('in every command that names a purchase or a hold', async () => {
    for (const { who, key } of strangers()) {
      const commands: [string, string, Record<string, unknown>][] = [
        ['purchaseRefund', REFUND, { purchase: { id: ids.purchase } }],
        ['purchaseRefund', REFUND, { purchase: { receiptRef: 'R1' } }],
        ['holdCapture', CAPTURE, { holdId: ids.hold, receiptRef: `steal-${who}`, total: roubles(100) }],
        ['holdVoid', VOID, { holdId: ids.hold }],
      ]
      for (const [field, query, input] of commands) {
        const { data } = await api.call(query, { input: { idempotencyKey: freshKey(), ...input } }, { key })
        expect([who, field, data[field].code]).toEqual([who, field, 'NOT_FOUND'])
      }
    }
    const { data } = await api.call(
      `query ($id: ID!) { hold(id: $id) { status } purchase(by: { receiptRef: "R1" }) { refunds { id } } }`,
      { id: ids.hold },
      { key: town.member('wash').apiKey },
    )
    expect(data).toEqual({ hold: { status: 'OPEN' }, purchase: { refunds: [{ id: ids.refund }] } })
  })

  test('a customer of another coalition cannot be sold to, held for or given a session', async () => {
    const key = other.member('stranger').apiKey
    const customer = { id: ids.customer }
    const record = await api.call(
      RECORD,
      { input: { customer, receiptRef: 'X', total: roubles(10), idempotencyKey: freshKey() } },
      { key },
    )
    expect(record.data.purchaseRecord.code).toBe('NOT_FOUND')
    const hold = await api.call(
      HOLD,
      { input: { customer, orderRef: 'X', bill: roubles(10), points: '1', idempotencyKey: freshKey() } },
      { key },
    )
    expect(hold.data.holdCreate.code).toBe('NOT_FOUND')
    const session = await api.call(
      `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on UserError { code } } }`,
      { id: ids.customer },
      { key },
    )
    expect(session.data.widgetSessionCreate.code).toBe('NOT_FOUND')
  })

  test("another coalition's administrator cannot touch a member or a key", async () => {
    const key = other.adminKey
    const suspend = await api.call(
      `mutation ($id: ID!) { memberSuspend(input: { memberId: $id }) { ... on UserError { code } } }`,
      { id: ids.member },
      { key },
    )
    expect(suspend.data.memberSuspend.code).toBe('NOT_FOUND')
    const revoke = await api.call(
      `mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { ... on UserError { code } } }`,
      { id: ids.apiKey },
      { key },
    )
    expect(revoke.data.apiKeyRevoke.code).toBe('NOT_FOUND')
  })
})

describe("a member's affairs and a customer's contacts", () => {
  const PROFILE = `query ($id: ID!) { member(id: $id) { name allowedOrigins clearingPosition { asOf } purchases { nodes { id } } apiKeys { id } } }`
  test('are null to everybody but itself and administrators', async () => {
    for (const key of [town.member('wash').apiKey, town.adminKey]) {
      const { data } = await api.call(PROFILE, { id: ids.member }, { key })
      expect(data.member).toMatchObject({
        allowedOrigins: ['https://wash.example'],
        purchases: { nodes: expect.arrayContaining([{ id: ids.purchase }]) },
      })
      expect(data.member.clearingPosition).not.toBeNull()
      expect(data.member.apiKeys).not.toBeNull()
    }
    for (const key of [town.member('parts').apiKey, undefined]) {
      const { data } = await api.call(PROFILE, { id: ids.member }, key === undefined ? {} : { key })
      expect(data.member).toEqual({
        name: 'wash',
        allowedOrigins: null,
        clearingPosition: null,
        purchases: null,
        apiKeys: null,
      })
    }
  })

  test('contacts are whole at the enrolling member and masked at others', async () => {
    const ask = async (key: string) =>
      (
        await api.call(
          `query ($id: ID!) { customer(by: { id: $id }) { phone email } }`,
          { id: ids.customer },
          { key },
        )
      ).data.customer
    expect(await ask(town.member('wash').apiKey)).toEqual({
      phone: '+79123456789',
      email: 'anna@example.org',
    })
    expect(await ask(town.member('parts').apiKey)).toEqual({
      phone: '+7********89',
      email: 'a***@example.org',
    })
  })

  test("a member sees a customer's purchases and holds made at it, no others", async () => {
    const query = `query ($id: ID!) { customer(by: { id: $id }) { purchases { nodes { id } } holds { id } } }`
    const ask = async (key: string) => (await api.call(query, { id: ids.customer }, { key })).data.customer
    expect(await ask(town.member('wash').apiKey)).toEqual({
      purchases: { nodes: [{ id: ids.purchase }] },
      holds: [{ id: ids.hold }],
    })
    expect(await ask(town.member('parts').apiKey)).toEqual({ purchases: { nodes: [] }, holds: [] })
  })
})
