import { AlreadyExistsError, InvalidInputError, minor } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashApiSecret, parseApiSecret } from '../access/api-secret.ts'
import { ADMIN_SCOPES, type Context } from '../access/principal.ts'
import { contractHash, type TermsInput } from '../terms/terms-columns.ts'
import { aCoalition, BURN_FUNDED_TERMS, type BuiltCoalition } from '../testing/index.ts'
import { type OpenCoalitionInput, openCoalition } from './open-coalition.ts'

let database: TestDatabase
let operator: Context
let _town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  operator = { store: database.store, principal: { kind: 'operator' } }
  _town = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withMember('invited', { invited: true })
    .withCustomer('Anna')
    .open(database.store)
})
afterAll(() => database.drop())

const aPlan = (overrides: Partial<OpenCoalitionInput> = {}): OpenCoalitionInput => ({
  handle: `town-${uuidv7()}`,
  name: 'Town',
  pointsName: 'points',
  pointsSymbol: 'P',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  locales: ['ru', 'en'],
  mode: 'TEST',
  terms: BURN_FUNDED_TERMS,
  ...overrides,
})
describe('opening a coalition', () => {
  it('stores version 1 of the terms with the hash of both texts, and only the hash of the key', async () => {
    const { coalition, terms, adminKey } = await openCoalition(operator, aPlan())
    expect(terms).toMatchObject({ version: 1, contractHash: contractHash(BURN_FUNDED_TERMS), deposit: 0n })
    expect(terms.contractHash).toMatch(/^[0-9a-f]{64}$/)
    expect(adminKey).toMatch(/^ak_test_/)
    expect(parseApiSecret(adminKey)).toEqual({ kind: 'admin', mode: 'TEST', coalitionId: coalition.id })
    const stored = await database.store.prisma.apiKey.findFirstOrThrow({
      where: { coalitionId: coalition.id },
    })
    expect(stored).toMatchObject({
      memberId: null,
      secretHash: hashApiSecret(adminKey),
      scopes: [...ADMIN_SCOPES],
    })
    expect(JSON.stringify(stored)).not.toContain(adminKey)
  })

  it('of one handle twice is refused, also at once', async () => {
    const plan = aPlan()
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => openCoalition(operator, plan)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(AlreadyExistsError)
  })

  it('starts a sandbox in the past when asked to, and never a live coalition', async () => {
    const year = 366 * 86_400
    const { terms } = await openCoalition(operator, aPlan({ clockOffsetSeconds: -year }))
    expect(Date.now() - terms.startsAt.getTime()).toBeGreaterThan((year - 60) * 1000)
    const live = aPlan({ mode: 'LIVE', clockOffsetSeconds: -year })
    await expect(openCoalition(operator, live)).rejects.toThrow(InvalidInputError)
  })

  const badTerms: Partial<TermsInput>[] = [
    { deposit: 900_001n as never },
    { redeemFee: -1n as never },
    { reservePrice: 0n as never },
    { breakageIssuerBps: 4_999 },
    { maxPointsShareBps: 10_001 },
    { expiryMonths: 0 },
    { expiryMonths: 1.5 },
    { holdTtlSeconds: 0 },
    { faceValueMinor: minor(0n) },
    { reservePrice: (10n ** 12n) as never },
    { contractTextRu: ' ' },
    { refundPolicy: 'NOBODY_BEARS' as never },
  ]
  it.each(badTerms.map((terms) => ({ terms })))('refuses the terms $terms', async ({ terms }) => {
    const plan = aPlan({ terms: { ...BURN_FUNDED_TERMS, ...terms } })
    const refused = openCoalition(operator, plan)
    await expect(refused).rejects.toThrow(InvalidInputError)
    await expect(refused).rejects.toMatchObject({ path: ['terms', expect.any(String)] })
  })

  it.each([
    { handle: 'Town' },
    { handle: '-x' },
    { currency: 'JPY' },
    { currency: 'rub' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: '+03:00' },
    { locales: [] },
    { locales: ['de'] },
    { name: '' },
    { pointsSymbol: 'far too long' },
  ])('refuses %j', async (overrides) => {
    await expect(openCoalition(operator, aPlan(overrides))).rejects.toThrow(InvalidInputError)
  })
})
