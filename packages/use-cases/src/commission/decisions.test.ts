import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBloggersTown, LADDER } from '../testing/a-bloggers-town.ts'
import type { BuiltCoalition } from '../testing/a-coalition.ts'
import { aProgramme, commissionAll, todayIn } from '../testing/an-affiliate.ts'
import { colleagueOf } from '../testing/people.ts'
import { roubles } from '../testing/sales.ts'
import { approveCommission } from './approve-commission.ts'
import { changeCommissionProgramme } from './change-commission-programme.ts'
import { endCommissionProgramme } from './end-commission-programme.ts'
import { rejectCommission } from './reject-commission.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const kopecks = (amount: number) => BigInt(amount * 100)

async function isSound({ id }: BuiltCoalition): Promise<void> {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: id })).findings).toEqual([])
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code?: string; path?: readonly string[] }) =>
      `${error.code} ${error.path?.join('.') ?? ''}`.trim(),
  )

describe('by hand', () => {
  it('a commission waits for its payer, above a limit for two people', async () => {
    const { town, sold, days, rows, owed } = await aBloggersTown(database.store)
    const { context } = town.member('service')
    await aProgramme(town, 'service', { approval: { by: 'HAND', twoPeopleAbove: roubles(100) } })
    await sold('Anna', 1_000)
    await sold('Anna', 2_000)
    await commissionAll(town)
    const [small, large] = await rows()
    const approve = (id = '', by = context) => refusalOf(approveCommission(by, { id }))
    expect(await approve(small?.id)).toBe('COMMISSION_NOT_DUE')
    await days(15)
    await commissionAll(town)
    expect(await approve(small?.id, town.member('wash').context)).toBe('NOT_FOUND id')
    expect([await approve(small?.id), await approve(small?.id)]).toEqual(['nothing', 'nothing'])
    expect(await owed()).toBe(kopecks(100))
    expect(await approve(large?.id)).toBe('nothing')
    expect(await owed()).toBe(kopecks(100))
    // The same yes again changes nothing, and does not make two.
    expect(await approve(large?.id)).toBe('nothing')
    expect(await owed()).toBe(kopecks(100))
    expect(await approve(large?.id, await colleagueOf(context))).toBe('nothing')
    expect(await owed()).toBe(kopecks(300))
    await isSound(town)
  })

  it('its payer rejects what is pending, an administrator takes back what is in the books', async () => {
    const { town, sold, days, rows, owed } = await aBloggersTown(database.store)
    const { context } = town.member('service')
    await aProgramme(town, 'service', { effect: LADDER })
    await sold('Anna', 80_000)
    await sold('Boris', 50_000)
    await commissionAll(town)
    const [first, second] = await rows()
    const reject = (id = '', by = context) =>
      refusalOf(rejectCommission(by, { id, reason: 'Not by the video' }))
    expect([await reject(first?.id), await reject(first?.id)]).toEqual(['nothing', 'nothing'])
    await days(15)
    await commissionAll(town)
    expect(await owed()).toBe(kopecks(2_500))
    expect(await reject(second?.id)).toBe('COMMISSION_STATUS')
    expect(await reject(second?.id, town.adminContext)).toBe('nothing')
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'REJECTED BY_HAND',
      'REVERSED null',
    ])
    expect(await owed()).toBe(0n)
    await isSound(town)
  })
})

describe('a programme', () => {
  it('is refused at the field that cannot be, and changes from tomorrow on', async () => {
    const { town } = await aBloggersTown(database.store)
    const { context } = town.member('service')
    const today = await todayIn(town)
    const outOfOrder = { ladder: [LADDER.ladder[1], LADDER.ladder[0]].flatMap((step) => step ?? []) }
    expect(await refusalOf(aProgramme(town, 'service', { effect: outOfOrder }))).toBe(
      'INVALID_INPUT definition.effect.ladder.1.from',
    )
    expect(await refusalOf(aProgramme(town, 'service', { payeeId: uuidv7() }))).toBe('NOT_FOUND payeeId')
    expect(await refusalOf(aProgramme(town, 'service', { fromDay: '2020-01-01' }))).toBe(
      'INVALID_INPUT definition.fromDay',
    )
    const { id } = await aProgramme(town, 'service', { effect: LADDER })
    const definition = { name: { en: 'a', ru: 'a' }, effect: { percentBps: 1 }, fromDay: today }
    const change = (version: number, fromDay: string) =>
      refusalOf(changeCommissionProgramme(context, { id, version, definition: { ...definition, fromDay } }))
    expect(await change(2, today)).toBe('COMMISSION_PROGRAMME_CHANGED')
    expect(await change(1, today)).toBe('INVALID_INPUT definition.fromDay')
    await endCommissionProgramme(context, { id })
    expect(await change(1, today)).toBe('COMMISSION_PROGRAMME_ENDED')
  })
})
