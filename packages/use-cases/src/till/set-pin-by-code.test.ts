import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { revokeStaff } from '../staff/revoke-staff.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aTill, PIN, signInAt, staffAt } from '../testing/a-till.ts'
import { aDoor } from '../testing/people.ts'
import { createPinCode } from './create-pin-code.ts'
import { setPinByCode } from './set-pin-by-code.ts'

const door = aDoor()
let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)

describe('a code of the manager', () => {
  const codeFor = (grantId: string, handle = 'wash') =>
    createPinCode(town.member(handle).context, { grantId, door })

  it('sets a PIN once, however it is typed', async () => {
    const till = await aTill(town)
    const { grant, session } = await staffAt(town, 'wash')
    const { code } = await codeFor(grant.id)
    expect(await refusalOf(setPinByCode(till, { code, pin: '1111', door }))).toMatchObject({ path: ['pin'] })
    const typed = code.replace('-', ' ').toLowerCase()
    const { cashier } = await setPinByCode(till, { code: typed, pin: PIN, door })
    expect(cashier.personId).toBe(session.personId)
    expect((await signInAt(till, session.personId)).secret).toMatch(/^ss_/)
    expect(await refusalOf(setPinByCode(till, { code, pin: '9158', door }))).toMatchObject({
      code: 'CODE_NOT_VALID',
    })
  })

  it('is of its member alone, of the newest, within a day, and while the role stands', async () => {
    const { grant } = await staffAt(town, 'wash')
    expect(await refusalOf(codeFor(grant.id, 'cafe'))).toMatchObject({ code: 'NOT_FOUND' })
    const first = await codeFor(grant.id)
    const { code } = await codeFor(grant.id)
    const till = await aTill(town)
    const tried = (at: Context, typed: string) => refusalOf(setPinByCode(at, { code: typed, pin: PIN, door }))
    expect(await tried(till, first.code)).toMatchObject({ code: 'CODE_NOT_VALID' })
    expect(await tried(await aTill(town, 'cafe'), code)).toMatchObject({ code: 'CODE_NOT_VALID' })
    await asSuperuser(
      database.databaseUrl,
      "update pin_code set expires_at = expires_at - interval '25 hours'",
    )
    expect(await tried(till, code)).toMatchObject({ code: 'CODE_NOT_VALID' })
    await asSuperuser(
      database.databaseUrl,
      "update pin_code set expires_at = expires_at + interval '25 hours'",
    )
    await revokeStaff(town.member('wash').context, { grantId: grant.id })
    expect(await tried(till, code)).toMatchObject({ code: 'CODE_NOT_VALID' })
  })

  it('guesses are counted', async () => {
    const till = await aTill(town)
    const guess = async (typed: string) =>
      ((await refusalOf(setPinByCode(till, { code: typed, pin: PIN, door }))) as { code: string }).code
    expect(await guess('AAAAA-AAAA2')).toBe('CODE_NOT_VALID')
    await database.store.prisma.signInDelay.updateMany({ where: { failures: 1 }, data: { failures: 15 } })
    expect([await guess('AAAAA-AAAA3'), await guess('AAAAA-AAAA4')]).toEqual([
      'CODE_NOT_VALID',
      'SIGN_IN_DELAYED',
    ])
  })
})
