import {
  AlreadyExistsError,
  InvalidInputError,
  MemberHasObligationsError,
  MemberNotActiveError,
  NotFoundError,
  points,
} from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, MEMBER_SCOPES } from '../access/principal.ts'
import { closeMember } from '../exit/close-member.ts'
import { createHold } from '../hold/create-hold.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { acceptTerms } from '../terms/accept-terms.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '../testing/index.ts'
import { admitMember } from './admit-member.ts'
import { reinstateMember } from './reinstate-member.ts'
import { suspendMember } from './suspend-member.ts'
import { updateMember } from './update-member.ts'

let database: TestDatabase
let _operator: Context
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  _operator = { store: database.store, principal: { kind: 'operator' } }
  town = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withMember('invited', { invited: true })
    .withCustomer('Anna')
    .open(database.store)
})
afterAll(() => database.drop())

const newMember = { name: 'Cafe', kind: 'CAFE', segment: 'SMALL', allowedOrigins: [] } as const
const percent = (percentBps: number) => ({ kind: 'PERCENT', percentBps }) as const

describe('admission', () => {
  it('leaves the member INVITED until it accepts the very text of the terms', async () => {
    const { admin, store } = town
    const admitted = await admitMember(
      { store, principal: admin },
      { ...newMember, handle: 'cafe', earnRule: percent(100) },
    )
    expect(admitted.member.status).toBe('INVITED')
    expect(admitted.apiKey).toMatch(/^sk_test_/)
    const key = await store.prisma.apiKey.findFirstOrThrow({ where: { memberId: admitted.member.id } })
    expect(key.scopes).toEqual([...MEMBER_SCOPES])
    const { id: memberId } = admitted.member
    const scopes = new Set(key.scopes)
    const context: Context = {
      store,
      principal: { kind: 'member', coalitionId: town.id, memberId, status: 'INVITED', keyId: key.id, scopes },
    }
    const acceptance = {
      termsId: admitted.terms.id,
      contractHash: admitted.terms.contractHash,
      acceptedBy: 'I. Petrov',
    }
    const wrongText = acceptTerms(context, { ...acceptance, contractHash: '0'.repeat(64) })
    await expect(wrongText).rejects.toThrow(InvalidInputError)
    await expect(acceptTerms(context, { ...acceptance, termsId: uuidv7() })).rejects.toThrow(NotFoundError)
    const accepted = await acceptTerms(context, acceptance)
    expect(accepted.member.status).toBe('ACTIVE')
    const again = await acceptTerms(context, { ...acceptance, acceptedBy: 'Somebody else' })
    expect(again.acceptance).toEqual(accepted.acceptance)
  })

  it('refuses a taken handle and rules that make no sense', async () => {
    const admit = (handle: string, earnRule: object) =>
      admitMember(town.adminContext, { ...newMember, handle, earnRule: earnRule as never })
    const taken = admit('service', percent(100))
    await expect(taken).rejects.toThrow(AlreadyExistsError)
    await expect(taken).rejects.toMatchObject({ existingId: town.member('service').id })
    const rules = [
      percent(10_001),
      percent(-1),
      { kind: 'PERCENT' },
      { kind: 'PERCENT', percentBps: 1, fixedPoints: 1n },
      { kind: 'FIXED', fixedPoints: -1n },
      { kind: 'FIXED' },
      { kind: 'LOTTERY' },
      { ...percent(1), minTotalMinor: -1n },
    ]
    for (const rule of rules) await expect(admit('other', rule)).rejects.toThrow(InvalidInputError)
  })
})

