import { minor, points } from '@artel/ledger'
import {
  type Context,
  captureHold,
  createHold,
  encodePublicId,
  type MemberStatus,
  proposeAdjustment,
  recordPurchase,
  STATUSES_OF_VERB,
  suspendMember,
  updateMember,
} from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'
import { growthArguments } from '../testing/growth-arguments.ts'
import { MAY_USE } from '../testing/may-use.ts'
import { minimalInput } from '../testing/minimal-input.ts'
import { freshKey, roubles } from '../testing/operations.ts'
import { type Answer, startTestApi, type TestApi } from '../testing/test-api.ts'
import { type WatchOptions, watch } from '../testing/watch.ts'
import { ACCESS } from './access-rules.ts'

const STATUSES = ['INVITED', 'ACTIVE', 'SUSPENDED', 'EXITING', 'CLOSED'] as const

interface Past {
  readonly purchaseId: string
  readonly holdIds: readonly [string, string]
  readonly adjustmentId: string
}

let api: TestApi
let town: BuiltCoalition
const pasts = new Map<MemberStatus, Past>()
const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })

beforeAll(async () => {
  api = await startTestApi()
  const members = STATUSES.reduce((built, status) => built.withMember(status.toLowerCase()), aCoalition())
  town = await members
    .withCustomer('Anna', { at: 'active' })
    .withCustomer('Boris', { at: 'active' })
    .withCustomer('Clara', { at: 'exiting' })
    .open(api.store)
  for (const status of STATUSES) pasts.set(status, await pastOf(status))
  for (const status of STATUSES) await stand(status)
})
afterAll(() => api.stop())

/** A purchase, two open holds and an adjustment that waits, made while the member was ACTIVE. */
async function pastOf(status: MemberStatus): Promise<Past> {
  const { context, principal } = town.member(status.toLowerCase())
  const anna = town.customer('Anna')
  const { purchase } = await recordPurchase(context, aSale(anna))
  const two = { points: points(2n) }
  const holds = [await createHold(context, aHold(anna, two)), await createHold(context, aHold(anna, two))]
  const colleague: Context = {
    ...context,
    principal: { ...principal, personId: town.treasurer.personId ?? null },
  }
  const { adjustment } = await proposeAdjustment(colleague, {
    ...{ customer: { id: anna.id }, points: points(900_000n), kind: 'GOODWILL', reason: 'x' },
    idempotencyKey: freshKey(),
  })
  return {
    purchaseId: encodePublicId('purchase', purchase.id),
    holdIds: holds.map(({ hold }) => encodePublicId('hold', hold.id)) as [string, string],
    adjustmentId: encodePublicId('adjustment', adjustment.id),
  }
}

/** Puts the member where it is to stand, whatever a member must go through to come there. */
async function stand(status: MemberStatus): Promise<void> {
  const { id } = town.member(status.toLowerCase())
  await api.store.prisma.member.updateMany({ where: { coalitionId: town.id, id }, data: { status } })
  await updateMember(town.adminContext, { memberId: id })
}

/** Ids of endpoints and deliveries that there are not. */
function webhookArguments(nowhere: string): Record<string, Record<string, unknown>> {
  const endpoint = { input: { id: encodePublicId('webhookEndpoint', nowhere) } }
  return {
    'Mutation.webhookEndpointUpdate': endpoint,
    'Mutation.webhookEndpointPause': endpoint,
    'Mutation.webhookEndpointResume': endpoint,
    'Mutation.webhookEndpointDelete': endpoint,
    'Mutation.webhookSecretRotate': endpoint,
    'Mutation.webhookTest': endpoint,
    'Mutation.webhookDeliveryReplay': { input: { id: encodePublicId('webhookDelivery', nowhere) } },
  }
}

