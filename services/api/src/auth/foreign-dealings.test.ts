import { decodePublicId, encodePublicId } from '@artel/use-cases'
import { type BuiltCoalition, customerAt } from '@artel/use-cases/testing'
import { getNamedType } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import {
  AMOUNTS,
  FOREIGN,
  type ForeignWorld,
  foreignWorld,
  PERSON,
  PLATE,
  STRANGER,
} from '../testing/foreign-world.ts'
import { nestedSelections } from '../testing/nested-queries.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeAnswerAs } from '../webhooks/answer-as.ts'

let api: TestApi
let town: BuiltCoalition
let cardNumber: string
let ids: ForeignWorld['ids'] = {}
let foreign: ForeignWorld['foreign']

beforeAll(async () => {
  api = await startTestApi()
  ;({ town, cardNumber, ids, foreign } = await foreignWorld(api))
})
afterAll(() => api.stop())

/** What a walk begins at: a root field with its arguments. */
type Root = readonly [field: string, args: string]
const roots = (): Root[] => [
  ['customer', `(by: { id: "${ids.anna}" })`],
  ['customer', `(by: { id: "${ids.boris}" })`],
  ['customer', `(by: { id: "${ids.vera}" })`],
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
  ['receiptClaims', '(first: 3)'],
  ['earnCodes', '(first: 3)'],
  [
    'purchaseQuote',
    `(input: { memberId: "${ids.mine}", customer: { id: "${ids.anna}" }, total: { amountMinor: "10000", currency: "RUB" } })`,
  ],
]

/** All that a key is answered over every way from a root, as text. Ways that are refused answer nothing. */
async function walked(key: string, root: Root, ways = waysFrom(root)): Promise<string> {
  const answers: string[] = []
  for (let at = 0; at < ways.length; at += WAYS_AT_ONCE)
    answers.push(await answered(key, root, ways.slice(at, at + WAYS_AT_ONCE)))
  return answers.join('\n')
}

function waysFrom([field]: Root): string[] {
  const type = schema.getQueryType()?.getFields()[field]?.type
  if (!type) throw new Error(`${field} is no root field`)
  return nestedSelections(getNamedType(type).name)
}

/** Of the ways those over one page at most, whose page is long: they show all there is, and cost little. */
const longPages = (ways: readonly string[]): string[] =>
  ways
    .filter((way) => (way.match(/first: /g) ?? []).length < 2)
    .map((way) => way.replace(/first: \d+/, 'first: 50'))

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
  const found = [FOREIGN, PLATE, ...foreign.map(([, id]) => id)].filter((secret) => text.includes(secret))
  return [...found, ...AMOUNTS.filter((amount) => text.includes(`"${amount}"`))]
}