describe('a changed earn rule', () => {
  it('is a new version that binds the next sale', async () => {
    const { context, id } = town.member('service')
    const anna = town.customer('Anna')
    expect((await recordPurchase(context, aSale(anna))).purchase.pointsEarned).toBe(50n)
    await updateMember(context, { earnRule: { kind: 'FIXED', fixedPoints: points(7n) } })
    expect((await recordPurchase(context, aSale(anna))).purchase.pointsEarned).toBe(7n)
    await updateMember(town.adminContext, { memberId: id, earnRule: percent(500) })
    const versions = await town.store.prisma.earnRule.findMany({
      where: { memberId: id },
      orderBy: { version: 'asc' },
    })
    expect(versions.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'PERCENT'],
      [2, 'FIXED'],
      [3, 'PERCENT'],
    ])
  })

  it('by several at once is a version each', async () => {
    const { context, id: memberId } = town.member('wash')
    const change = (percentBps: number) => updateMember(context, { earnRule: percent(percentBps) })
    await Promise.all([change(100), change(200), change(300), change(500)])
    const versions = await town.store.prisma.earnRule.findMany({ where: { memberId } })
    expect(versions.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves what is not named as it is, and null clears branding', async () => {
    const { context } = town.member('wash')
    await updateMember(context, { brandColor: '#ABCDEF', allowedOrigins: ['https://wash.example'] })
    const { member } = await updateMember(context, { name: 'Clean' })
    expect(member).toMatchObject({
      name: 'Clean',
      brandColor: '#abcdef',
      allowedOrigins: ['https://wash.example'],
    })
    expect((await updateMember(context, { brandColor: null })).member.brandColor).toBeNull()
    const other = { memberId: town.member('service').id, name: 'Mine' }
    await expect(updateMember(context, other)).rejects.toThrow(NotFoundError)
    await expect(updateMember(town.adminContext, { name: 'Whose' })).rejects.toThrow(InvalidInputError)
  })
})

describe('status', () => {
  it('steps from ACTIVE to SUSPENDED and back, and takes hold of the next sale', async () => {
    const { id: memberId, context } = town.member('wash')
    expect((await suspendMember(town.adminContext, { memberId })).member.status).toBe('SUSPENDED')
    expect((await suspendMember(town.adminContext, { memberId })).member.status).toBe('SUSPENDED')
    const sale = recordPurchase(context, aSale(town.customer('Anna')))
    await expect(sale).rejects.toMatchObject({ code: MemberNotActiveError.code, memberStatus: 'SUSPENDED' })
    expect((await reinstateMember(town.adminContext, { memberId })).member.status).toBe('ACTIVE')
    await recordPurchase(context, aSale(town.customer('Anna')))
    const invited = { memberId: town.member('invited').id }
    await expect(suspendMember(town.adminContext, invited)).rejects.toMatchObject({ memberStatus: 'INVITED' })
    await expect(reinstateMember(town.adminContext, invited)).rejects.toMatchObject({
      memberStatus: 'INVITED',
    })
  })

  it('CLOSED is refused while points are outstanding, a position is open or holds wait', async () => {
    const fair = await aCoalition()
      .withMember('shop')
      .withMember('idle')
      .withCustomer('Boris')
      .open(database.store)
    const close = (handle: string) => closeMember(fair.adminContext, { memberId: fair.member(handle).id })
    await recordPurchase(fair.member('shop').context, aSale(fair.customer('Boris')))
    const refused = close('shop')
    await expect(refused).rejects.toThrow(MemberHasObligationsError)
    await expect(refused).rejects.toMatchObject({
      outstandingPoints: 50n,
      clearing: 5_000_000n,
      openHolds: 0,
    })
    await createHold(fair.member('idle').context, aHold(fair.customer('Boris'), { points: points(10n) }))
    await expect(close('idle')).rejects.toMatchObject({
      outstandingPoints: 0n,
      clearing: 0n,
      openHolds: 1,
    })
    expect(
      (await closeMember(town.adminContext, { memberId: town.member('invited').id })).member.status,
    ).toBe('CLOSED')
    const reopened = reinstateMember(town.adminContext, { memberId: town.member('invited').id })
    await expect(reopened).rejects.toMatchObject({ memberStatus: 'CLOSED' })
  })

  it("of another coalition's member is not found", async () => {
    const other = await aCoalition().open(database.store)
    for (const verb of [suspendMember, reinstateMember, closeMember])
      await expect(verb(other.adminContext, { memberId: town.member('wash').id })).rejects.toThrow(
        NotFoundError,
      )
  })
})