/** Arguments that get as far as the decision; whatever else is wrong with them then is not the status. */
function argumentsOf(field: string, past: Past): Record<string, unknown> {
  const nowhere = town.id
  const named: Record<string, Record<string, unknown>> = {
    'Query.customer': { by: customer('Anna') },
    'Query.purchase': { by: { id: past.purchaseId } },
    'Query.hold': { id: past.holdIds[0] },
    'Query.purchaseQuote': { input: { customer: customer('Anna'), total: roubles(100) } },
    'Subscription.balanceChanged': { customerId: customer('Anna').id },
    'Mutation.widgetSessionCreate': { input: { customer: customer('Anna') } },
    'Mutation.purchaseRecord': {
      input: { customer: customer('Anna'), receiptRef: 'r', total: roubles(100) },
    },
    'Mutation.holdCreate': {
      input: { customer: customer('Anna'), orderRef: 'o', bill: roubles(100), points: '1' },
    },
    'Mutation.holdCapture': { input: { holdId: past.holdIds[0], receiptRef: 'c', total: roubles(100) } },
    'Mutation.holdVoid': { input: { holdId: past.holdIds[1] } },
    'Mutation.purchaseRefund': { input: { purchase: { id: past.purchaseId }, amount: roubles(1) } },
    'Mutation.promoAward': { input: { customer: customer('Anna'), points: '1' } },
    'Mutation.adjustmentPropose': {
      input: { customer: customer('Anna'), points: '1', kind: 'GOODWILL', reason: 'x' },
    },
    'Mutation.adjustmentApprove': { input: { adjustmentId: past.adjustmentId } },
    'Mutation.adjustmentWithdraw': { input: { adjustmentId: past.adjustmentId } },
    'Mutation.consentRecord': { input: { customer: customer('Anna') } },
    'Mutation.consentWithdraw': { input: { customer: customer('Anna') } },
    'Mutation.vehicleAdd': { input: { customer: customer('Anna'), plate: 'A123BC77' } },
    'Mutation.vehicleUpdate': { input: { vehicleId: encodePublicId('vehicle', nowhere) } },
    'Mutation.vehicleRemove': { input: { vehicleId: encodePublicId('vehicle', nowhere) } },
    'Mutation.pointsTransfer': { input: { from: customer('Anna'), to: customer('Boris'), points: '1' } },
    'Mutation.lateSalesRecord': {
      input: { reconciliationId: encodePublicId('reconciliation', nowhere), positions: [1] },
    },
    ...webhookArguments(nowhere),
    'Mutation.statementAccept': { input: { statementId: encodePublicId('statement', nowhere) } },
    'Mutation.disputeOpen': {
      input: {
        statementId: encodePublicId('statement', nowhere),
        entryId: encodePublicId('entry', nowhere),
        reason: 'x',
      },
    },
    'Mutation.memberExitNotice': { input: { reason: '' } },
    'Mutation.apiKeyRotate': { input: { id: encodePublicId('apiKey', nowhere) } },
    'Mutation.staffInvite': { input: { role: 'CASHIER', email: 'x' } },
    'Mutation.tillRegister': { input: { name: 'x' } },
    ...growthArguments(nowhere, customer('Anna')),
    // Nobody has told hers, and what stands the member that enrolled her alone may change.
    'Mutation.customerBirthDateSet': { input: { customer: customer('Clara'), birthDate: '1990-05-17' } },
    'Mutation.tillRevoke': { input: { id: encodePublicId('till', nowhere) } },
    'Mutation.pinCodeCreate': { input: { grantId: encodePublicId('staffGrant', nowhere) } },
    'Mutation.staffRevoke': { input: { grantId: encodePublicId('staffGrant', nowhere) } },
  }
  return named[field] ?? {}
}

/** The codes of a field's answer to a key, of the refusal or of the errors. */
async function codesOf(field: string, status: MemberStatus): Promise<string[]> {
  const [type = '', name = ''] = field.split('.')
  const past = pasts.get(status)
  if (!past) throw new Error(`${status} has no past`)
  const definition = schema.getType(type)
  if (!definition || !('getFields' in definition)) throw new Error(`${type} has no fields`)
  const root = definition.getFields()[name]
  if (!root || !('args' in root)) throw new Error(`${field} is no root field`)
  const given = argumentsOf(field, past)
  const variables: Record<string, unknown> = {}
  for (const { name: argument, type: argumentType } of root.args) {
    const value = given[argument]
    if (value === undefined && !String(argumentType).endsWith('!')) continue
    const least = minimalInput(String(argumentType))
    const whole = typeof least === 'object' && least !== null && !Array.isArray(least)
    const isOneWay = whole && argument === 'by'
    variables[argument] = whole && !isOneWay ? { ...least, ...(value as object) } : (value ?? least)
    const input = variables[argument] as Record<string, unknown>
    if (whole && 'idempotencyKey' in input) input.idempotencyKey = freshKey()
  }
  const declared = root.args.filter(({ name: argument }) => argument in variables)
  const head = declared.map((one) => `$${one.name}: ${one.type}`).join(', ')
  const list = declared.map((one) => `${one.name}: $${one.name}`).join(', ')
  const refusal = /Result!?$/.test(String(root.type)) ? '... on UserError { code }' : ''
  const document = `${type.toLowerCase()} Walk${head && `(${head})`} { ${name}${list && `(${list})`} { __typename ${refusal} } }`
  const key = town.member(status.toLowerCase()).apiKey
  if (type === 'Subscription') return codesOfStream(document, { variables, key })
  const answer = await api.call(document, variables, { key })
  const answered = answer.data?.[name]?.code
  return [...answer.errors.map(({ extensions }) => String(extensions.code)), ...(answered ? [answered] : [])]
}

