import { points } from '@artel/ledger'
import { decodePublicId, encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const DEFINITION = `definition { name { en ru }
  if { minTotal { amountMinor } anyLine { categories skus minQuantity } noLine { categories } code firstPurchaseHere absentDays }
  schedule { fromDay toDay weekly { days from to } } give { kind percentBps multiplyBps points amount { amountMinor currency } }
  limits { perPurchasePoints perCustomer { times per } budget { points amount { amountMinor } per } }
  combine { group mode priority } }`
const RULE = `rule { id status version name(language: EN) sentence(language: EN) ru: sentence(language: RU) ${DEFINITION} }`

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(api.store)
})
afterAll(() => api.stop())

const key = () => town.member('wash').apiKey

async function mutate(name: string, type: string, input: object, by = key()) {
  const selections =
    name === 'ruleEdit'
      ? `... on RuleEditPayload { ${RULE} isBudgetUsedUp } ... on RuleChangedError { currentVersion } ... on RuleStatusError { ruleStatus }`
      : `... on RulePayload { ${RULE} } ${name === 'ruleDraft' ? '' : '... on RuleStatusError { ruleStatus }'}`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selections} ... on InvalidInputError { path message } } }`
  const { data, errors } = await api.call(query, { input }, { key: by })
  expect(errors).toEqual([])
  return data[name]
}

const whole = {
  name: { en: 'Oil', ru: 'Масло' },
  if: {
    minTotal: roubles(500),
    anyLine: { categories: ['Service/Oil'], minQuantity: '1.5' },
    noLine: { categories: ['gift'] },
  },
  schedule: {
    fromDay: '2026-01-01',
    toDay: '2099-12-31',
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], to: '24:00' }],
  },
  give: [{ pointsPercentBps: 500 }, { discountFixed: roubles(10) }],
  limits: {
    perPurchasePoints: '500',
    perCustomer: { times: 2, per: 'DAY' },
    budget: { amount: roubles(900), per: 'MONTH' },
  },
  combine: { group: 'oil', mode: 'BEST', priority: 7 },
}

describe('a rule', () => {
  test('is read as it was written, in fields and in a sentence', async () => {
    const { rule } = await mutate('ruleDraft', 'RuleDraftInput', {
      definition: whole,
      template: 'happy-hours',
    })
    expect(rule).toMatchObject({
      ...{ status: 'DRAFT', version: 1, name: 'Oil' },
      definition: {
        if: {
          minTotal: { amountMinor: '50000' },
          anyLine: { categories: ['service/oil'], skus: [], minQuantity: '1.5' },
          noLine: { categories: ['gift'] },
        },
        schedule: {
          ...{ fromDay: '2026-01-01', toDay: '2099-12-31' },
          weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
        },
        give: [
          { kind: 'POINTS_PERCENT', percentBps: 500, points: null, amount: null },
          { kind: 'DISCOUNT_FIXED', percentBps: null, amount: { amountMinor: '1000', currency: 'RUB' } },
        ],
        limits: {
          perPurchasePoints: '500',
          perCustomer: { times: 2, per: 'DAY' },
          budget: { points: null, amount: { amountMinor: '90000' }, per: 'MONTH' },
        },
        combine: { group: 'oil', mode: 'BEST', priority: 7 },
      },
    })
    expect(rule.sentence).toContain('service/oil')
    expect(rule.ru).toMatch(/[а-я]/)
    await mutate('ruleEnd', 'RuleStepInput', { id: rule.id })
  })

  test('is scheduled, gives on a sale, is edited, and keeps every version', async () => {
    const definition = {
      ...{ name: { en: 'Ten', ru: 'Десять' }, schedule: { fromDay: '2026-01-01' } },
      give: [{ pointsFixed: '10' }],
    }
    const { rule } = await mutate('ruleDraft', 'RuleDraftInput', { definition })
    const scheduled = await mutate('ruleSchedule', 'RuleStepInput', { id: rule.id })
    expect(scheduled.rule.status).toBe('RUNNING')
    const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
    const { data } = await api.call(
      RECORD,
      { input: { idempotencyKey: freshKey(), customer, receiptRef: 'R1', total: roubles(1_000) } },
      { key: key() },
    )
    const id = decodePublicId('purchase', data.purchaseRecord.purchase.id) ?? ''
    expect(await api.store.prisma.purchase.findFirst({ where: { id } })).toMatchObject({
      pointsEarned: points(60n),
    })
    const edit = { id: rule.id, version: 1, definition: { ...definition, give: [{ pointsFixed: '20' }] } }
    const edited = await mutate('ruleEdit', 'RuleEditInput', edit)
    expect(edited).toMatchObject({ isBudgetUsedUp: false, rule: { version: 2, status: 'RUNNING' } })
    expect(await mutate('ruleEdit', 'RuleEditInput', edit)).toMatchObject({
      ...{ __typename: 'RuleChangedError', currentVersion: 2 },
    })
    const read = await api.call(
      `query ($id: ID!) { rule(id: $id) { versions(first: 1) { nodes { id version createdById sentence(language: EN) } pageInfo { hasNextPage endCursor } } } }`,
      { id: rule.id },
      { key: key() },
    )
    expect(read.data.rule.versions).toMatchObject({
      nodes: [{ version: 2 }],
      pageInfo: { hasNextPage: true },
    })
    const [{ id: versionId }] = read.data.rule.versions.nodes
    const node = await api.call(
      'query ($id: ID!) { node(id: $id) { ... on RuleVersion { version } } }',
      { id: versionId },
      { key: key() },
    )
    expect(node.data.node.version).toBe(2)
    for (const step of ['rulePause', 'ruleResume'])
      expect((await mutate(step, 'RuleStepInput', { id: rule.id })).__typename).toBe('RulePayload')
    await mutate('ruleEnd', 'RuleStepInput', { id: rule.id })
    expect(await mutate('rulePause', 'RuleStepInput', { id: rule.id })).toMatchObject({
      ...{ __typename: 'RuleStatusError', ruleStatus: 'ENDED' },
    })
  })

  test('is refused at the field that cannot be', async () => {
    const definition = { ...whole, give: [{ discountPercentBps: 10_001 }] }
    expect(await mutate('ruleDraft', 'RuleDraftInput', { definition })).toMatchObject({
      ...{
        __typename: 'InvalidInputError',
        path: ['input', 'definition', 'give', '0', 'discountPercentBps'],
      },
    })
  })

  test('is seen by its member and the coalition, and by no other member', async () => {
    const { rule } = await mutate('ruleDraft', 'RuleDraftInput', { definition: whole })
    const listed = async (by: string) => {
      const { data, errors } = await api.call(
        `query ($member: ID!) { rules(filter: { isOpen: true }, first: 9) { nodes { id status sentence } }
          member(id: $member) { rules(first: 9) { nodes { id } } } }`,
        { member: encodePublicId('member', town.member('wash').id) },
        { key: by },
      )
      expect(errors).toEqual([])
      return [
        data.rules.nodes.length > 0,
        data.member.rules.nodes.some(({ id }: { id: string }) => id === rule.id),
      ]
    }
    expect(await listed(key())).toEqual([true, true])
    expect(await listed(town.adminKey)).toEqual([true, true])
    expect(await listed(town.member('cafe').apiKey)).toEqual([false, false])
  })

  test('costs a query a kind, whatever the length of the list', async () => {
    let queries = 0
    const count = () => {
      queries += 1
    }
    const { pool } = api.store
    const send = pool.query.bind(pool)
    pool.query = ((...args: Parameters<typeof send>) => {
      count()
      return send(...args)
    }) as typeof pool.query
    try {
      const of = async (first: number) => {
        queries = 0
        await api.call(
          `{ rules(first: ${first}) { nodes { status name sentence ${DEFINITION} member { handle } } } }`,
          {},
          { key: town.adminKey },
        )
        return queries
      }
      await of(1)
      const one = await of(1)
      expect(await of(3)).toBe(one)
    } finally {
      pool.query = send as typeof pool.query
    }
  })
})

test('a dry run says what a rule would have done, and what that costs', async () => {
  const { data, errors } = await api.call(
    `query ($input: RuleDryRunInput!) { ruleDryRun(input: $input) { __typename ... on RuleDryRun {
      sentence(language: EN) fromDay toDay purchases touched points discount { amountMinor } cost { amountMinor currency } isStopped } } }`,
    { input: { definition: whole } },
    { key: key() },
  )
  expect(errors).toEqual([])
  expect(data.ruleDryRun).toMatchObject({
    ...{ __typename: 'RuleDryRun', purchases: 0, touched: 0, points: '0', isStopped: false },
    cost: { amountMinor: '0', currency: 'RUB' },
  })
  expect(data.ruleDryRun.fromDay).toMatch(/-01$/)
})
