import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { decodeJwt, exportJWK, generateKeyPair } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashApiSecret } from '../access/api-secret.ts'
import { ADMIN_SCOPES, type Context, MEMBER_SCOPES } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import { admitMember } from '../member/admit-member.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { createApiKey } from './create-api-key.ts'
import { createWidgetSession } from './create-widget-session.ts'
import { registerTokenKey } from './register-token-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { revokeTokenKey } from './revoke-token-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { rotateTokenKey } from './rotate-token-key.ts'

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

describe('API keys', () => {
  it('never give more than their maker has, and are revoked by their owner alone', async () => {
    const { context, principal } = town.member('wash')
    const narrow: Context = {
      ...context,
      principal: { ...principal, scopes: new Set(['member:write', 'wallet:read']) },
    }
    const { apiKey, secret } = await createApiKey(narrow, { name: 'Till' })
    expect(apiKey.scopes).toEqual(['wallet:read', 'member:write'])
    expect(apiKey.secretHash).toBe(hashApiSecret(secret))
    const greedy = createApiKey(narrow, { name: 'Till', scopes: ['purchases:write'] })
    await expect(greedy).rejects.toThrow(InvalidInputError)
    await expect(createApiKey(context, { name: 'Till', scopes: ['ops:write'] })).rejects.toThrow(
      InvalidInputError,
    )
    await expect(revokeApiKey(town.member('service').context, { id: apiKey.id })).rejects.toThrow(
      NotFoundError,
    )
    const { apiKey: revoked } = await revokeApiKey(context, { id: apiKey.id })
    expect(revoked.revokedAt).toBeInstanceOf(Date)
    expect(await revokeApiKey(town.adminContext, { id: apiKey.id })).toMatchObject({ apiKey: revoked })
  })

  it('are rotated: the new one is like the old one, which goes on for the overlap and no longer than it would have', async () => {
    const { context } = town.member('wash')
    const soon = new Date(Date.now() + 3 * 3_600_000)
    const scopes = ['wallet:read', 'customers:read']
    const { apiKey, secret } = await createApiKey(context, { name: 'Till 3', scopes, endsAt: soon })
    expect(apiKey.endsAt).toEqual(soon)
    const kept = await rotateApiKey(context, { id: apiKey.id, overlapHours: 24 })
    expect(kept.previous).toMatchObject({ id: apiKey.id, endsAt: soon, revokedAt: null })
    expect(kept.apiKey).toMatchObject({ name: 'Till 3', scopes, memberId: apiKey.memberId, endsAt: soon })
    expect(kept.secret).not.toBe(secret)
    const leaked = await rotateApiKey(context, { id: kept.apiKey.id, overlapHours: 0 })
    expect(leaked.previous.endsAt?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
    await expect(rotateApiKey(context, { id: kept.apiKey.id, overlapHours: 1 })).rejects.toThrow(
      InvalidInputError,
    )
    await expect(
      rotateApiKey(town.member('service').context, { id: leaked.apiKey.id, overlapHours: 1 }),
    ).rejects.toThrow(NotFoundError)
    await expect(rotateApiKey(context, { id: leaked.apiKey.id, overlapHours: 169 })).rejects.toThrow(
      InvalidInputError,
    )
    await expect(createApiKey(context, { name: 'Old', endsAt: new Date(0) })).rejects.toThrow(
      InvalidInputError,
    )
  })

  it('make no key that outlives them, neither by making nor by rotating one', async () => {
    const { context, principal } = town.member('wash')
    const endsAt = new Date(Date.now() + 7 * 86_400_000)
    const contractor: Context = { ...context, principal: { ...principal, endsAt } }
    const { apiKey: server } = await createApiKey(context, { name: 'Server' })
    expect((await createApiKey(contractor, { name: 'Mine' })).apiKey.endsAt).toEqual(endsAt)
    const later = new Date(endsAt.getTime() + 1)
    await expect(createApiKey(contractor, { name: 'Mine', endsAt: later })).rejects.toMatchObject({
      path: ['endsAt'],
    })
    const rotated = await rotateApiKey(contractor, { id: server.id, overlapHours: 1 })
    expect(rotated.apiKey.endsAt).toEqual(endsAt)
  })

  it('of a member act for nobody when an administrator makes or rotates them, and for the manager who does', async () => {
    const wash = town.member('wash')
    const personId = town.admin.personId ?? ''
    expect(personId).not.toBe('')
    const made = await createApiKey(town.adminContext, { memberId: wash.id, name: 'Handed over' })
    expect(made.apiKey.personId).toBeNull()
    const manager: Context = { ...wash.context, principal: { ...wash.principal, personId } }
    const own = await rotateApiKey(manager, { id: made.apiKey.id, overlapHours: 1 })
    expect(own.apiKey.personId).toBe(personId)
    const again = await rotateApiKey(town.adminContext, { id: own.apiKey.id, overlapHours: 1 })
    expect(again.apiKey.personId).toBeNull()
    expect((await createApiKey(town.adminContext, { name: 'My own' })).apiKey.personId).toBe(personId)
  })

  it('are rotated by nobody who could not give what they have', async () => {
    const { context, principal } = town.member('wash')
    const { apiKey } = await createApiKey(context, { name: 'Server' })
    const narrow: Context = {
      ...context,
      principal: { ...principal, scopes: new Set(['member:write', 'wallet:read']) },
    }
    const before = await database.store.prisma.apiKey.count()
    await expect(rotateApiKey(narrow, { id: apiKey.id, overlapHours: 1 })).rejects.toMatchObject({
      path: ['id'],
    })
    expect(await database.store.prisma.apiKey.count()).toBe(before)
  })

  it('of members give no more than the administrator has who makes them', async () => {
    const narrow: Context = {
      ...town.adminContext,
      principal: { ...town.admin, scopes: new Set(['members:write', 'reports:read']) },
    }
    const memberId = town.member('wash').id
    const { apiKey } = await createApiKey(narrow, { name: 'Till', memberId })
    expect(apiKey.scopes).toEqual(['member:write', 'reports:read', 'rules:write'])
    for (const scope of ['purchases:write', 'customers:read', 'adjustments:approve', 'settlement:accept'])
      await expect(createApiKey(narrow, { name: 'Till', memberId, scopes: [scope] })).rejects.toThrow(
        InvalidInputError,
      )
    const admission = { kind: 'CAFE', segment: 'SMALL', allowedOrigins: [] } as const
    const { member } = await admitMember(narrow, {
      ...{ ...admission, handle: 'cafe', name: 'Cafe', earnRule: { kind: 'PERCENT', percentBps: 100 } },
    })
    const where = { coalitionId: town.id, memberId: member.id }
    const [first] = await database.store.prisma.apiKey.findMany({ where })
    expect(first?.scopes).toEqual(['member:write', 'reports:read', 'rules:write'])
    const whole = await createApiKey(town.adminContext, { name: 'Till', memberId })
    expect(whole.apiKey.scopes).toEqual([...MEMBER_SCOPES])
  })

  it('of administrators are made and revoked with coalition:write alone', async () => {
    const { apiKey } = await createApiKey(town.adminContext, { name: 'Deputy' })
    expect([apiKey.memberId, apiKey.scopes]).toEqual([null, [...ADMIN_SCOPES]])
    const narrow: Context = {
      ...town.adminContext,
      principal: { ...town.admin, scopes: new Set(['members:write']) },
    }
    await expect(createApiKey(narrow, { name: 'Deputy' })).rejects.toThrow(PermissionError)
    await expect(revokeApiKey(narrow, { id: apiKey.id })).rejects.toThrow(PermissionError)
  })
})

/** The calling member with a key of these scopes. */
const withKey = (...scopes: string[]): Context => {
  const { context, principal } = town.member('wash')
  return { ...context, principal: { ...principal, scopes: new Set(scopes) } }
}

describe('tokens reach as far as the key that signs them or registers their key', () => {
  it.each([
    [['member:write'], []],
    [['member:write', 'wallet:read'], ['wallet:read']],
    [['member:write', 'holds:write'], ['hold:create']],
    [[...MEMBER_SCOPES], ['wallet:read', 'hold:create', 'wallet:write']],
  ])('a token key registered with %j reaches %j', async (scopes, reach) => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
    const publicJwk = { ...(await exportJWK(publicKey)) }
    const { tokenKey } = await registerTokenKey(withKey(...scopes), { kid: uuidv7(), publicJwk })
    expect(tokenKey.scopes).toEqual(reach)
  })

  it.each([
    [['sessions:write', 'wallet:read'], 'wallet:read'],
    [['sessions:write', 'holds:write'], 'hold:create'],
    [['sessions:write', 'wallet:read', 'holds:write'], 'wallet:read hold:create'],
    [['sessions:write', 'wallet:read', 'customers:write'], 'wallet:read'],
    [['sessions:write', 'wallet:read', 'customers:write', 'purchases:write'], 'wallet:read wallet:write'],
  ])('a session made with %j has the scope %j', async (scopes, scope) => {
    expect(decodeJwt((await session(...scopes)).token).scope).toBe(scope)
  })

  it('a key that may neither read wallets nor hold points makes no session', async () => {
    await expect(session('sessions:write')).rejects.toThrow(PermissionError)
  })

  async function session(...scopes: string[]) {
    const { privateKey } = await generateKeyPair('EdDSA')
    const sessionKey = { privateKey, algorithm: 'EdDSA' } as const
    const customer = { id: town.customer('Anna').id }
    return createWidgetSession(withKey(...scopes), { customer, ttlSeconds: 60, sessionKey })
  }
})