describe("from a member's key no way leads to another member's dealings", () => {
  test.each(roots().map(([field], index) => [field, index] as const))('%s (%i)', async (_field, index) => {
    const root = roots()[index]
    if (root) expect(foreignIn(await walked(town.member('mine').apiKey, root))).toEqual([])
  })

  test('the same ways lead an administrator to all of it', async () => {
    const texts: string[] = []
    const shown = ['customer', 'coalition', 'adjustments', 'memberStatements', 'receiptClaims', 'earnCodes']
    // What the friends whom Anna and Vera brought have is on their own cards.
    const friends = ['Galina', 'Fyodor'].map(
      (name): Root => ['customer', `(by: { id: "${encodePublicId('customer', town.customer(name).id)}" })`],
    )
    for (const root of [...roots().filter(([field]) => shown.includes(field)), ...friends])
      texts.push(await walked(town.adminKey, root, longPages(waysFrom(root))))
    // Lists of holds show open ones; the captured one is asked for by its id.
    const listed = foreign.map(([, id]) => id).filter((id) => id !== ids.captured)
    const everything = [FOREIGN, PLATE, ...listed, ...AMOUNTS]
    expect(foreignIn(texts.join('\n')).toSorted()).toEqual(everything.toSorted())
  })

  test('by id they are not there', async () => {
    const { data } = await api.call(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      { ids: foreign.map(([, id]) => id) },
      { key: town.member('mine').apiKey },
    )
    expect(data.nodes).toEqual(foreign.map(() => null))
    expect(new Set(foreign.map(([noun]) => noun)).size).toBe(10)
  })

  test('a household is told of those it has dealt with, and of others to administrators', async () => {
    const query = 'query ($id: ID!) { customer(by: { id: $id }) { household { id } } }'
    const seen = async (key: string, id = ids.anna) =>
      (await api.call(query, { id }, { key })).data.customer.household
    const { mine, other } = { mine: town.member('mine').apiKey, other: town.member('other').apiKey }
    expect([await seen(mine), await seen(mine, ids.boris)]).toEqual([[], []])
    expect([await seen(other), await seen(town.adminKey)]).toEqual([[{ id: ids.boris }], [{ id: ids.boris }]])
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

describe("a customer's token, which its member may make for anybody, leads to no dealings at another", () => {
  /** All that a token is answered over every way from a root; persisted operations are some of them. */
  async function toldByToken(name: string, root: Root): Promise<string> {
    const answerAs = makeAnswerAs({ store: api.store, log: pino({ level: 'silent' }) })
    const type = schema.getQueryType()?.getFields()[root[0]]?.type
    if (!type) throw new Error(`${root[0]} is no root field`)
    // What a viewer shows beside its customer is shown to everybody.
    const ways = nestedSelections(getNamedType(type).name).filter(
      (way) => root[0] !== 'viewer' || way.startsWith('customer'),
    )
    const answers: string[] = []
    for (let at = 0; at < ways.length; at += WAYS_AT_ONCE) {
      const asked = ways.slice(at, at + WAYS_AT_ONCE).map((way) => `${root[0]}${root[1]} { ${way} }`)
      const { data, errors = [] } = await answerAs(principalOf(name), `{ ${asked.join(' ')} }`)
      expect(errors.map(({ message, path }) => [message, path])).toEqual([])
      answers.push(JSON.stringify(data))
    }
    return answers.join('\n')
  }
  const principalOf = (name: string) =>
    name === 'Anna'
      ? { ...customerAt(town, 'Vera', 'mine').principal, customerId: annaId() }
      : customerAt(town, name, 'mine').principal
  const annaId = () => decodePublicId('customer', ids.anna ?? '') ?? ''
  const mine = (): Root[] => [
    ['viewer', ''],
    ['purchase', `(by: { id: "${ids.purchase}" })`],
    ['hold', `(id: "${ids.hold}")`],
    ['receiptClaims', '(first: 3)'],
  ]

  test.each(['viewer', 'purchase', 'hold', 'receiptClaims'])('%s', async (field) => {
    for (const name of ['Anna', 'Vera', 'Boris']) {
      const root = mine().find(([one]) => one === field)
      if (root) expect([name, foreignIn(await toldByToken(name, root))]).toEqual([name, []])
    }
  })

  test('nor to contacts that its member does not see, in the export either', async () => {
    const answerAs = makeAnswerAs({ store: api.store, log: pino({ level: 'silent' }) })
    const secrets = (text: string) => Object.values(STRANGER).filter((secret) => text.includes(secret))
    const exported = async (name: string) =>
      JSON.stringify((await answerAs(principalOf(name), '{ customerExport { content } }')).data)
    const [root] = mine()
    if (!root) throw new Error('There is no root')
    expect(secrets(await toldByToken('Vera', root))).toEqual([])
    const vera = await exported('Vera')
    expect([secrets(vera), foreignIn(vera)]).toEqual([[], []])
    const anna = await exported('Anna')
    expect([anna.includes(PERSON.phone), foreignIn(anna)]).toEqual([true, []])
  })

  test('one line says what is elsewhere', async () => {
    const answerAs = makeAnswerAs({ store: api.store, log: pino({ level: 'silent' }) })
    const query = '{ viewer { customer { wallet { balance elsewhere lots { remaining } } } } }'
    const { data } = await answerAs(principalOf('Vera'), query)
    const { balance, elsewhere, lots } = (data as never as { viewer: { customer: { wallet: Seen } } }).viewer
      .customer.wallet
    expect([BigInt(balance) > 0n, elsewhere, lots]).toEqual([true, balance, []])
  })
  interface Seen {
    readonly balance: string
    readonly elsewhere: string
    readonly lots: readonly unknown[]
  }
})
