import { micros, minor, points } from '@artel/ledger'
import {
  awardPromo,
  captureHold,
  createHold,
  encodePublicId,
  enrolCustomer,
  type PublicIdNoun,
  proposeAdjustment,
  proposeTerms,
  recordPurchase,
  refundPurchase,
} from '@artel/use-cases'
import {
  aCoalition,
  aHold,
  aSale,
  aTreasurer,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  joinWithCodes,
  keyed,
  stated,
} from '@artel/use-cases/testing'
import { getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { nestedSelections } from '../testing/nested-queries.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

/** What is written in words of the other member's own; nothing else has it. */
const FOREIGN = 'FOREIGN'
const PERSON = {
  name: 'Vasilisa Premudraya',
  phone: '+79161234567',
  email: 'vasilisa@example.org',
}

let api: TestApi
let town: BuiltCoalition
let cardNumber: string
/** Amounts, in minor units or points, that stand in the other member's dealings alone. */
const amounts = ['777777', '888888', '333333', '123456', '666666', '987654321000']
/** Public ids of what the other member did, by noun. */
const foreign: [noun: PublicIdNoun, id: string][] = []
/** Public ids of what a walk begins at. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('mine')
    .withMember('other')
    .withCustomer('Boris', { at: 'other', email: 'boris@example.com' })
    .open(api.store)
  const anna = await enrolled()
  await dealingsOfMine(anna)
  await dealingsOfOther(anna)
  await joinWithCodes(town.adminContext, { customer: anna, with: { id: town.customer('Boris').id } })
  await individualTerms()
  await stated(aTreasurer(town), 1)
  for (const [noun, rows] of Object.entries(await foreignRows()))
    for (const { id } of rows) foreign.push([noun as PublicIdNoun, encodePublicId(noun as PublicIdNoun, id)])
})
afterAll(() => api.stop())

async function enrolled() {
  const { customer, card } = await enrolCustomer(town.member('mine').context, {
    ...PERSON,
    consentVersion: '2026-01',
  })
  cardNumber = card.number
  ids.anna = encodePublicId('customer', customer.id)
  ids.boris = encodePublicId('customer', town.customer('Boris').id)
  return { id: customer.id }
}

async function dealingsOfMine(anna: { id: string }) {
  const { context } = town.member('mine')
  const { purchase } = await recordPurchase(context, aSale(anna, { total: rub(2_000_000n) }))
  const { hold } = await createHold(context, aHold(anna))
  await proposeAdjustment(context, {
    ...{ customer: anna, points: points(7n), kind: 'GOODWILL', reason: 'A kindness' },
    ...keyed(),
  })
  ids.purchase = encodePublicId('purchase', purchase.id)
  ids.hold = encodePublicId('hold', hold.id)
  ids.mine = encodePublicId('member', town.member('mine').id)
  ids.other = encodePublicId('member', town.member('other').id)
}

const rub = (kopecks: bigint) => ({ amountMinor: minor(kopecks), currency: 'RUB' })

/** One of everything at the other member, also with points that the first one issued. */
async function dealingsOfOther(anna: { id: string }) {
  const { context } = town.member('other')
  const boris = town.customer('Boris')
  const of = (kopecks: bigint, name: string) => ({ total: rub(kopecks), receiptRef: `${FOREIGN}-${name}` })
  const { purchase } = await recordPurchase(context, aSale(anna, of(777_777n, 'R1')))
  const lines = [{ ref: `${FOREIGN}-L`, title: `${FOREIGN} title`, total: rub(888_888n) }]
  await recordPurchase(context, aSale(boris, { ...of(888_888n, 'R2'), lines }))
  await recordPurchase(context, aSale(anna, { ...of(333_333n, 'R3'), points: points(77n) }))
  await refundPurchase(context, {
    ...{ purchase: { id: purchase.id }, amount: rub(123_456n), reason: `${FOREIGN} reason` },
    ...keyed(),
  })
  const held = { points: points(55n), bill: rub(666_666n) }
  await createHold(context, aHold(anna, { ...held, orderRef: `${FOREIGN}-O1` }))
  const { hold } = await createHold(context, aHold(anna, { ...held, orderRef: `${FOREIGN}-O2` }))
  ids.captured = encodePublicId('hold', hold.id)
  await captureHold(context, { holdId: hold.id, ...of(666_666n, 'R4'), ...keyed() })
  await awardPromo(context, { customer: anna, points: points(131n), ...keyed() })
  await proposeAdjustment(context, {
    ...{ customer: anna, points: points(9n), kind: 'GOODWILL', reason: `${FOREIGN} goodwill` },
    ...keyed(),
  })
}

/** A version that is another one for the other member alone. */
async function individualTerms() {
  await proposeTerms(town.adminContext, {
    startsAt: new Date(Date.now() + 86_400_000),
    terms: BURN_FUNDED_TERMS,
    overrides: [{ memberId: town.member('other').id, creditLimit: micros(987_654_321_000n) }],
    ...keyed(),
  })
}

async function foreignRows() {
  const { prisma } = api.store
  const { id: memberId } = town.member('other')
  const where = { coalitionId: town.id, memberId }
  return {
    purchase: await prisma.purchase.findMany({ where }),
    refund: await prisma.refund.findMany({ where }),
    hold: await prisma.hold.findMany({ where }),
    lot: await prisma.lot.findMany({ where: { coalitionId: town.id, issuerId: memberId } }),
    adjustment: await prisma.adjustment.findMany({ where }),
    statement: await prisma.statement.findMany({ where }),
    terms: await prisma.terms.findMany({ where }),
  }
}

/** What a walk begins at: a root field with its arguments. */
type Root = readonly [field: string, args: string]
const roots = (): Root[] => [
  ['customer', `(by: { id: "${ids.anna}" })`],
  ['customer', `(by: { id: "${ids.boris}" })`],
  ['customer', `(by: { phone: "${PERSON.phone}" })`],
  ['purchase', `(by: { id: "${ids.purchase}" })`],
  ['hold', `(id: "${ids.hold}")`],
  ['member', `(id: "${ids.mine}")`],
  ['member', `(id: "${ids.other}")`],
  ['coalition', ''],
  ['viewer', ''],
  ['adjustments', '(first: 3)'],
  ['memberStatements', '(first: 3)'],
  ['settlementWindows', '(first: 3)'],
  ['paymentLegs', '(first: 3)'],
  ['reconciliations', '(first: 3)'],
  [
    'purchaseQuote',
    `(input: { memberId: "${ids.mine}", customer: { id: "${ids.anna}" }, total: { amountMinor: "10000", currency: "RUB" } })`,
  ],
]

/** All that a key is answered over every way from a root, as text. Ways that are refused answer nothing. */
async function walked(key: string, root: Root): Promise<string> {
  const type = schema.getQueryType()?.getFields()[root[0]]?.type
  if (!type) throw new Error(`${root[0]} is no root field`)
  const ways = nestedSelections(getNamedType(type).name)
  const answers: string[] = []
  for (let at = 0; at < ways.length; at += WAYS_AT_ONCE)
    answers.push(await answered(key, root, ways.slice(at, at + WAYS_AT_ONCE)))
  return answers.join('\n')
}

/**
 * Ways that are refused take those beside them with them, so these are asked again by halves; one that costs more than a
 * caller may ask for is asked with the shortest pages.
 */
async function answered(key: string, root: Root, ways: readonly string[]): Promise<string> {
  const [field, args] = root
  const asked = ways.map((way) => `${field}${args} { ${way} }`)
  const { data, errors } = await api.call(`{ ${asked.join(' ')} }`, {}, { key })
  if (errors.length === 0) return JSON.stringify(data)
  if (ways.length === 1) {
    const codes = errors.map(({ extensions }) => String(extensions.code))
    const cheaper = ways[0]?.replace(/first: \d+/g, 'first: 1') ?? ''
    if (codes.includes('QUERY_TOO_COMPLEX'))
      // Deeper than any document may be: nobody is answered there.
      return cheaper === ways[0] ? '' : answered(key, root, [cheaper])
    expect([ways[0], codes.filter((code) => !REFUSED.includes(code))]).toEqual([ways[0], []])
    return JSON.stringify(data)
  }
  const middle = Math.ceil(ways.length / 2)
  const halves = [ways.slice(0, middle), ways.slice(middle)]
  return (await Promise.all(halves.map((half) => answered(key, root, half)))).join('\n')
}

/** What a way may be refused with. */
const REFUSED = ['FORBIDDEN', 'NOT_FOUND']
/** As many as the limits of a document take, mostly. */
const WAYS_AT_ONCE = 16

/** Which of the other member's words, amounts and ids a text has. */
function foreignIn(text: string): string[] {
  const found = [FOREIGN, ...foreign.map(([, id]) => id)].filter((secret) => text.includes(secret))
  return [...found, ...amounts.filter((amount) => text.includes(`"${amount}"`))]
}

describe("from a member's key no way leads to another member's dealings", () => {
  test.each(roots().map(([field], index) => [field, index] as const))('%s (%i)', async (_field, index) => {
    const root = roots()[index]
    if (root) expect(foreignIn(await walked(town.member('mine').apiKey, root))).toEqual([])
  })

  test('the same ways lead an administrator to all of it', async () => {
    const texts: string[] = []
    for (const index of [0, 1, 7, 9, 10]) {
      const root = roots()[index]
      if (root) texts.push(await walked(town.adminKey, root))
    }
    // Lists of holds show open ones; the captured one is asked for by its id.
    const listed = foreign.map(([, id]) => id).filter((id) => id !== ids.captured)
    const everything = [FOREIGN, ...listed, ...amounts]
    expect(foreignIn(texts.join('\n')).toSorted()).toEqual(everything.toSorted())
  })

  test('by id they are not there', async () => {
    const { data } = await api.call(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      { ids: foreign.map(([, id]) => id) },
      { key: town.member('mine').apiKey },
    )
    expect(data.nodes).toEqual(foreign.map(() => null))
    expect(new Set(foreign.map(([noun]) => noun)).size).toBe(7)
  })

  test('nor are they in the statement that is downloaded', async () => {
    const key = town.member('mine').apiKey
    const { data } = await api.call('{ memberStatements { nodes { documents } } }', {}, { key })
    const [, csv, json] = data.memberStatements.nodes[0].documents
    for (const path of [csv, json]) {
      const answer = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${key}` } })
      const text = await answer.text()
      expect([answer.status, text.includes('REDEEM'), text.includes(FOREIGN)]).toEqual([200, true, false])
    }
  })

  test('the wallet has one line for them, and sums that are right', async () => {
    const query = `query ($id: ID!) { customer(by: { id: $id }) { wallet { balance elsewhere lots { issuer { id } remaining } } } }`
    const seen = async (key: string) =>
      (await api.call(query, { id: ids.anna }, { key })).data.customer.wallet
    const { balance, elsewhere, lots } = await seen(town.member('mine').apiKey)
    const own = lots.reduce((sum: bigint, lot: { remaining: string }) => sum + BigInt(lot.remaining), 0n)
    expect([own > 0n, BigInt(elsewhere) > 0n, own + BigInt(elsewhere)]).toEqual([true, true, BigInt(balance)])
    expect(new Set(lots.map((lot: { issuer: { id: string } }) => lot.issuer.id))).toEqual(new Set([ids.mine]))
    expect(await seen(town.adminKey)).toMatchObject({ balance, elsewhere: '0' })
  })
})

describe('personal fields obey their scope wherever a customer is reached', () => {
  const secrets = () => [...Object.values(PERSON), cardNumber]
  const personIn = (text: string) => secrets().filter((secret) => text.includes(secret))

  test.each(roots().map(([field], index) => [field, index] as const))('%s (%i)', async (field, index) => {
    const root = roots()[index]
    if (!root) throw new Error(`${field} is not there`)
    expect(personIn(await walked(await keyWithout('customers:read'), root))).toEqual([])
  })

  test('with the scope they are there', async () => {
    const [root] = roots()
    if (root) expect(personIn(await walked(town.member('mine').apiKey, root))).toEqual(secrets())
  })

  async function keyWithout(scope: string): Promise<string> {
    const scopes = [...town.member('mine').principal.scopes].filter((own) => own !== scope)
    const { data } = await api.call(
      'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreatePayload { secret } } }',
      { input: { name: 'Till', scopes } },
      { key: town.member('mine').apiKey },
    )
    return data.apiKeyCreate.secret
  }
})
