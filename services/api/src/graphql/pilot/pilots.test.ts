import { decodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, localDay } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const names = Array.from({ length: 12 }, (_, index) => `Customer ${index}`)

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await names
    .reduce(
      (built, name, index) => built.withCustomer(name, { reference: `c${index}` }),
      aCoalition().withMember('wash').withMember('cafe'),
    )
    .open(api.store)
})
afterAll(() => api.stop())

const RESULT = `result { treatment { customers returned meanSpend { amountMinor currency } } control { customers returned }
  spend { estimate { amountMinor } low { amountMinor } high { amountMinor } } returning { estimateBps lowBps highBps } proposal }`
const PILOT = `pilot { id status controlBps fromDay toDay baseDays upliftBps needsTreatment needsControl decision reason
  name(language: EN) member { handle } ${RESULT} }`

async function mutate(name: string, type: string, input: object, key: string) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on PilotPayload { ${PILOT} }
    ... on InvalidInputError { path message }
    ${name === 'pilotDecide' ? '... on PilotStatusError { pilotStatus } ... on NotFoundError { message }' : ''} } }`
  const { data, errors } = await api.call(query, { input }, { key })
  expect(errors).toEqual([])
  return data[name]
}

const plan = (over: object = {}) => ({
  ...{ name: { en: 'Trial', ru: 'Проба' }, controlBps: 5_000, fromDay: localDay(1), toDay: localDay(10) },
  ...over,
})

const SELL = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) { ... on PurchaseRecordPayload {
  purchase { id pointsEarned rules { reason points } } } } }`

async function sell(index: number, rubles: number) {
  const receiptRef = freshKey()
  const input = { ...{ receiptRef, total: roubles(rubles), idempotencyKey: receiptRef } }
  const { data } = await api.call(
    SELL,
    { input: { ...input, customer: { reference: `c${index}` } } },
    { key: town.member('wash').apiKey },
  )
  return data.purchaseRecord.purchase
}

describe('a pilot', () => {
  test('of a member is its own: another member does not find it', async () => {
    const { pilot } = await mutate('pilotPlan', 'PilotPlanInput', plan(), town.member('wash').apiKey)
    expect(pilot).toMatchObject({ member: { handle: 'wash' }, result: { proposal: 'WAIT' } })
    const { data } = await api.call(
      `query ($id: ID!) { pilot(id: $id) { id } node(id: $id) { id } pilots { nodes { id } } }`,
      { id: pilot.id },
      { key: town.member('cafe').apiKey },
    )
    expect(data).toMatchObject({ pilot: null, node: null })
    expect(data.pilots.nodes).not.toContainEqual({ id: pilot.id })
    expect(decodePublicId('pilot', pilot.id)).toBeDefined()
  })

  test.each([
    ['controlBps', { controlBps: 100 }],
    ['fromDay', { fromDay: 'tomorrow' }],
    ['fromDay', { fromDay: '2026-01-01' }],
    ['toDay', { toDay: localDay(0) }],
    ['name.en', { name: { en: '', ru: 'Проба' } }],
    ['upliftBps', { upliftBps: 0 }],
  ])('that cannot be is refused at %s', async (field, over) => {
    const refused = await mutate('pilotPlan', 'PilotPlanInput', plan(over), town.adminKey)
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', path: ['input', ...field.split('.')] })
  })

  // The last one: it moves the town's clock.
  test('is planned, joined by a rule, sold under, measured and decided, all by the API', async () => {
    for (const index of names.keys()) await sell(index, 100 + index)
    const { pilot } = await mutate('pilotPlan', 'PilotPlanInput', plan(), town.adminKey)
    expect(pilot).toMatchObject({
      ...{
        status: 'PLANNED',
        controlBps: 5_000,
        baseDays: 90,
        upliftBps: 1_000,
        member: null,
        decision: null,
      },
      result: { proposal: 'WAIT', treatment: { returned: 0 }, control: { returned: 0 } },
    })
    const definition = {
      ...{ name: { en: 'More', ru: 'Больше' }, schedule: { fromDay: localDay(1), toDay: localDay(10) } },
      ...{ give: [{ pointsFixed: '100' }], pilotId: pilot.id },
    }
    const key = town.member('wash').apiKey
    const { data: drafted } = await api.call(
      `mutation ($input: RuleDraftInput!) { ruleDraft(input: $input) { ... on RulePayload { rule { id definition { pilotId } } } } }`,
      { input: { definition } },
      { key },
    )
    expect(drafted.ruleDraft.rule.definition.pilotId).toBe(pilot.id)
    await api.call(
      `mutation ($input: RuleStepInput!) { ruleSchedule(input: $input) { __typename } }`,
      { input: { id: drafted.ruleDraft.rule.id } },
      { key },
    )
    await api.call(
      `mutation { clockAdvance(input: { seconds: ${2 * 24 * 60 * 60} }) { __typename } }`,
      {},
      { key: town.adminKey },
    )
    const sold = []
    for (const index of names.keys()) sold.push(await sell(index, 1_000))
    const held = sold.filter(({ rules }) =>
      rules.some(({ reason }: { reason: string }) => reason === 'CONTROL_GROUP'),
    )
    expect(held.length).toBeGreaterThan(0)
    expect(held.length).toBeLessThan(names.length)
    expect(held.map(({ pointsEarned }) => pointsEarned)).toEqual(held.map(() => '50'))
    expect(
      sold.filter((one) => !held.includes(one)).every(({ pointsEarned }) => pointsEarned === '150'),
    ).toBe(true)

    const { data: read } = await api.call(
      `query ($id: ID!) { pilot(id: $id) { ${RESULT} } node(id: $id) { id } pilots { nodes { id } } }`,
      { id: pilot.id },
      { key },
    )
    // How all members do is not a member's to see.
    expect(read).toEqual({
      ...{
        pilot: { result: null },
        node: { id: pilot.id },
        pilots: { nodes: expect.arrayContaining([{ id: pilot.id }]) },
      },
    })
    const stop = { id: pilot.id, decision: 'STOP', reason: 'Too dear' }
    const early = await mutate(
      'pilotDecide',
      'PilotDecideInput',
      { ...stop, decision: 'SCALE' },
      town.adminKey,
    )
    expect(early).toEqual({ __typename: 'PilotStatusError', pilotStatus: 'RUNNING' })
    const foreign = await mutate('pilotDecide', 'PilotDecideInput', stop, key)
    expect(foreign).toMatchObject({ __typename: 'NotFoundError' })
    const decided = await mutate('pilotDecide', 'PilotDecideInput', stop, town.adminKey)
    expect(decided.pilot).toMatchObject({ status: 'DECIDED', decision: 'STOP', reason: 'Too dear' })
  })
})
