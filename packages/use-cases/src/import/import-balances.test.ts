import { micros } from '@artel/ledger'
import { Prisma } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { checkedImport, errorsOf, untilStill } from '../testing/import-files.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { advanceImports } from './advance-imports.ts'
import { beginImport } from './begin-import.ts'
import { cancelImport } from './pause-import.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const town = (): Promise<BuiltCoalition> =>
  aCoalition({ openedDaysAgo: 90 })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna', { phone: '+79001234567', reference: 'client-7' })
    .open(database.store)

const counts = ({ state, added, matched, faults, points }: Awaited<ReturnType<typeof untilStill>>) => ({
  ...{ state, added, matched, faults },
  points: Number(points),
})

it('keeps what a check found wrong wrong: nobody who comes since is given what no second person saw', async () => {
  const built = await town()
  const { context } = built.member('wash')
  const text = 'phone,points\n+79001234567,5\n+79990000001,7\n'
  const job = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
  expect(counts(job)).toMatchObject({ added: 1, faults: 1 })
  await enrolCustomer(context, { name: 'Late', phone: '+79990000001', consentVersion: 'v1' })
  await beginImport(built.adminContext, { importId: job.id })
  expect(counts(await untilStill(context, built.id, job.id))).toMatchObject({
    ...{ state: 'DONE', added: 1, faults: 1, points: 5 },
  })
  expect(await errorsOf(context, job.id)).toMatch(/\n3,.*customer,.*No such customer/)
  const again = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
  expect(counts(again)).toMatchObject({ added: 1, matched: 1, faults: 0, points: 7 })
})

it('passes no credit limit within a piece, and what it refused may come again', async () => {
  const limits = (creditLimit: bigint) => ({
    creditLimit: micros(creditLimit),
    creditPolicy: 'REFUSE' as const,
  })
  const built = await aCoalition({ terms: limits(10_000_000n) })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna', { reference: 'client-7' })
    .withCustomer('Boris', { reference: 'client-8' })
    .open(database.store)
  const { context } = built.member('wash')
  const text = 'customer,points\nclient-7,60\nclient-8,60\n'
  const job = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
  expect(counts(job)).toMatchObject({ added: 1, faults: 1, points: 60 })
  // Put right before it is recorded, as by a payment, the check would have let both through.
  await built.store.prisma.importRow.updateMany({
    where: { coalitionId: built.id, importId: job.id },
    data: { faultColumn: null, faultCode: null, faultDetails: Prisma.DbNull },
  })
  await beginImport(built.adminContext, { importId: job.id })
  expect(counts(await untilStill(context, built.id, job.id))).toMatchObject({
    ...{ state: 'DONE', added: 1, faults: 1, points: 60 },
  })
  expect(await built.store.prisma.refusal.count({ where: { coalitionId: built.id } })).toBe(0)
})

it('takes no more points than any command, and does not serve the rows of what was given up', async () => {
  const built = await town()
  const { context } = built.member('wash')
  const text = `phone,points\n+79001234567,${10n ** 30n}\n`
  const job = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
  expect(counts(job)).toMatchObject({ state: 'CHECKED', added: 0, faults: 1 })
  expect(await errorsOf(context, job.id)).toMatch(/\n2,.*points,/)
  await cancelImport(context, { importId: job.id })
  expect(await errorsOf(context, job.id)).toMatch(/^[^\n]*\n$/)
})

it('is ended once, however many workers come to its end', async () => {
  const built = await town()
  const { context } = built.member('wash')
  const job = await checkedImport(context, {
    kind: 'OPENING_BALANCES',
    text: 'phone,points\n+79001234567,5\n',
  })
  await beginImport(built.adminContext, { importId: job.id })
  const worker = { store: built.store, principal: { kind: 'operator' } } as const
  const step = () => advanceImports(worker, { coalitionId: built.id, importId: job.id })
  await step()
  await Promise.all([step(), step(), step(), step()])
  const acts = { coalitionId: built.id, act: 'importEnd' }
  expect(await built.store.prisma.auditEvent.count({ where: acts })).toBe(1)
})
