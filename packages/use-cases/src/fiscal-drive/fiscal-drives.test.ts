import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDriveNumber } from '../testing/a-receipt.ts'
import { addFiscalDrive } from './add-fiscal-drive.ts'
import { closeFiscalDrive } from './close-fiscal-drive.ts'
import { readFiscalDrives } from './read-fiscal-drives.ts'

const HOUR_MS = 3_600_000

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const cafe = () => town.member('cafe').context
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)

it('a number is in use once in the coalition, also by twins at one instant', async () => {
  const fn = aDriveNumber()
  const twins = await Promise.allSettled([addFiscalDrive(wash(), { fn }), addFiscalDrive(cafe(), { fn })])
  expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const context of [wash(), cafe()])
    expect(await refusalOf(addFiscalDrive(context, { fn }))).toMatchObject({
      ...{ code: 'ALREADY_EXISTS', path: ['fn'] },
    })
  const other = await aCoalition().withMember('wash').open(database.store)
  await addFiscalDrive(other.member('wash').context, { fn })
})

it('a number is sixteen digits, in use since a moment that has come', async () => {
  for (const fn of ['', '123', 'x'.repeat(16)])
    expect(await refusalOf(addFiscalDrive(wash(), { fn }))).toMatchObject({ path: ['fn'] })
  const tomorrow = { fn: aDriveNumber(), since: ago(-24) }
  expect(await refusalOf(addFiscalDrive(wash(), tomorrow))).toMatchObject({ path: ['since'] })
})

it('a drive is closed when it is replaced, by its member or an administrator, once', async () => {
  const fn = aDriveNumber()
  const { fiscalDrive } = await addFiscalDrive(wash(), { fn, since: ago(48) })
  const { id } = fiscalDrive
  expect(await refusalOf(closeFiscalDrive(cafe(), { id }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusalOf(closeFiscalDrive(wash(), { id: uuidv7() }))).toMatchObject({ code: 'NOT_FOUND' })
  for (const until of [ago(49), ago(-1)])
    expect(await refusalOf(closeFiscalDrive(wash(), { id, until }))).toMatchObject({ path: ['until'] })
  const until = ago(24)
  const closed = await closeFiscalDrive(wash(), { id, until })
  expect(closed.fiscalDrive.until).toEqual(until)
  expect((await closeFiscalDrive(town.adminContext, { id })).fiscalDrive.until).toEqual(until)

  // The number may be another's afterwards, and never at the same time.
  expect(await refusalOf(addFiscalDrive(cafe(), { fn, since: ago(36) }))).toMatchObject({ path: ['since'] })
  const { fiscalDrive: next } = await addFiscalDrive(cafe(), { fn, since: until })
  await closeFiscalDrive(town.adminContext, { id: next.id })
  const acts = await database.store.prisma.auditEvent.findMany({
    where: { subjectId: { in: [id, next.id] } },
    orderBy: { position: 'asc' },
  })
  expect(acts.map(({ act, memberId }) => [act, memberId])).toEqual([
    ['fiscalDriveAdd', town.member('wash').id],
    ['fiscalDriveClose', town.member('wash').id],
    ['fiscalDriveAdd', town.member('cafe').id],
    ['fiscalDriveClose', town.member('cafe').id],
  ])
})

it('members list their own, newest first', async () => {
  const { fiscalDrive } = await addFiscalDrive(wash(), { fn: aDriveNumber() })
  const own = await readFiscalDrives(wash(), { limit: 50 })
  expect(own[0]?.id).toBe(fiscalDrive.id)
  expect(own.every(({ memberId }) => memberId === town.member('wash').id)).toBe(true)
})
