import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AdminPrincipal, Context } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import type { Message } from '../messages/message-sender.ts'
import { inviteStaff } from '../staff/invite-staff.ts'
import { revokeStaff } from '../staff/revoke-staff.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aPerson } from '../testing/people.ts'
import { registerTill } from '../till/register-till.ts'
import { createApiKey } from './create-api-key.ts'
import { registerTokenKey } from './register-token-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const letters: Message[] = []
/** The same member through another of its keys. */
const through = (context: Context, keyId: string): Context => ({
  ...context,
  sender: keepingSender(letters),
  principal: { ...context.principal, keyId } as Context['principal'],
})

/** A leaked key that made a key that made a key, and whatever else outlives it. */
async function leaked(context: Context) {
  const { apiKey: leak } = await createApiKey(context, { name: 'Leaked' })
  const thief = through(context, leak.id)
  const { apiKey: second } = await createApiKey(thief, { name: 'Second' })
  const { apiKey: third } = await rotateApiKey(through(context, second.id), {
    id: second.id,
    overlapHours: 0,
  })
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)) }
  const { tokenKey } = await registerTokenKey(through(context, third.id), {
    kid: `kid-${leak.id}`,
    publicJwk,
  })
  const { till } = await registerTill(thief, { name: 'Till' })
  const invited = { email: `x${leak.id}@evil.example`, role: 'MEMBER_MANAGER', language: 'en' } as const
  const { grant } = await inviteStaff(thief, { ...invited, publicUrl: 'https://artel.example' })
  const endpoint = await database.store.prisma.webhookEndpoint.create({
    data: {
      ...{
        coalitionId: town.id,
        id: till.id,
        memberId: town.member('wash').id,
        url: 'https://evil.example/x',
      },
      ...{ status: 'ACTIVE', createdAt: new Date(), createdById: leak.id, madeByKeyId: leak.id },
    },
  })
  return { leak, third, tokenKey, till, grant, endpoint }
}

test('a leaked key is revoked with what it made, down the chain, and with nothing that others made', async () => {
  const { prisma } = database.store
  const { context } = town.member('wash')
  const { apiKey: own } = await createApiKey(context, { name: 'Own' })
  const { leak, third, tokenKey, till, grant, endpoint } = await leaked(context)
  const first = await revokeApiKey(context, { id: leak.id })
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  expect(ids(first.made.apiKeys)).toEqual([third.id])
  expect(first.made.tokenKeys.map(({ kid }) => kid)).toEqual([tokenKey.kid])
  expect([ids(first.made.tills), ids(first.made.roles), ids(first.made.webhookEndpoints)]).toEqual([
    [till.id],
    [grant.id],
    [endpoint.id],
  ])
  const rowsOf = async () => {
    const where = { coalitionId: town.id, id: { in: [third.id, own.id, till.id, grant.id, endpoint.id] } }
    const [keys, tills, roles, endpoints, signing] = await Promise.all([
      prisma.apiKey.findMany({ where, orderBy: { id: 'asc' } }),
      prisma.till.findMany({ where }),
      prisma.staffGrant.findMany({ where }),
      prisma.webhookEndpoint.findMany({ where }),
      prisma.tokenKey.findMany({ where: { coalitionId: town.id, kid: tokenKey.kid } }),
    ])
    const over = [...tills, ...roles, ...signing].map(({ revokedAt }) => revokedAt !== null)
    const living = keys.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)
    return { living, over, endpoints: endpoints.map(({ status }) => status) }
  }
  // Listed, and not ended until that is asked for.
  expect(await rowsOf()).toEqual({
    living: [own.id, third.id],
    over: [false, false, false],
    endpoints: ['ACTIVE'],
  })
  const second = await revokeApiKey(context, { id: leak.id, withWhatItMade: true })
  expect(ids(second.made.apiKeys)).toEqual([third.id])
  expect(await rowsOf()).toEqual({ living: [own.id], over: [true, true, true], endpoints: ['PAUSED'] })
  expect((await revokeApiKey(context, { id: leak.id, withWhatItMade: true })).made).toEqual({
    ...{ apiKeys: [], tokenKeys: [], tills: [], webhookEndpoints: [], roles: [] },
  })
  const acts = await prisma.auditEvent.findMany({ where: { coalitionId: town.id, subjectId: third.id } })
  expect(acts.map(({ act }) => act)).toContain('apiKeyRevoke')
})

