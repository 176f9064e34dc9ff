import type { Prisma } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDriveNumber, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aSale } from '../testing/sales.ts'
import { acceptFiscalDrive } from './accept-fiscal-drive.ts'
import { addFiscalDrive } from './add-fiscal-drive.ts'
import { closeFiscalDrive } from './close-fiscal-drive.ts'
import { readFiscalDrives } from './read-fiscal-drives.ts'

const HOUR_MS = 3_600_000

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 20 })
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .open(database.store)
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

it('is registered within thirty days', async () => {
  const fn = aDriveNumber()
  expect(await refusalOf(addFiscalDrive(wash(), { fn, since: ago(31 * 24) }))).toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['since'] },
  })
  await addFiscalDrive(wash(), { fn, since: ago(29 * 24) })
})

it('times of a number never overlap, where the one before was written and closed meanwhile', async () => {
  const fn = aDriveNumber()
  let wrote = () => {}
  const written = new Promise<void>((resolve) => {
    wrote = resolve
  })
  const { id: coalitionId } = town
  const row = { coalitionId, id: uuidv7(), memberId: town.member('wash').id, fn, since: ago(10) }
  const { prisma } = database.store
  const write = async (transaction: Prisma.TransactionClient) => {
    await transaction.fiscalDrive.create({ data: { ...row, addedAt: ago(10), addedById: row.memberId } })
    wrote()
    const waiting = () => prisma.$queryRaw`select 1 from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database() limit 1`
    await expect.poll(waiting).toHaveLength(1)
    const where = { coalitionId_id: { coalitionId, id: row.id } }
    await transaction.fiscalDrive.update({ where, data: { until: ago(1), closedById: row.memberId } })
  }
  const meanwhile = prisma.$transaction(write, { timeout: 600_000 })
  await written
  expect(await refusalOf(addFiscalDrive(cafe(), { fn, since: ago(5) }))).toMatchObject({ path: ['since'] })
  await meanwhile
})

describe('a number of another member', () => {
  const sold = (context: Context, receipt: string, key: string = uuidv7()) =>
    recordPurchase(context, {
      ...aSale(town.customer('Anna'), { fiscal: fiscalOf(receipt) }),
      ...{ receiptRef: receipt, idempotencyKey: key },
    })

  it('that records sales with it is not taken, and is its own', async () => {
    const fn = aDriveNumber()
    await sold(wash(), aReceipt(fn))
    const taking = await refusalOf(addFiscalDrive(cafe(), { fn }))
    expect(taking).toMatchObject({ code: 'INVALID_INPUT', path: ['fn'] })
    // A sale of one's own makes it nobody's more; whoever has the till has more of them.
    await sold(cafe(), aReceipt(fn))
    expect(await refusalOf(addFiscalDrive(cafe(), { fn }))).toMatchObject({ path: ['fn'] })
    await sold(wash(), aReceipt(fn))
    await addFiscalDrive(wash(), { fn })
  })

  it('that was taken is given back: an administrator voids it, claims of it are over, and the till sends its sale again', async () => {
    const fn = aDriveNumber()
    const { fiscalDrive } = await addFiscalDrive(cafe(), { fn, since: ago(48) })
    const { id, since } = fiscalDrive
    await acceptFiscalDrive(town.adminContext, { id })
    const receipt = aReceipt(fn)
    expect(await refusalOf(sold(wash(), receipt, `till ${fn}`))).toMatchObject({ path: ['fiscal', 'fn'] })
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), aReceipt(fn, { at: ago(1) }))

    // It is closed by whoever took it, as late as it can be.
    await closeFiscalDrive(cafe(), { id })
    expect(await refusalOf(addFiscalDrive(wash(), { fn, since: ago(72) }))).toMatchObject({ path: ['since'] })
    await closeFiscalDrive(cafe(), { id, until: since })
    await closeFiscalDrive(town.adminContext, { id })
    const kept = await database.store.prisma.fiscalDrive.findFirstOrThrow({ where: { id } })
    expect(kept.until?.getTime()).toBeGreaterThan(since.getTime())

    const { fiscalDrive: voided } = await closeFiscalDrive(town.adminContext, { id, until: since })
    expect(voided.until).toEqual(since)
    const claim = await database.store.prisma.receiptClaim.findFirstOrThrow({
      where: { id: receiptClaim.id },
    })
    expect(claim.endedAt).not.toBeNull()
    const { purchase } = await sold(wash(), receipt, `till ${fn}`)
    expect(purchase.memberId).toBe(town.member('wash').id)
    await addFiscalDrive(wash(), { fn, since: ago(72) })
  })
})

