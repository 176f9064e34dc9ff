import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '../access/actor.ts'
import type { Message } from '../messages/message-sender.ts'
import { revokeStaff } from '../staff/revoke-staff.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aTill, PIN, signInAt, staffAt } from '../testing/a-till.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, signedIn } from '../testing/people.ts'
import { createPinCode } from './create-pin-code.ts'
import { setPin } from './set-pin.ts'
import { setPinByCode } from './set-pin-by-code.ts'

const door = aDoor()
let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)

describe('what was done with the PIN of another', () => {
  it('stays written when the owner sets another one, and the owner is told by mail', async () => {
    const letters: Message[] = []
    const sender = keepingSender(letters)
    const manager = { ...town.member('wash').context, sender }
    const till = { ...(await aTill(town)), sender }
    const { grant, personId, secret } = await staffAt(town)
    const { code } = await createPinCode(manager, { grantId: grant.id, door })
    await setPinByCode(till, { code, pin: PIN, door })
    await signInAt(till, personId)
    await setPin(await signedIn(till, secret), { pin: '9158', door })
    const changes = await database.store.prisma.pinChange.findMany({
      where: { personId },
      orderBy: { id: 'asc' },
    })
    const madeById = actorOf(town.member('wash').principal)
    expect(changes).toMatchObject([
      { kind: 'CODE_MADE', byId: madeById, tillId: null },
      { kind: 'SET_BY_CODE', byId: madeById, tillId: till.principal.tillId },
      { kind: 'SET_IN_PERSON', byId: personId, tillId: null },
    ])
    const { email } = await database.store.prisma.person.findUniqueOrThrow({ where: { id: personId } })
    expect(letters).toHaveLength(2)
    for (const letter of letters) {
      expect(letter).toMatchObject({ channel: 'EMAIL', address: email })
      expect(`${letter.subject} ${letter.text}`).not.toContain(code)
    }
  })

  it('is nothing that the application can take back', async () => {
    const { prisma } = database.store
    expect(await refusalOf(prisma.pinChange.deleteMany())).toMatchObject({ message: /permission denied/ })
    expect(await refusalOf(prisma.pinChange.updateMany({ data: { kind: 'SET_IN_PERSON' } }))).toMatchObject({
      message: /permission denied/,
    })
  })
})

describe('a role that has ended', () => {
  it('sets no PIN, whatever the session was when it was looked up', async () => {
    const { grant, personId, secret } = await staffAt(town)
    const own = await signedIn({ store: database.store }, secret)
    await revokeStaff(town.member('wash').context, { grantId: grant.id })
    expect(await refusalOf(setPin(own, { pin: PIN, door }))).toMatchObject({ name: 'PermissionError' })
    expect(await database.store.prisma.cashierPin.count({ where: { personId } })).toBe(0)
  })
})
