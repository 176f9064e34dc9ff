import { setTimeout as delay } from 'node:timers/promises'
import {
  encodePublicId,
  type MessageSender,
  mergeCustomers,
  recordPurchase,
  updateCoalition,
} from '@artel/use-cases'
import { aCoalition, aDoor, aHold, anEarnCode, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApi } from '../../start-api.ts'
import { freshKey, persistedId } from '../../testing/operations.ts'
import { aPageVisitor, codeSentAfter, onThePage } from '../../testing/page-visitor.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let phone: string
let customers = 0
beforeAll(async () => {
  // The same key as the door of the tests: what they seal is opened here.
  api = await startTestApi({ secretsKey: aDoor().secretsKey })
})
afterAll(() => api.stop())
beforeEach(async () => {
  customers += 1
  phone = `+7912555${String(customers).padStart(4, '0')}`
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { phone })
    .withCustomer('Boris', { phone: '+79125559999' })
    .open(api.store)
})

const own = (operation: string, variables: Record<string, unknown>, token: string, origin = api.url) =>
  callApi(api.url, { documentId: persistedId(operation), variables }, { key: token, headers: { origin } })
const over = (answer: { readonly errors: readonly { readonly extensions: object }[] }) =>
  answer.errors.map(({ extensions }) => 'code' in extensions && extensions.code)

describe('signing in to the page', () => {
  test('puts the session into an HttpOnly cookie and nowhere else, for calls with the header of a page alone', async () => {
    const { visitor, token } = await onThePage(api, town, phone)
    expect(visitor.cookie).toMatch(new RegExp(`^artel_customer_${town.id}=cs_\\w{32,44}$`))
    const again = await visitor.token()
    expect(again.data.customerTokenCreate).toMatchObject({ devices: [{ isThis: true }] })
    expect(token.split('.')).toHaveLength(3)
    const { handle } = await api.store.prisma.coalition.findUniqueOrThrow({ where: { id: town.id } })
    for (const headers of [{}, { 'artel-csrf': '1', origin: 'https://evil.example' }]) {
      const foreign = aPageVisitor(api, handle, headers)
      foreign.cookie = visitor.cookie
      expect((await foreign.token()).data.customerTokenCreate.token).toBeNull()
    }
  })

  test('tells nobody who is a customer, and says of no phone in the log', async () => {
    const { visitor } = await onThePage(api, town, phone)
    const stranger = '+79125558888'
    const answers = [await visitor.request(stranger), await visitor.request('+79125559999')]
    expect(answers.map(({ data }) => data.customerSignInRequest)).toEqual([
      { isRequested: true },
      { isRequested: true },
    ])
    const wrong = [await visitor.signIn(stranger, '123456'), await visitor.signIn('+79125559999', '123456')]
    expect(wrong.map(({ data }) => data.customerSignIn)).toEqual([
      { code: 'SIGN_IN_CODE_WRONG' },
      { code: 'SIGN_IN_CODE_WRONG' },
    ])
    for (const secret of [phone, stranger, '123456', visitor.cookie.split('=')[1] ?? '-'])
      expect(api.logLines.join('')).not.toContain(secret.replace('+', ''))
    const told = () =>
      api.store.prisma.auditEvent.findFirst({ where: { coalitionId: town.id, act: 'customerSignIn' } })
    await expect.poll(told).toMatchObject({ code: 'SIGN_IN_CODE_WRONG', outcome: 'REFUSED' })
  })

  test('sends the code that was asked for though the process is told to stop', async () => {
    await updateCoalition(town.adminContext, { hostedPage: true })
    let sent = 0
    const slow: MessageSender = {
      ...{ channels: ['SMS'], isForDevelopment: false },
      send: async () => {
        await delay(500)
        sent += 1
      },
    }
    const config = { secretsKey: aDoor().secretsKey, messageSender: slow }
    const leaving = await startApi({ store: api.store, port: 0, config, log: pino({ enabled: false }) })
    const { handle } = await api.store.prisma.coalition.findUniqueOrThrow({ where: { id: town.id } })
    const visitor = aPageVisitor(
      { ...api, call: (query, variables, how) => callApi(leaving.url, { query, variables }, how) },
      handle,
    )
    expect((await visitor.request(phone)).data.customerSignInRequest).toEqual({ isRequested: true })
    await leaving.stop()
    expect(sent).toBe(1)
  })

  test('is for coalitions that have the page switched on', async () => {
    const { handle } = await api.store.prisma.coalition.findUniqueOrThrow({ where: { id: town.id } })
    for (const name of [handle, encodePublicId('coalition', town.id), 'no-such-town']) {
      const { data } = await aPageVisitor(api, name).request(phone)
      expect(data.customerSignInRequest).toEqual({ code: 'NOT_FOUND' })
    }
  })
})

