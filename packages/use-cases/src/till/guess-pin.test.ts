import { openStore } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aCashier, aTill, signInAt } from '../testing/a-till.ts'
import { aDoor, signedIn } from '../testing/people.ts'
import { readTillCashiers } from './read-till-cashiers.ts'
import { setPin } from './set-pin.ts'

const door = aDoor()
let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
/** Time passes for whoever waits. */
const waitOut = () => database.store.prisma.signInDelay.updateMany({ data: { allowedAt: new Date(0) } })

describe('guessing a PIN', () => {
  it('waits longer each time, counted together by two processes, and keeps no colleague waiting long', async () => {
    const till = await aTill(town)
    const [anna, boris] = [await aCashier(town), await aCashier(town)]
    const other = await openStore({ databaseUrl: database.databaseUrl, maxConnections: 2 })
    try {
      for (const store of [till.store, other, other])
        expect(await refusalOf(signInAt({ ...till, store }, anna.personId, '0000'))).toMatchObject({
          code: 'PIN_NOT_VALID',
        })
      // As if she had been guessed at for long: the wait is then a quarter of an hour, and not over before the test is.
      await database.store.prisma.signInDelay.updateMany({ where: { failures: 3 }, data: { failures: 13 } })
      const guesses = Array.from({ length: 8 }, (_, at) =>
        refusalOf(signInAt(at % 2 === 0 ? till : { ...till, store: other }, anna.personId, '0000')),
      )
      const codes = (await Promise.all(guesses)).map((one) => (one as { code: string }).code)
      expect(codes.filter((code) => code === 'PIN_NOT_VALID')).toHaveLength(1)
      expect(codes.filter((code) => code === 'SIGN_IN_DELAYED')).toHaveLength(7)
      expect(await refusalOf(signInAt({ ...till, store: other }, anna.personId))).toMatchObject({
        code: 'SIGN_IN_DELAYED',
      })
      expect((await signInAt(till, boris.personId)).secret).toMatch(/^ss_/)
      // At another till she is not kept out.
      expect((await signInAt(await aTill(town), anna.personId)).secret).toMatch(/^ss_/)
      await waitOut()
      expect((await signInAt(till, anna.personId)).secret).toMatch(/^ss_/)
    } finally {
      await other.close()
    }
  })

  it('is counted by till, whoever is named', async () => {
    const till = await aTill(town)
    const guess = async () =>
      ((await refusalOf(signInAt(till, crypto.randomUUID(), '0000'))) as { code: string }).code
    expect([await guess(), await guess()]).toEqual(['PIN_NOT_VALID', 'PIN_NOT_VALID'])
    await database.store.prisma.signInDelay.updateMany({ where: { failures: 2 }, data: { failures: 25 } })
    expect([await guess(), await guess()]).toEqual(['PIN_NOT_VALID', 'SIGN_IN_DELAYED'])
  })

  it('between two sign-ins of the owner wins nothing: every wrong one goes on counting, and the owner is told', async () => {
    const till = await aTill(town)
    const { personId } = await aCashier(town)
    const failures = async () =>
      (await database.store.prisma.cashierPin.findFirstOrThrow({ where: { personId } })).failures
    for (const round of [1, 2]) {
      for (const pin of ['0001', '0002']) {
        await waitOut()
        await refusalOf(signInAt(till, personId, pin))
      }
      await waitOut()
      expect((await signInAt(till, personId)).wrongPins).toBe(2)
      expect(await failures()).toBe(2 * round)
    }
    expect((await signInAt(till, personId)).wrongPins).toBe(0)
    // Of the person there three are free: the owner's sign-ins have not made the guesser's fifth one free again.
    await refusalOf(signInAt(till, personId, '0003'))
    expect(await refusalOf(signInAt(till, personId, '0004'))).toMatchObject({ code: 'SIGN_IN_DELAYED' })
  })

  it('makes a PIN void after a hundred wrong ones, until another is set', async () => {
    const till = await aTill(town)
    const { personId, secret } = await aCashier(town)
    await database.store.prisma.cashierPin.updateMany({ where: { personId }, data: { failures: 99 } })
    expect((await signInAt(till, personId)).secret).toMatch(/^ss_/)
    await database.store.prisma.cashierPin.updateMany({ where: { personId }, data: { failures: 99 } })
    expect(await refusalOf(signInAt(till, personId, '0000'))).toMatchObject({ code: 'PIN_NOT_VALID' })
    expect(await refusalOf(signInAt(till, personId))).toMatchObject({ code: 'PIN_NOT_VALID' })
    expect((await readTillCashiers(till)).map((one) => one.personId)).not.toContain(personId)
    await setPin(await signedIn({ store: database.store }, secret), { pin: '9158', door })
    expect((await signInAt(till, personId, '9158')).secret).toMatch(/^ss_/)
  })
})