/** A stream that begins has no codes. */
async function codesOfStream(document: string, options: WatchOptions): Promise<string[]> {
  const stream = await watch(api.url, document, options)
  const refused = stream.status === 200 ? undefined : await stream.next()
  stream.close()
  return (refused?.data.errors ?? []).map(({ extensions }: Answer['errors'][number]) =>
    String(extensions.code),
  )
}

const FIELDS = Object.keys(ACCESS).filter(
  (field) => ACCESS[field]?.member !== false && !ACCESS[field]?.inPerson,
)

describe('a member uses what its status allows', () => {
  test('every field that members may call is in the list, and no verb of the table is without a status', () => {
    expect(FIELDS.toSorted()).toEqual(Object.keys(MAY_USE).toSorted())
    for (const [verb, statuses] of Object.entries(STATUSES_OF_VERB)) {
      expect([verb, statuses.length > 0]).toEqual([verb, true])
      expect([verb, statuses]).not.toEqual([verb, expect.arrayContaining(['CLOSED'])])
    }
  })

  const walk = FIELDS.flatMap((field) => STATUSES.map((status) => [field, status] as const))
  test.each(walk)('%s x %s', async (field, status) => {
    const codes = await codesOf(field, status)
    const refusals = codes.filter((code) =>
      ['MEMBER_NOT_ACTIVE', 'FORBIDDEN', 'UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED'].includes(code),
    )
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR')
    if (MAY_USE[field]?.includes(status.charAt(0))) expect(refusals).toEqual([])
    else if (status === 'CLOSED') expect(refusals).toEqual(['UNAUTHENTICATED'])
    else
      expect(refusals).toEqual([
        !field.startsWith('Mutation.') && field !== 'Query.purchaseQuote' ? 'FORBIDDEN' : 'MEMBER_NOT_ACTIVE',
      ])
  })
})

describe('what a status hides below the root', () => {
  const READ = `query ($purchase: ID!, $customer: ID!, $hold: ID!) {
    purchase: node(id: $purchase) { id } customer: node(id: $customer) { id } hold: node(id: $hold) { id }
  }`
  const seenBy = async (status: MemberStatus, name: string) => {
    const past = pasts.get(status)
    const ids = { purchase: past?.purchaseId, hold: past?.holdIds[0], customer: customer(name).id }
    const { data } = await api.call(READ, ids, { key: town.member(status.toLowerCase()).apiKey })
    return Object.keys(data).filter((one) => data[one] !== null)
  }
  test('an INVITED member sees no customer and no sale by id', async () => {
    expect(await seenBy('INVITED', 'Anna')).toEqual([])
  })
  test('a SUSPENDED member sees the customers that it has dealt with, and no others', async () => {
    expect(await seenBy('SUSPENDED', 'Anna')).toEqual(['purchase', 'customer', 'hold'])
    expect(await seenBy('SUSPENDED', 'Boris')).toEqual(['purchase', 'hold'])
    const byPhone = await api.call(
      'query ($by: CustomerBy!) { customer(by: $by) { id } }',
      { by: customer('Boris') },
      { key: town.member('suspended').apiKey },
    )
    expect([byPhone.data.customer, byPhone.errors]).toEqual([null, []])
    expect(await seenBy('ACTIVE', 'Boris')).toEqual(['purchase', 'customer', 'hold'])
  })
  test.each([
    ['coverage { covered }', 'INVITED'],
    ['coverage { covered }', 'SUSPENDED'],
    ['chain { hash }', 'INVITED'],
    ['reciprocity { __typename }', 'SUSPENDED'],
    ['receivablesAgeing { __typename }', 'INVITED'],
  ] as const)('coalition { %s } is refused to a member that is %s', async (field, status) => {
    const { errors } = await api.call(
      `{ coalition { ${field} } }`,
      {},
      { key: town.member(status.toLowerCase()).apiKey },
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['MEMBER_NOT_ACTIVE'])
  })
})

test('points of a hold are captured by a SUSPENDED member, and it gives none for the sale', async () => {
  const built = await aCoalition().withMember('shop').withCustomer('Anna').open(api.store)
  const { context, id: memberId } = built.member('shop')
  await recordPurchase(context, aSale(built.customer('Anna')))
  const { hold } = await createHold(context, aHold(built.customer('Anna'), { points: points(5n) }))
  await suspendMember(built.adminContext, { memberId })
  const sale = {
    holdId: hold.id,
    receiptRef: 'captured',
    total: { amountMinor: minor(100_00n), currency: 'RUB' },
  }
  const { purchase } = await captureHold(context, { ...sale, idempotencyKey: freshKey() })
  expect([purchase.pointsRedeemed, purchase.pointsEarned]).toEqual([5n, 0n])
})
