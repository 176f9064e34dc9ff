import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AuthenticationError, PermissionError } from '@artel/sdk'
import { createArtelBrowser, type TypedDocument, unwrap } from '@artel/sdk/browser'
import { generateTokenKeyPair, mintCustomerToken } from '@artel/sdk/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
beforeAll(async () => {
  world = await startSdkWorld()
})
afterAll(() => world?.stop())

describe('keys', () => {
  it('that are wrong, revoked or too weak are told apart', async () => {
    const stranger = world.client('sk_test_1111_2222').viewer()
    await expect(stranger).rejects.toThrow(AuthenticationError)
    await expect(stranger).rejects.toMatchObject({ requestId: expect.any(String), status: 401 })
    const weak = world.service.members.admit({
      handle: 'x',
      name: 'X',
      kind: 'OTHER',
      earnRule: { kind: 'PERCENT', percentBps: 100 },
    })
    await expect(weak).rejects.toThrow(PermissionError)

    const { secret, apiKey } = await world.service.apiKeys.create({ name: 'till 2' }).unwrap()
    expect((await world.client(secret).viewer()).kind).toBe('MEMBER')
    await world.service.apiKeys.revoke({ id: apiKey.id }).unwrap()
    await refusedSoon(() => world.client(secret).viewer())
    expect((await world.service.apiKeys.list()).map(({ id }) => id)).toContain(apiKey.id)
  })
})

describe('a page with a customer token', () => {
  type Account = { viewer: { customer: { id: string; wallet: { available: string } } | null } }
  type Hold = { input: Record<string, unknown> }
  let account: TypedDocument<Account, Record<string, never>>
  let holdPoints: TypedDocument<{ holdCreate: { __typename: string } }, Hold>

  beforeAll(async () => {
    const manifest = fileURLToPath(
      new URL('../../../../packages/schema/persisted-operations.json', import.meta.url),
    )
    const operations = Object.entries<string>(JSON.parse(await readFile(manifest, 'utf8')))
    const hashOf = (name: string) => operations.find(([, text]) => text.includes(name))?.[0]
    account = persisted(hashOf('query WidgetAccount'))
    holdPoints = persisted(hashOf('mutation WidgetHold'))
  })

  it('signed by the member reads its wallet and holds within its cap', async () => {
    const { kid, privateJwk, publicJwk } = await generateTokenKeyPair()
    await world.service.tokenKeys.register({ kid, publicJwk }).unwrap()
    const { id } = await world.customerWith150Points()
    const { id: memberId } = await world.service.members.me()
    const page = createArtelBrowser({
      url: world.url,
      getToken: async () =>
        (await mintCustomerToken({ memberId, customerId: id, privateJwk, kid, maxPoints: 50n })).token,
    })
    const { viewer } = await page.query(account)
    expect(viewer.customer).toMatchObject({ id, wallet: { available: '150' } })

    const input = { orderRef: 'page-1', bill: { amountMinor: '100000' }, idempotencyKey: 'page-1' }
    const over = await page.mutate(holdPoints, { input: { ...input, points: '51' } })
    expect(over.holdCreate.__typename).toBe('TokenCapExceededError')
    const within = { ...input, points: '50', idempotencyKey: 'page-2' }
    const held = await page.mutate(holdPoints, { input: within })
    expect(unwrap(held.holdCreate)).toMatchObject({ __typename: 'HoldCreatePayload' })
    expect(await world.walletOf(id)).toMatchObject({ available: '100', reserved: '50' })

    await world.service.tokenKeys.revoke({ kid }).unwrap()
    await refusedSoon(() => page.query(account))
  })

  it('signed by the API works from the page it was made for and from no other', async () => {
    const { id } = await world.customerWith150Points()
    const { token } = await world.service.widgetSessions.create({ customer: { id }, origin: ORIGIN }).unwrap()
    const from = (origin: string) =>
      createArtelBrowser({ url: world.url, token, fetch: (input, init) => fetchFrom(origin, input, init) })
    expect((await from(ORIGIN).query(account)).viewer.customer?.id).toBe(id)
    await expect(from('https://elsewhere.example').query(account)).rejects.toThrow(AuthenticationError)
  })
})

/** Sends as a browser's page does, with its origin. */
function fetchFrom(origin: string, input: Parameters<typeof fetch>[0], init?: RequestInit) {
  const headers = new Headers(init?.headers)
  headers.set('origin', origin)
  return fetch(input, { ...init, headers })
}

/** A process of the API may believe a proven key for some seconds more; then it is refused. */
const refusedSoon = (call: () => Promise<unknown>) =>
  expect
    .poll(() => call().catch((error: unknown) => error), { interval: 200 })
    .toBeInstanceOf(AuthenticationError)

function persisted<Data, Variables>(hash: string | undefined): TypedDocument<Data, Variables> {
  if (hash === undefined) throw new Error('the widget has no such operation')
  return Object.assign(new String(''), { __meta__: { hash } }) as TypedDocument<Data, Variables>
}
