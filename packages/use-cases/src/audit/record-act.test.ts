import { verifyAuditLog } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { createApiKey } from '../keys/create-api-key.ts'
import { revokeApiKey } from '../keys/revoke-api-key.ts'
import { reinstateMember } from '../member/reinstate-member.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { updateMember } from '../member/update-member.ts'
import { changePassword } from '../session/change-password.ts'
import { settleDue } from '../settlement/settle-due.ts'
import { aCoalition, aDoor, aPerson, type BuiltCoalition, signedIn } from '../testing/index.ts'
import { readDetails } from './details.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('shop').withMember('wash').open(database.store)
})
afterAll(() => database.drop())

/** Events of an act, newest first. */
const eventsOf = (act: string) =>
  database.store.prisma.auditEvent.findMany({
    where: { coalitionId: town.id, act },
    orderBy: { position: 'desc' },
  })
const countOf = () => database.store.prisma.auditEvent.count()
const memberId = () => town.member('shop').id

it('tells who suspended a member, from where, and what that changed; once', async () => {
  const from = { door: 'API', network: '203.0.113.x', requestId: 'req-1' } as const
  const admin: Context = { ...town.adminContext, from }
  await suspendMember(admin, { memberId: memberId() })
  await suspendMember(admin, { memberId: memberId() })
  const events = await eventsOf('memberSuspend')
  const { keyId, personId } = town.admin
  expect(events).toMatchObject([
    {
      ...{ actorKind: 'KEY', actorId: keyId, personId, sessionId: null, memberId: memberId() },
      ...{ ...from, subjectType: 'member', subjectId: memberId(), outcome: 'DONE', code: null, times: 1 },
    },
  ])
  expect(readDetails(events[0]?.details ?? '')).toEqual([
    { name: 'status', before: 'ACTIVE', after: 'SUSPENDED' },
  ])
  await reinstateMember(admin, { memberId: memberId() })
})

it('records nothing of an act that is refused or fails on its way, and nothing of what it would have told', async () => {
  const before = await countOf()
  await expect(revokeApiKey(town.adminContext, { id: memberId() })).rejects.toThrow()
  const member = town.member('shop').context
  await expect(updateMember(member, { brandColor: 'javascript:' })).rejects.toThrow()
  expect(await countOf()).toBe(before)
})

it('an act whose event cannot be written is not done', async () => {
  const name = 'Renamed in vain'
  const from = { door: 'nowhere' as 'API', network: null, requestId: null }
  await expect(updateMember({ ...town.adminContext, from }, { memberId: memberId(), name })).rejects.toThrow()
  const member = await database.store.prisma.member.findFirst({ where: { id: memberId() } })
  expect(member?.name).not.toBe(name)
})

it('the log of a key names it and never what it is proven by', async () => {
  const { apiKey, secret } = await createApiKey(town.adminContext, {
    name: 'Auditor',
    scopes: ['coalition:read'],
  })
  await revokeApiKey(town.adminContext, { id: apiKey.id })
  expect((await eventsOf('apiKeyRevoke'))[0]).toMatchObject({ subjectType: 'apiKey', subjectId: apiKey.id })
  const everything = JSON.stringify(await database.store.prisma.auditEvent.findMany(), (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(everything).not.toContain(secret)
  expect(everything).not.toContain(apiKey.secretHash)
})

it('what a person does about the own account is told by id where they have a role, and nothing personal with it', async () => {
  const email = 'pyotr@people.example'
  const { secret } = await aPerson(town.adminContext, {
    email,
    role: 'AUDITOR',
    password: 'a long winter evening',
  })
  const person = await signedIn(town.adminContext, secret)
  await changePassword(person, {
    password: 'another long evening',
    current: 'a long winter evening',
    door: aDoor(),
  })
  const personId = (await eventsOf('passwordChange'))[0]?.personId
  expect(personId).toBe('personId' in person.principal ? person.principal.personId : undefined)
  expect((await eventsOf('staffAccept'))[0]).toMatchObject({ actorKind: 'PERSON', actorId: personId })
  expect((await eventsOf('sessionCreate'))[0]).toMatchObject({ actorKind: 'PERSON', personId })
  const told = await database.store.prisma.auditEvent.findMany({ where: { personId: personId ?? '' } })
  expect(JSON.stringify(told.map(({ details }) => details))).not.toMatch(/pyotr|evening/)
})

it('what time alone does is told of the system', async () => {
  await advanceClock(town.adminContext, { seconds: 62 * 86_400 })
  const worker: Context = {
    ...{ store: database.store, principal: { kind: 'operator' } },
    from: { door: 'WORKER', network: null, requestId: null },
  }
  await settleDue(worker, { coalitionId: town.id })
  expect((await eventsOf('windowClose')).at(-1)).toMatchObject({
    ...{ actorKind: 'SYSTEM', actorId: null, door: 'WORKER', memberId: null },
  })
})

it('the log that all this leaves is whole', async () => {
  const { rows, findings } = await verifyAuditLog(database.store.pool, town.id)
  expect(findings).toEqual([])
  expect(rows).toBeGreaterThan(10)
})
