import { InvalidInputError, minor, NotFoundError } from '@artel/ledger'
import { newId, rollUpAccounts, sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PermissionError } from '../errors/system-error.ts'
import { recordPayment } from '../settlement/record-payment.ts'
import { reversePayment } from '../settlement/reverse-payment.ts'
import { type ApprovedWindow, approvedWindow, keyed } from '../testing/index.ts'
import { readOperatorAccounts } from './read-operator-accounts.ts'

let database: TestDatabase
let made: ApprovedWindow
beforeAll(async () => {
  database = await createTestDatabase()
  made = await approvedWindow(database.store)
})
afterAll(() => database.drop())

test("the operator's accounts are what entries moved, now and at an instant, whatever was rolled up meanwhile", async () => {
  const { town, treasurer, legOf } = made
  const read = (over: { from?: Date; to?: Date } = {}) =>
    readOperatorAccounts(town.adminContext, { coalitionId: town.id, ...over })
  const closing = async (over = {}) =>
    Object.fromEntries((await read(over)).accounts.map((one) => [one.kind, one.closing]))
  // Fees of issued points at 0.10 (1000 + 35 + 500 + 200), and 0.02 of 300 that were spent.
  const sold = { FEES: 179_500_000n, BANK: 0n, RESERVE: 0n, LOSS: 0n, PROMO_FUND: 0n, BREAKAGE: 0n }
  expect(await closing()).toMatchObject(sold)
  const { accounts, asOf } = await read()
  expect(accounts.find(({ kind }) => kind === 'FEES')).toMatchObject({
    ...{ side: 'CREDIT', opening: 0n, debit: 0n, credit: 179_500_000n },
    movements: [
      { entryKind: 'EARN', credit: 173_500_000n, debit: 0n, entryCount: 4 },
      { entryKind: 'REDEEM', credit: 6_000_000n, debit: 0n, entryCount: 1 },
    ],
  })

  await rollUpAccounts(database.store, town.id)
  const { id: legId, amountMinor } = legOf('wash')
  const paid = { legId, amountMinor: minor(sumOf(amountMinor)), paidOn: '2026-08-10', ...keyed() }
  const { payment } = await recordPayment(treasurer, paid)
  const booked = await database.store.prisma.entry.findFirstOrThrow({
    where: { coalitionId: town.id, documentId: payment.id },
  })
  await reversePayment(treasurer, { paymentId: payment.id, reason: 'recorded wrongly', ...keyed() })
  await recordPayment(treasurer, { ...paid, ...keyed() })
  await rollUpAccounts(database.store, town.id)
  expect(await closing()).toMatchObject({ ...sold, BANK: 370_000_000n })
  expect(await closing({ to: asOf })).toMatchObject(sold)
  const since = await read({ from: new Date(booked.postedAt.getTime() + 1) })
  expect(since.accounts.find(({ kind }) => kind === 'BANK')).toMatchObject({
    ...{
      side: 'DEBIT',
      opening: 370_000_000n,
      debit: 370_000_000n,
      credit: 370_000_000n,
      closing: 370_000_000n,
    },
    movements: [
      { entryKind: 'PAYMENT', debit: 370_000_000n, credit: 0n, entryCount: 1 },
      { entryKind: 'PAYMENT_REVERSAL', debit: 0n, credit: 370_000_000n, entryCount: 1 },
    ],
  })
})

test("are for the coalition's administrators, and of a period that has been", async () => {
  const { town } = made
  const coalitionId = town.id
  await expect(readOperatorAccounts(town.member('wash').context, { coalitionId })).rejects.toThrow(
    PermissionError,
  )
  const admin = town.adminContext
  await expect(readOperatorAccounts(admin, { coalitionId: newId() })).rejects.toThrow(NotFoundError)
  const day = (iso: string) => new Date(iso)
  for (const period of [{ to: day('2126-01-01') }, { from: day('2026-02-01'), to: day('2026-01-01') }])
    await expect(readOperatorAccounts(admin, { coalitionId, ...period })).rejects.toThrow(InvalidInputError)
})
