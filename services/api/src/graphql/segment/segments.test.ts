import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris')
    .open(api.store)
})
afterAll(() => api.stop())

const wash = () => town.member('wash').apiKey
const SEGMENT =
  'segment { id name(language: EN) member { handle } customerCount customers(first: 9) { nodes { name } } }'

async function mutate(name: string, type: string, input: object, by = wash()) {
  const payload = {
    segmentAdd: `... on SegmentAddPayload { added notFound ${SEGMENT} }`,
    segmentRemove: `... on SegmentRemovePayload { removed notFound ${SEGMENT} }`,
    ruleDraft:
      '... on RulePayload { rule { id sentence(language: EN) definition { if { segments { id en ru } } } } }',
    ruleSchedule: '... on RulePayload { rule { status } }',
    ruleEnd: '... on RulePayload { rule { status } }',
  }[name]
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
    ${payload ?? `... on SegmentPayload { ${SEGMENT} }`} ... on UserError { code message }
    ... on InvalidInputError { path } ${name === 'segmentDelete' ? '... on SegmentInUseError { ruleId }' : ''} } }`
  const { data, errors } = await api.call(query, { input }, { key: by })
  expect(errors).toEqual([])
  return data[name]
}

const sell = async (name: string) => {
  const customer = { id: encodePublicId('customer', town.customer(name).id) }
  const input = { customer, receiptRef: freshKey(), total: roubles(1_000), idempotencyKey: freshKey() }
  const { data } = await api.call(RECORD, { input }, { key: wash() })
  const { id } = data.purchaseRecord.purchase
  const read = await api.call(
    'query ($id: ID!) { purchase(by: { id: $id }) { pointsEarned } }',
    { id },
    { key: wash() },
  )
  return read.data.purchase.pointsEarned
}

test('a segment is made, filled, asked for by a rule, and deleted after it', async () => {
  const created = await mutate('segmentCreate', 'SegmentCreateInput', {
    name: { en: 'Drivers', ru: 'Водители' },
  })
  const { segment } = created
  expect(segment).toMatchObject({ name: 'Drivers', member: { handle: 'wash' }, customerCount: 0 })
  const customers = [{ phone: '8 (912) 000-00-01' }, { phone: '+79129999999' }]
  expect(await mutate('segmentAdd', 'SegmentCustomersInput', { id: segment.id, customers })).toMatchObject({
    ...{ added: 1, notFound: [1] },
    segment: { customerCount: 1, customers: { nodes: [{ name: 'Anna' }] } },
  })
  const definition = {
    ...{ name: { en: 'For drivers', ru: 'Для водителей' }, schedule: { fromDay: '2026-01-01' } },
    ...{ if: { customer: { segments: [segment.id] } }, give: [{ pointsFixed: '10' }] },
  }
  const { rule } = await mutate('ruleDraft', 'RuleDraftInput', { definition })
  expect(rule).toMatchObject({
    definition: { if: { segments: [{ id: segment.id, en: 'Drivers', ru: 'Водители' }] } },
    sentence: expect.stringContaining('for customers in «Drivers»'),
  })
  await mutate('ruleSchedule', 'RuleStepInput', { id: rule.id })
  expect([await sell('Anna'), await sell('Boris')]).toEqual(['60', '50'])
  expect(await mutate('segmentDelete', 'SegmentDeleteInput', { id: segment.id })).toMatchObject({
    ...{ __typename: 'SegmentInUseError', code: 'SEGMENT_IN_USE', ruleId: rule.id },
  })
  await mutate('ruleEnd', 'RuleStepInput', { id: rule.id })
  expect(await mutate('segmentRemove', 'SegmentCustomersInput', { id: segment.id, customers })).toMatchObject(
    {
      removed: 1,
    },
  )
  expect((await mutate('segmentDelete', 'SegmentDeleteInput', { id: segment.id })).__typename).toBe(
    'SegmentPayload',
  )
  const { data } = await api.call('{ segments(first: 9) { nodes { id } } }', {}, { key: wash() })
  expect(data.segments.nodes).toEqual([])
})

test("another member's is no segment, and of the coalition's a member sees the name alone", async () => {
  const name = { en: 'Letter', ru: 'Письмо' }
  const own = await mutate('segmentCreate', 'SegmentCreateInput', { name })
  const shared = await mutate('segmentCreate', 'SegmentCreateInput', { name }, town.adminKey)
  const customers = [{ phone: '+79120000001' }]
  const id = shared.segment.id
  await mutate('segmentAdd', 'SegmentCustomersInput', { id, customers }, town.adminKey)
  const cafe = town.member('cafe').apiKey
  const { data } = await api.call(
    `{ segments(first: 9) { nodes { id customerCount customers(first: 9) { nodes { id } } } } }`,
    {},
    { key: cafe },
  )
  expect(data.segments.nodes).toEqual([{ id, customerCount: null, customers: { nodes: [] } }])
  for (const segment of [own.segment.id, id])
    expect(
      await mutate('segmentAdd', 'SegmentCustomersInput', { id: segment, customers }, cafe),
    ).toMatchObject({ code: 'NOT_FOUND' })
  const definition = {
    ...{ name, schedule: { fromDay: '2026-01-01' }, give: [{ pointsFixed: '10' }] },
    if: { customer: { segments: [id, own.segment.id] } },
  }
  expect(await mutate('ruleDraft', 'RuleDraftInput', { definition }, cafe)).toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['input', 'definition', 'if', 'customer', 'segments', '1'] },
  })
})