describe('token keys', () => {
  it('are public Ed25519 or P-256 keys; private, symmetric and other keys are refused', async () => {
    const { context } = town.member('wash')
    const ed = await generateKeyPair('EdDSA', { extractable: true })
    const es = await generateKeyPair('ES256', { extractable: true })
    const publicJwk = { ...(await exportJWK(ed.publicKey)) }
    const { tokenKey } = await registerTokenKey(context, {
      kid: 'ed-1',
      publicJwk: { ...publicJwk, jku: 'https://x' },
    })
    expect(tokenKey).toMatchObject({ algorithm: 'EdDSA', publicJwk })
    const second = await registerTokenKey(context, {
      kid: 'es-1',
      publicJwk: { ...(await exportJWK(es.publicKey)) },
    })
    expect(second.tokenKey.algorithm).toBe('ES256')
    await expect(registerTokenKey(context, { kid: 'ed-1', publicJwk })).rejects.toThrow(AlreadyExistsError)
    const refused: Record<string, unknown>[] = [
      { ...(await exportJWK(ed.privateKey)) },
      { kty: 'oct', k: 'c2VjcmV0' },
      { kty: 'RSA', n: 'x', e: 'AQAB' },
      { kty: 'OKP', crv: 'Ed25519', x: 'short' },
      { kty: 'EC', crv: 'P-256', x: publicJwk.x, y: publicJwk.x },
      { ...publicJwk, crv: 'X25519' },
      {},
    ]
    for (const jwk of refused)
      await expect(registerTokenKey(context, { kid: uuidv7(), publicJwk: jwk })).rejects.toThrow(
        InvalidInputError,
      )
    const reserved = registerTokenKey(context, { kid: 'artel-session', publicJwk })
    await expect(reserved).rejects.toThrow(InvalidInputError)
    await expect(revokeTokenKey(town.member('service').context, { kid: 'ed-1' })).rejects.toThrow(
      NotFoundError,
    )
    expect((await revokeTokenKey(context, { kid: 'ed-1' })).tokenKey.revokedAt).toBeInstanceOf(Date)
  })
})

