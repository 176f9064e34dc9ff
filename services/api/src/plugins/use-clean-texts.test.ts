import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENROL, freshKey, RECORD, roubles } from '../testing/operations.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna', { reference: 'anna' }).open(api.store)
  key = town.member('wash').apiKey
})
afterAll(() => api.stop())

/** The same word, its last letter composed and in two parts. */
const COMPOSED = 'чай'.normalize('NFC')
const IN_PARTS = 'чай'.normalize('NFD')

const record = (receiptRef: string, overrides: Record<string, unknown> = {}) =>
  api.call(
    RECORD,
    {
      input: {
        ...{ customer: { reference: 'anna' }, receiptRef, total: roubles(100), idempotencyKey: freshKey() },
        ...overrides,
      },
    },
    { key },
  )

test('the two spellings of a text are different strings', () => {
  expect(COMPOSED).not.toBe(IN_PARTS)
})

test('a body in NFD after the same in NFC, key included, is the same request', async () => {
  const lines = (title: string) => [{ ref: title, title, total: roubles(100) }]
  const idempotencyKey = `${freshKey()}-${COMPOSED}`
  const first = await record(`1-${COMPOSED}`, { idempotencyKey, lines: lines(COMPOSED) })
  const again = await record(`1-${IN_PARTS}`, {
    ...{ idempotencyKey: idempotencyKey.normalize('NFD'), lines: lines(IN_PARTS) },
  })
  expect(first.data.purchaseRecord).toMatchObject({ replayed: false })
  expect(again.data.purchaseRecord).toMatchObject({
    ...{ replayed: true, purchase: { id: first.data.purchaseRecord.purchase.id } },
  })
})

test('a receipt is used once, however its letters and blanks are written', async () => {
  expect((await record(`2 ${COMPOSED}`)).data.purchaseRecord.replayed).toBe(false)
  for (const receiptRef of [`2 ${IN_PARTS}`, `2\u00a0${COMPOSED}`, `\ufeff2\u2003${IN_PARTS}`])
    expect((await record(receiptRef)).data.purchaseRecord.code).toBe('RECEIPT_ALREADY_USED')
})

test('a reference is found in the other spelling, in a variable and in the document', async () => {
  const input = { name: `Анна\u00a0${IN_PARTS}`, reference: `r-${IN_PARTS}`, consentVersion: '1' }
  const enrolled = await api.call(ENROL, { input }, { key })
  const { id, name } = enrolled.data.customerEnrol.customer
  expect(name).toBe(`Анна ${COMPOSED}`)
  const inVariable = await api.call(
    'query ($r: String!) { customer(by: { reference: $r }) { id } }',
    { r: `r-${COMPOSED}` },
    { key },
  )
  const inDocument = await api.call(
    `{ customer(by: { reference: "r-${IN_PARTS.normalize('NFD')}" }) { id } }`,
    {},
    { key },
  )
  expect([inVariable.data.customer.id, inDocument.data.customer.id]).toEqual([id, id])
})

describe('refused with 400, naming the place and the character, nothing written', () => {
  test.each([
    ['NUL', 'R\u0000', 'U+0000'],
    ['an escape', 'R\u001b[2J', 'U+001B'],
    ['a half of a surrogate pair', 'R\ud83d', 'U+D83D'],
    ['a control of direction', 'R\u202e1', 'U+202E'],
  ])('%s in a variable', async (_name, receiptRef, character) => {
    const { status, errors } = await record(receiptRef)
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
    expect(errors[0]?.message).toContain(`variables.input.receiptRef has the character ${character}`)
  })

  test('in the document, and in a name of a JSON object', async () => {
    const literal = await api.call('{ customer(by: { reference: "a\\u0000" }) { id } }', {}, { key })
    const name = await api.call('{ viewer { kind } }', { 'a\u0000': 1 }, { key })
    for (const { status, errors } of [literal, name])
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  })

  test('variables nested without end', async () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: `{"query": "{ viewer { kind } }", "variables": {"nested": ${nested}}}`,
    })
    const { errors } = await response.json()
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  })

  test.each(['variables', 'extensions'])('%s of a GET that are no JSON', async (name) => {
    const address = `${api.url}/graphql?query=${encodeURIComponent('{ viewer { kind } }')}&${name}=%7B`
    const response = await fetch(address, { headers: { accept: 'application/graphql-response+json' } })
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST'])
  })
})