test('what somebody who was signed in made is nobody’s key’s', async () => {
  const { context } = town.member('cafe')
  const signed: Context = {
    ...context,
    principal: { ...context.principal, sessionId: town.id } as Context['principal'],
  }
  expect((await createApiKey(signed, { name: 'Server' })).apiKey.madeByKeyId).toBeNull()
})

test('roles that the caller could not take end with no key, and neither does the last administrator’s', async () => {
  const { prisma } = database.store
  const { apiKey: leak } = await createApiKey(town.member('cafe').context, { name: 'Leaked' })
  const thief = through(town.adminContext, leak.id)
  const { grant } = await aPerson(thief, { email: 'last@evil.example', role: 'COALITION_ADMIN' })
  const { personId } = grant
  await prisma.staffGrant.updateMany({
    where: { coalitionId: town.id, role: 'COALITION_ADMIN', id: { not: grant.id } },
    data: { revokedAt: new Date(), revokedById: town.id },
  })
  const admin = { ...town.adminContext.principal } as AdminPrincipal
  const as = (principal: AdminPrincipal): Context => ({ ...town.adminContext, principal })
  const asked = { id: leak.id, withWhatItMade: true }
  const less = as({ ...admin, scopes: new Set(['members:write']) })
  await expect(revokeApiKey(less, asked)).rejects.toBeInstanceOf(PermissionError)
  await expect(revokeApiKey(as({ ...admin, personId }), asked)).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['withWhatItMade'] },
  })
  const where = { coalitionId_id: { coalitionId: town.id, id: leak.id } }
  expect((await prisma.apiKey.findUniqueOrThrow({ where })).revokedAt).toBeNull()
  const living = { coalitionId: town.id, personId, revokedAt: null }
  expect(await prisma.staffGrant.count({ where: living })).toBe(1)
  await aPerson(town.adminContext, { email: 'second@example.com', role: 'COALITION_ADMIN' })
  await revokeApiKey(as({ ...admin, personId }), asked)
  expect(await prisma.staffGrant.count({ where: living })).toBe(0)
})

test('whom a leaked key invited leaves nothing behind, also what was made while signed in; an invited manager keeps all', async () => {
  const { prisma } = database.store
  const { context } = town.member('wash')
  const signedInAs = (personId: string): Context => ({
    ...{ ...context, sender: keepingSender(letters) },
    principal: { ...context.principal, personId, sessionId: town.id } as Context['principal'],
  })
  const { grant: manager } = await aPerson(context, { email: 'manager@example.com', role: 'MEMBER_MANAGER' })
  const { apiKey: honest } = await createApiKey(signedInAs(manager.personId), { name: 'Honest' })
  const { apiKey: leak } = await createApiKey(context, { name: 'Leaked' })
  const thief = through(context, leak.id)
  await aPerson(thief, { email: 'manager@example.com', role: 'CASHIER' })
  const { grant } = await aPerson(thief, { email: 'thief@evil.example', role: 'MEMBER_MANAGER' })
  const inside = signedInAs(grant.personId)
  const { apiKey: second } = await createApiKey(inside, { name: 'Second' })
  const { till } = await registerTill(inside, { name: 'Till' })
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)) }
  const { tokenKey } = await registerTokenKey(inside, { kid: 'of-the-thief', publicJwk })
  const { grant: friend } = await aPerson(inside, { email: 'friend@evil.example', role: 'MEMBER_MANAGER' })
  const { apiKey: third } = await createApiKey(signedInAs(friend.personId), { name: 'Third' })
  await createApiKey(signedInAs(manager.personId), { name: 'Honest too' })
  // The role alone was taken before.
  await revokeStaff(context, { grantId: grant.id })
  const { made } = await revokeApiKey(context, { id: leak.id, withWhatItMade: true })
  expect(made.apiKeys.map(({ id }) => id)).toEqual([second.id, third.id])
  expect(made.tills.map(({ id }) => id)).toEqual([till.id])
  expect(made.tokenKeys.map(({ kid }) => kid)).toEqual([tokenKey.kid])
  expect(made.roles.map(({ personId }) => personId)).toEqual([manager.personId, friend.personId])
  const where = { coalitionId_id: { coalitionId: town.id, id: honest.id } }
  expect((await prisma.apiKey.findUniqueOrThrow({ where })).revokedAt).toBeNull()
  expect((await revokeApiKey(context, { id: leak.id })).made).toEqual({
    ...{ apiKeys: [], tokenKeys: [], tills: [], webhookEndpoints: [], roles: [] },
  })
})