describe('a signing key that takes another one’s place', () => {
  const aKey = async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
    return { kid: uuidv7(), publicJwk: { ...(await exportJWK(publicKey)) } }
  }

  it('has its reach, and the old one ends after the overlap', async () => {
    const context = withKey('member:write', 'wallet:read')
    const first = await aKey()
    await registerTokenKey(context, first)
    const next = await aKey()
    const startedAt = Date.now()
    const all = withKey(...MEMBER_SCOPES)
    const { tokenKey, previous } = await rotateTokenKey(all, {
      ...next,
      replaces: first.kid,
      overlapHours: 2,
    })
    expect(tokenKey).toMatchObject({ kid: next.kid, scopes: ['wallet:read'], endsAt: null })
    expect(previous.kid).toBe(first.kid)
    const endsInMs = (previous.endsAt?.getTime() ?? 0) - startedAt
    expect(endsInMs).toBeGreaterThan(1.9 * 3_600_000)
    // Another rotation gives it no longer life, and a shorter overlap ends it sooner.
    const longer = await rotateTokenKey(all, { ...(await aKey()), replaces: first.kid, overlapHours: 100 })
    expect(longer.previous.endsAt).toEqual(previous.endsAt)
    const none = await rotateTokenKey(all, { ...(await aKey()), replaces: first.kid, overlapHours: 0 })
    expect(none.previous.endsAt?.getTime()).toBeLessThan(previous.endsAt?.getTime() ?? 0)
    await expect(
      rotateTokenKey(all, { ...(await aKey()), replaces: first.kid, overlapHours: 0 }),
    ).rejects.toThrow('still works')
  })

  it('is made whole or not at all, and only by who could have made the old one', async () => {
    const all = withKey(...MEMBER_SCOPES)
    const [first, second] = [await aKey(), await aKey()]
    await registerTokenKey(all, first)
    await registerTokenKey(all, second)
    const used = { ...(await aKey()), kid: second.kid }
    await expect(rotateTokenKey(all, { ...used, replaces: first.kid, overlapHours: 0 })).rejects.toThrow(
      AlreadyExistsError,
    )
    const { tokenKey } = await revokeTokenKey(all, { kid: first.kid })
    expect(tokenKey.endsAt).toBeNull()
    const narrow = withKey('member:write', 'wallet:read')
    const next = { ...(await aKey()), overlapHours: 0 }
    await expect(rotateTokenKey(narrow, { ...next, replaces: second.kid })).rejects.toThrow('hold:create')
    await expect(rotateTokenKey(all, { ...next, replaces: 'never-was' })).rejects.toThrow(NotFoundError)
    await expect(
      rotateTokenKey(town.member('service').context, { ...next, replaces: second.kid }),
    ).rejects.toThrow(NotFoundError)
    for (const overlapHours of [-1, 169, 0.5])
      await expect(rotateTokenKey(all, { ...next, replaces: second.kid, overlapHours })).rejects.toThrow(
        InvalidInputError,
      )
  })
})
