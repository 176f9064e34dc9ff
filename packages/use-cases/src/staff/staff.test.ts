import { points } from '@artel/ledger'
import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTING_KEY_SELECT, actingKey } from '../access/acting-key.ts'
import { hashApiSecret } from '../access/api-secret.ts'
import type { AdminPrincipal, Context } from '../access/principal.ts'
import { SCOPES_OF_ROLE } from '../access/roles.ts'
import { PermissionError } from '../errors/system-error.ts'
import { createApiKey } from '../keys/create-api-key.ts'
import type { Message } from '../messages/message-sender.ts'
import { awardPromo } from '../points/award-promo.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keyed } from '../testing/index.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, lackOf, linkIn, signedIn } from '../testing/people.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteStaff } from './invite-staff.ts'
import { revokeStaff } from './revoke-staff.ts'

let database: TestDatabase
let town: BuiltCoalition
let nobody: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(database.store)
  nobody = { store: database.store, principal: { kind: 'anonymous' } }
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const wash = () => town.member('wash')
const invitation = { language: 'en', publicUrl: 'https://artel.example' } as const

describe('inviting', () => {
  it('gives nobody more than the inviter has, and a member nothing of the coalition or of another member', async () => {
    const letters: Message[] = []
    const as = (context: Context) => ({ ...context, sender: keepingSender(letters) })
    const weak: AdminPrincipal = { ...town.admin, scopes: new Set(['members:write', 'coalition:write']) }
    const refused = [
      [as(wash().context), { role: 'AUDITOR' }],
      [as(wash().context), { role: 'CASHIER', memberId: town.member('cafe').id }],
      [as({ ...town.adminContext, principal: weak }), { role: 'TREASURER' }],
      [as({ ...town.adminContext, principal: weak }), { role: 'MEMBER_MANAGER', memberId: wash().id }],
      [as(town.adminContext), { role: 'TREASURER', memberId: wash().id }],
      [as(town.adminContext), { role: 'CASHIER' }],
      [as(town.adminContext), { role: 'OWNER' }],
      [town.adminContext, { role: 'AUDITOR' }],
    ] as const
    const outcomes = []
    for (const [context, named] of refused) {
      const refusal = await refusalOf(
        inviteStaff(context, { ...invitation, email: 'x@example.com', ...named }),
      )
      outcomes.push(refusal instanceof PermissionError ? 'FORBIDDEN' : (refusal as { code: string }).code)
    }
    expect(outcomes).toEqual([
      ...['FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'],
      ...['INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT', 'LETTER_NOT_SENT'],
    ])
    expect(letters).toEqual([])
  })

  it('again while it waits sends another link to the same role; once accepted it is there already', async () => {
    const letters: Message[] = []
    const context = { ...wash().context, sender: keepingSender(letters) }
    const invited = { ...invitation, email: 'Twice@Example.com', role: 'CASHIER' }
    const first = await inviteStaff(context, invited)
    const second = await inviteStaff(context, { ...invited, email: 'twice@example.com' })
    expect(second.grant.id).toBe(first.grant.id)
    expect(letters.map(({ address }) => address)).toEqual(['twice@example.com', 'twice@example.com'])
    await acceptInvitation(nobody, { linkSecret: linkIn(letters[1]), name: 'Twice', door: aDoor() })
    expect(await refusalOf(inviteStaff(context, invited))).toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  it('is accepted once, by a bad password not at all, and leaves the name and password of an account alone', async () => {
    const letters: Message[] = []
    const sender = keepingSender(letters)
    const invited = { ...invitation, email: 'both@example.com', role: 'CASHIER' }
    await inviteStaff({ ...wash().context, sender }, invited)
    const answer = { linkSecret: linkIn(letters[0]), name: 'Ольга', door: aDoor() }
    expect(await refusalOf(acceptInvitation(nobody, { ...answer, password: 'both' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const accepted = await acceptInvitation(nobody, { ...answer, password: 'a long password' })
    expect(await refusalOf(acceptInvitation(nobody, answer))).toMatchObject({ code: 'LINK_NOT_VALID' })
    await inviteStaff({ ...town.member('cafe').context, sender }, invited)
    const next = { linkSecret: linkIn(letters[1]), name: 'Mallory', door: aDoor() }
    expect(
      await refusalOf(acceptInvitation(nobody, { ...next, password: 'another password' })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const { session, secret } = await acceptInvitation(nobody, next)
    expect(session.personId).toBe(accepted.session.personId)
    const person = await database.store.prisma.person.findUniqueOrThrow({ where: { id: session.personId } })
    expect(person.name).toBe('Ольга')
    // Of two members: the place has to be named.
    expect(lackOf(await signedIn(nobody, secret))).toBe('PLACE')
  })

  it('goes out to one address five times a day and no more, of many at once too, and by one inviter fifty times', async () => {
    const letters: Message[] = []
    const busy = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
    const context = { ...busy.member('cafe').context, sender: keepingSender(letters) }
    const invited = { ...invitation, email: 'often@example.com', role: 'CASHIER' }
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => refusalOf(inviteStaff(context, invited))),
    )
    expect(letters).toHaveLength(5)
    expect(outcomes.filter((one) => one !== undefined)).toHaveLength(7)
    expect(await refusalOf(inviteStaff(context, invited))).toMatchObject({
      ...{ code: 'INVITATION_LIMIT_REACHED', per: 'ADDRESS', limit: 5 },
    })
    const { id: personId } = await database.store.prisma.person.findUniqueOrThrow({
      where: { email: 'often@example.com' },
    })
    const before = await database.store.prisma.staffLink.findFirstOrThrow({ where: { personId } })
    // As if they had gone to others.
    await database.store.prisma.staffLink.createMany({
      data: Array.from({ length: 44 }, (_, at) => ({ ...before, tokenHash: `other ${at}` })),
    })
    const next = { ...invited, email: 'one-more@example.com' }
    await inviteStaff(context, next)
    expect(await refusalOf(inviteStaff(context, next))).toMatchObject({ per: 'INVITER', limit: 50 })
  })

  it('by one member, up to its limits, takes nothing from the others and from the coalition', async () => {
    const letters: Message[] = []
    const busy = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
    const as = ({ store, principal }: Context) => ({ store, principal, sender: keepingSender(letters) })
    const cafe = as(busy.member('cafe').context)
    const invited = { ...invitation, email: 'wanted@example.com', role: 'CASHIER' }
    for (let at = 0; at < 4; at += 1) await inviteStaff(cafe, invited)
    const { grant } = await inviteStaff(cafe, invited)
    const { prisma } = database.store
    const before = await prisma.staffLink.findFirstOrThrow({ where: { grantId: grant.id } })
    // As if many of its people had invited.
    await prisma.staffLink.createMany({
      data: Array.from({ length: 195 }, (_, at) => ({
        ...{ ...before, tokenHash: `many ${at}`, madeById: newId() },
      })),
    })
    const coalitionId = busy.id
    const standing = await prisma.staffGrant.count({ where: { coalitionId } })
    const refusedOne = { ...invited, email: 'refused@example.com' }
    expect(await refusalOf(inviteStaff(cafe, invited))).toMatchObject({ per: 'ADDRESS', limit: 5 })
    expect(await refusalOf(inviteStaff(cafe, refusedOne))).toMatchObject({ per: 'PLACE', limit: 200 })
    // A refused call leaves nothing behind: no person, no role that waits.
    expect(await prisma.person.count({ where: { email: refusedOne.email } })).toBe(0)
    expect(await prisma.staffGrant.count({ where: { coalitionId } })).toBe(standing)
    await inviteStaff(as(busy.member('wash').context), invited)
    await inviteStaff(as(busy.adminContext), { ...invited, role: 'AUDITOR' })
    expect(letters).toHaveLength(7)
  })

  it('leaves no link that works once another was used, or once the role is taken back', async () => {
    const letters: Message[] = []
    const context = { ...wash().context, sender: keepingSender(letters) }
    const invited = { ...invitation, email: 'links@example.com', role: 'CASHIER' }
    const accept = (at: number) =>
      acceptInvitation(nobody, { linkSecret: linkIn(letters[at]), name: 'Links', door: aDoor() })
    await inviteStaff(context, invited)
    await inviteStaff(context, invited)
    const { grant } = await accept(1)
    expect(await refusalOf(accept(0))).toMatchObject({ code: 'LINK_NOT_VALID' })
    await inviteStaff(context, { ...invited, email: 'waits@example.com' })
    const waiting = await database.store.prisma.staffGrant.findFirstOrThrow({
      where: { person: { email: 'waits@example.com' } },
    })
    for (const { id: grantId } of [grant, waiting]) await revokeStaff(wash().context, { grantId })
    const open = { grantId: { in: [grant.id, waiting.id] }, usedAt: null }
    expect(await database.store.prisma.staffLink.count({ where: open })).toBe(0)
  })

  it('that was taken back is not accepted', async () => {
    const letters: Message[] = []
    const context = { ...wash().context, sender: keepingSender(letters) }
    const { grant } = await inviteStaff(context, { ...invitation, email: 'no@example.com', role: 'CASHIER' })
    await revokeStaff(wash().context, { grantId: grant.id })
    const answer = { linkSecret: linkIn(letters[0]), name: 'No', door: aDoor() }
    expect(await refusalOf(acceptInvitation(nobody, answer))).toMatchObject({ code: 'LINK_NOT_VALID' })
  })
})

describe('a role', () => {
  it('may do what its scopes say, at its member alone', async () => {
    const { secret } = await aPerson(wash().context, { email: 'till@example.com', role: 'CASHIER' })
    const { principal } = await signedIn(nobody, secret)
    expect(principal).toMatchObject({
      ...{ kind: 'member', memberId: wash().id, scopes: new Set(SCOPES_OF_ROLE.CASHIER) },
    })
  })

  it('is revoked by its own member or the coalition, and by no other member', async () => {
    const { grant } = await aPerson(wash().context, { email: 'gone@example.com', role: 'CASHIER' })
    const grantId = grant.id
    expect(await refusalOf(revokeStaff(town.member('cafe').context, { grantId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { grant: revoked } = await revokeStaff(town.adminContext, { grantId })
    expect(revoked.revokedAt).not.toBeNull()
    expect((await revokeStaff(wash().context, { grantId })).grant).toEqual(revoked)
  })
})

describe('a key that a person made', () => {
  const standingOf = async (secret: string) =>
    actingKey(
      await database.store.prisma.apiKey.findUniqueOrThrow({
        where: { coalitionId_secretHash: { coalitionId: town.id, secretHash: hashApiSecret(secret) } },
        select: ACTING_KEY_SELECT(town.id),
      }),
    )

  const roleOf = async (inviter: Context, email: string, role: string) =>
    (await aPerson(inviter, { email, role })).grant.id
  const keyOf = async (context: Context, memberId?: string) =>
    (await createApiKey(context, { name: 'made', ...(memberId ? { memberId } : {}) })).secret

  it('of an administrator acts for the maker while they are one, never does more, and ends with the last role', async () => {
    const email = 'maker@example.com'
    const { grant, session } = await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN' })
    const { personId } = session
    const inPerson = { ...town.adminContext, principal: { ...town.admin, personId } }
    const own = await keyOf(inPerson)
    expect(await standingOf(own)).toMatchObject({ personId })
    const auditor = await roleOf(town.adminContext, email, 'AUDITOR')
    const cashier = await roleOf(wash().context, email, 'CASHIER')
    await revokeStaff(town.adminContext, { grantId: grant.id })
    expect(await standingOf(own)).toMatchObject({ personId: null, scopes: new Set(SCOPES_OF_ROLE.AUDITOR) })
    await revokeStaff(town.adminContext, { grantId: auditor })
    expect(await standingOf(own)).toBeUndefined()
    // For good: somebody who comes back does not find an old secret working.
    await roleOf(town.adminContext, email, 'COALITION_ADMIN')
    const where = { coalitionId_secretHash: { coalitionId: town.id, secretHash: hashApiSecret(own) } }
    const { revokedAt } = await database.store.prisma.apiKey.findUniqueOrThrow({ where })
    expect(revokedAt).toBeInstanceOf(Date)
    await revokeStaff(town.adminContext, { grantId: cashier })
  })

  it('of a member acts for the maker while they manage that very member, and goes on without them', async () => {
    const email = 'manager@example.com'
    const { grant, session } = await aPerson(wash().context, { email, role: 'MEMBER_MANAGER' })
    const { personId } = session
    const server = await keyOf({ ...wash().context, principal: { ...wash().principal, personId } })
    expect(await standingOf(server)).toMatchObject({ personId })
    await roleOf(wash().context, email, 'CASHIER')
    await roleOf(town.member('cafe').context, email, 'MEMBER_MANAGER')
    await roleOf(town.adminContext, email, 'COALITION_ADMIN')
    await revokeStaff(wash().context, { grantId: grant.id })
    expect(await standingOf(server)).toMatchObject({
      personId: null,
      scopes: new Set(SCOPES_OF_ROLE.MEMBER_MANAGER),
    })
  })

  it("that an administrator made for a member is the member's: nobody proposes with it as that administrator", async () => {
    const server = await keyOf(town.adminContext, wash().id)
    const acting = await standingOf(server)
    expect(acting).toMatchObject({ personId: null })
    const holder = { ...wash().context, principal: { ...wash().principal, ...acting } }
    const award = { customer: { id: town.customer('Anna').id }, points: points(1_001n), ...keyed() }
    expect(await refusalOf(awardPromo(holder, award))).toMatchObject({ code: 'PERSON_REQUIRED' })
  })
})