describe('a number that was only said', () => {
  const sold = (context: Context, fn: string) =>
    recordPurchase(context, aSale(town.customer('Anna'), { fiscal: fiscalOf(aReceipt(fn)) }))
  const claimed = (fn: string) => aClaim(customerAt(town, 'Anna'), aReceipt(fn, { at: ago(1) }))
  const foreign = { code: 'INVALID_INPUT', path: ['fiscal', 'fn'] }
  const unknown = { code: 'RECEIPT_NOT_CLAIMABLE', bar: 'UNKNOWN_TILL' }

  it('stops no sale of who has the till, and no receipt of it is claimed while it is open whose it is', async () => {
    const fn = aDriveNumber()
    await addFiscalDrive(cafe(), { fn, since: ago(48) })
    await claimed(fn)
    await sold(wash(), fn)
    expect(await refusalOf(claimed(fn))).toMatchObject(unknown)
    // One sale of one's own is no more than the other's.
    await sold(cafe(), fn)
    await sold(wash(), fn)
    expect(await refusalOf(claimed(fn))).toMatchObject(unknown)
  })

  it('keeps others out once its member records more sales with it', async () => {
    const fn = aDriveNumber()
    await addFiscalDrive(cafe(), { fn, since: ago(48) })
    await sold(cafe(), fn)
    expect(await refusalOf(sold(wash(), fn))).toMatchObject(foreign)
    await claimed(fn)
  })

  it('is the member’s by the word of an administrator, once and while it is in use', async () => {
    const fn = aDriveNumber()
    const { fiscalDrive } = await addFiscalDrive(cafe(), { fn, since: ago(48) })
    const { id } = fiscalDrive
    await sold(wash(), fn)
    expect(await refusalOf(acceptFiscalDrive(town.adminContext, { id: uuidv7() }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const accepted = await acceptFiscalDrive(town.adminContext, { id })
    expect(await acceptFiscalDrive(town.adminContext, { id })).toEqual(accepted)
    expect(await refusalOf(sold(wash(), fn))).toMatchObject(foreign)
    await claimed(fn)
    const acts = await database.store.prisma.auditEvent.findMany({ where: { subjectId: id } })
    expect(acts.map(({ act }) => act).sort()).toEqual(['fiscalDriveAccept', 'fiscalDriveAdd'])
    const { fiscalDrive: gone } = await addFiscalDrive(cafe(), { fn: aDriveNumber() })
    await closeFiscalDrive(cafe(), { id: gone.id })
    expect(await refusalOf(acceptFiscalDrive(town.adminContext, { id: gone.id }))).toMatchObject({
      path: ['id'],
    })
  })

  it('who sold with it is found by an index', async () => {
    const { prisma } = database.store
    await prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`set local enable_seqscan = off`
      const plan = await transaction.$queryRaw`explain select from purchase p
        where p.coalition_id = ${town.id}::uuid and p.fiscal_receipt is not null and left(p.fiscal_receipt, 16) = ${aDriveNumber()}`
      expect(JSON.stringify(plan)).toContain('purchase_of_fiscal_drive')
    })
  })
})

it('members list their own, newest first', async () => {
  const { fiscalDrive } = await addFiscalDrive(wash(), { fn: aDriveNumber() })
  const own = await readFiscalDrives(wash(), { limit: 50 })
  expect(own[0]?.id).toBe(fiscalDrive.id)
  expect(own.every(({ memberId }) => memberId === town.member('wash').id)).toBe(true)
})