describe('a token of the page', () => {
  test('shows the customer all of its own, at whichever member, and why its points are so many', async () => {
    for (const handle of ['wash', 'cafe'])
      await recordPurchase(town.member(handle).context, aSale(town.customer('Anna'), { receiptRef: handle }))
    const { token } = await onThePage(api, town, phone)
    const card = await own('OwnCard', {}, token)
    expect(card.data.viewer.customer).toMatchObject({ phone, frozenAt: null, card: { status: 'ACTIVE' } })
    const account = await own('WidgetAccount', {}, token)
    expect(account.data.viewer).toMatchObject({ member: null, customer: { wallet: { balance: '100' } } })
    const page = await own('OwnHistory', { first: 10, language: 'EN' }, token)
    expect(page.errors).toEqual([])
    const sales = page.data.viewer.customer.activity.nodes.map(
      (node: { purchase: { receiptRef: string; pointsEarned: string } }) => node.purchase,
    )
    expect(sales).toMatchObject([
      { receiptRef: 'cafe', pointsEarned: '50' },
      { receiptRef: 'wash', pointsEarned: '50' },
    ])
    const exported = await own('OwnExport', {}, token)
    const { purchases } = JSON.parse(exported.data.customerExport.content)
    expect(purchases.map(({ receiptRef }: { receiptRef: string }) => receiptRef)).toEqual(['cafe', 'wash'])
  })

  test('claims, reads and takes back consents, freezes and unfreezes with a code', async () => {
    const { token } = await onThePage(api, town, phone)
    const { code } = await anEarnCode(town)
    const claimed = await own('OwnEarnCodeClaim', { input: { code, idempotencyKey: freshKey() } }, token)
    expect(claimed.data.earnCodeClaim).toMatchObject({ balanceAfter: '50' })
    const taken = await own(
      'OwnConsentWithdraw',
      { input: { purpose: 'PERSONAL_DATA', source: 'WEB' } },
      token,
    )
    expect(taken.data.consentWithdraw).toMatchObject({ consent: { given: false } })
    expect((await own('OwnConsents', {}, token)).data.viewer.customer.consents).toMatchObject([
      { purpose: 'PERSONAL_DATA', given: false },
    ])
    const frozen = await own('OwnFreeze', { input: {} }, token)
    expect(frozen.data.customerFreeze.customer.frozenAt).not.toBeNull()
    const before = api.messages.length
    const asked = await own(
      'WidgetCode',
      { input: { purpose: 'UNFREEZE', idempotencyKey: freshKey() } },
      token,
    )
    const confirmation = {
      id: asked.data.confirmationRequest.confirmationId,
      code: await codeSentAfter(api, before),
    }
    const back = await own('OwnUnfreeze', { input: { confirmation } }, token)
    expect(back.data.customerUnfreeze.customer.frozenAt).toBeNull()
  })

  test('holds no points, asks for no code to spend them, and reads nobody else', async () => {
    await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
    const { token } = await onThePage(api, town, phone)
    const { customer: _, ...hold } = aHold(town.customer('Anna'))
    const bill = { amountMinor: '10000', currency: 'RUB' }
    const input = { orderRef: hold.orderRef, bill, points: '1', idempotencyKey: freshKey() }
    expect(over(await own('WidgetHold', { input }, token))).toEqual(['FORBIDDEN'])
    const code = { purpose: 'SPEND', points: '1', idempotencyKey: freshKey() }
    expect(over(await own('WidgetCode', { input: code }, token))).toEqual(['FORBIDDEN'])
    const offers = await own('WidgetOffers', { first: 5, language: 'EN' }, token)
    expect(offers.errors).toEqual([])
    const partners = await own('WidgetPartners', { first: 5, language: 'EN' }, token)
    expect(partners.data.partners.nodes).toHaveLength(2)
    expect(
      (await own('WidgetRefer', { language: 'EN' }, token)).data.viewer.customer.referral.code,
    ).toBeTruthy()
    const free = await api.call('{ viewer { kind } }', {}, { key: token, headers: { origin: api.url } })
    expect(over(free)).not.toEqual([])
  })

  test('works from the own origin alone', async () => {
    const { token } = await onThePage(api, town, phone)
    expect((await own('OwnCard', {}, token, 'https://wash.example')).status).toBe(401)
    const bare = await callApi(api.url, { documentId: persistedId('OwnCard') }, { key: token })
    expect(bare.status).toBe(401)
  })

  test.each([
    ['its session ends', (visitor: { signOut(): Promise<unknown> }) => visitor.signOut()],
    ['the page is switched off', () => updateCoalition(town.adminContext, { hostedPage: false })],
    [
      'its customer is merged into another',
      () =>
        mergeCustomers(town.adminContext, {
          ...{ customer: { id: town.customer('Anna').id }, into: { id: town.customer('Boris').id } },
          idempotencyKey: freshKey(),
        }),
    ],
  ])('is dead within seconds once %s', async (_what, end) => {
    const { visitor, token } = await onThePage(api, town, phone)
    expect((await own('OwnCard', {}, token)).status).toBe(200)
    await end(visitor)
    const status = async () => (await own('OwnCard', {}, token)).status
    await expect.poll(status).toBe(401)
  })

  test('of a merged customer is followed by one of the survivor', async () => {
    const { visitor } = await onThePage(api, town, phone)
    const [from, into] = [town.customer('Anna').id, town.customer('Boris').id]
    await mergeCustomers(town.adminContext, {
      ...{ customer: { id: from }, into: { id: into }, idempotencyKey: freshKey() },
    })
    const { token } = (await visitor.token()).data.customerTokenCreate
    const { data } = await own('OwnCard', {}, token)
    expect(data.viewer.customer.id).toBe(encodePublicId('customer', into))
  })

  test('a member cannot make one', async () => {
    const { token } = await onThePage(api, town, phone)
    const [head, , seal] = token.split('.')
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const iss = encodePublicId('member', town.member('wash').id)
    for (const forged of [
      { ...claims, iss },
      { ...claims, scope: 'wallet:read hold:create' },
    ]) {
      const body = Buffer.from(JSON.stringify(forged)).toString('base64url')
      expect((await own('OwnCard', {}, [head, body, seal].join('.'))).status).toBe(401)
    }
  })
})
