import { InvalidInputError, minor, NotFoundError, PaymentReversedAlreadyError } from '@artel/ledger'
import { newId, sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readClearingPosition } from '../reports/read-clearing-position.ts'
import {
  approvedWindow,
  type BankMovement,
  camtFile,
  exactSums,
  exchangeFile,
  keyed,
  movementWith,
  OWN_ACCOUNT,
  paidInFull,
  stated,
} from '../testing/index.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { importBankStatement } from './import-bank-statement.ts'
import { recordPayment } from './record-payment.ts'
import { reversePayment } from './reverse-payment.ts'
import { settleWindow } from './settle-window.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function aTown() {
  const made = await approvedWindow(database.store)
  const { town, treasurer, legOf } = made
  const read = async (content: Uint8Array) => {
    const { lines } = await importBankStatement(treasurer, { content, ...keyed() })
    return lines.map(({ verdict, reason }) => reason ?? verdict)
  }
  const paymentOf = (over: object = {}) =>
    database.store.prisma.payment.findFirstOrThrow({
      where: { coalitionId: town.id, legId: legOf('wash').id, ...over },
      include: { reversal: true },
      orderBy: { id: 'desc' },
    })
  const owes = async () => {
    const washId = town.member('wash').id
    const read = await readClearingPosition(town.adminContext, { coalitionId: town.id, memberIds: [washId] })
    return read.get(washId)?.net
  }
  const windowStatus = async () => {
    const window = await database.store.prisma.settlementWindow.findUniqueOrThrow({
      where: { coalitionId_windowNo: { coalitionId: town.id, windowNo: 1 } },
    })
    return { status: window.status, isSettled: window.settledAt !== null }
  }
  const whole: BankMovement = movementWith('wash', { no: 7, sum: '370.00', purpose: legOf('wash').reference })
  const returned: BankMovement = {
    ...whole,
    ...{ no: 8, direction: 'OUT', reversal: true, bookedOn: '2026-08-12' },
  }
  return { ...made, read, paymentOf, owes, windowStatus, whole, returned }
}

describe('a payment that a person takes back', () => {
  it('is undone by an entry: the leg and the window are open again, the next statement shows both', async () => {
    const { town, treasurer, legOf, statuses, paymentOf, owes, windowStatus } = await aTown()
    await paidInFull(town, treasurer, 1)
    await settleWindow(treasurer, { windowNo: 1, ...keyed() })
    expect(await windowStatus()).toEqual({ status: 'SETTLED', isSettled: true })
    const paid = await paymentOf()
    // On the day it was paid, which is the first that may be.
    const input = { paymentId: paid.id, reason: 'записано по ошибке', takenBackOn: '2026-08-10', ...keyed() }
    const reversed = await reversePayment(treasurer, input)
    expect(reversed).toMatchObject({ replayed: false, window: { status: 'APPROVED', settledAt: null } })
    expect(reversed.payment.reversal).toMatchObject({
      ...{ source: 'MANUAL', reason: 'записано по ошибке', takenBackOn: new Date('2026-08-10') },
      reversedById: treasurer.principal.kind === 'admin' ? treasurer.principal.keyId : '',
    })
    expect(await statuses()).toEqual(['OPEN', 'PAID', 'PAID', 'PAID'])
    expect(await owes()).toBe(370_000_000n)
    expect(await windowStatus()).toEqual({ status: 'APPROVED', isSettled: false })

    // The key answers as before; another one is refused, and neither books anything.
    expect(await reversePayment(treasurer, input)).toMatchObject({ replayed: true, payment: { id: paid.id } })
    const again = { ...input, ...keyed() }
    await expect(reversePayment(treasurer, again)).rejects.toThrow(PaymentReversedAlreadyError)
    expect(await owes()).toBe(370_000_000n)

    const legId = legOf('wash').id
    const payment = { legId, amountMinor: minor(paid.amountMinor), paidOn: '2026-08-10', ...keyed() }
    await recordPayment(treasurer, payment)
    await settleWindow(treasurer, { windowNo: 1, ...keyed() })
    expect(await windowStatus()).toEqual({ status: 'SETTLED', isSettled: true })
    const statement = (await stated(treasurer, 2)).find(({ memberId }) => memberId === town.member('wash').id)
    const figures = { opening: 370_000_000n, net: 0n, payments: 370_000_000n, closing: 0n }
    expect(exactSums(statement ?? {})).toMatchObject(figures)
    expect(statement?.totalsByKind).toMatchObject([
      { kind: 'PAYMENT', netMinor: '-74000', lineCount: 2 },
      { kind: 'PAYMENT_REVERSAL', netMinor: '37000', lineCount: 1 },
    ])
    expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
  })

  it('is taken back once when several take it back at once', async () => {
    const { town, treasurer, paymentOf, owes } = await aTown()
    await paidInFull(town, treasurer, 1)
    const { id } = await paymentOf()
    const tries = await Promise.allSettled(
      [1, 2, 3, 4].map(() => reversePayment(treasurer, { paymentId: id, reason: 'дважды', ...keyed() })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await owes()).toBe(370_000_000n)
    const where = { coalitionId: town.id, kind: 'PAYMENT_REVERSAL' }
    expect(await database.store.prisma.entry.count({ where })).toBe(1)
  })

  it('leaves a settled window settled when the leg is paid without it', async () => {
    const { town, treasurer, legOf, statuses, paymentOf, windowStatus } = await aTown()
    await paidInFull(town, treasurer, 1)
    const more = { legId: legOf('wash').id, amountMinor: minor(37_000n), paidOn: '2026-08-11', ...keyed() }
    await recordPayment(treasurer, more)
    await settleWindow(treasurer, { windowNo: 1, ...keyed() })
    await reversePayment(treasurer, { paymentId: (await paymentOf()).id, reason: 'лишняя', ...keyed() })
    expect(await statuses()).toEqual(['PAID', 'PAID', 'PAID', 'PAID'])
    expect(await windowStatus()).toMatchObject({ status: 'SETTLED' })
  })

  it('is refused without a reason, before its day, and when there is none such', async () => {
    const { town, treasurer, paymentOf } = await aTown()
    await paidInFull(town, treasurer, 1)
    const paymentId = (await paymentOf()).id
    const early = { paymentId, reason: 'рано', takenBackOn: '2026-08-09', ...keyed() }
    await expect(reversePayment(treasurer, early)).rejects.toThrow(InvalidInputError)
    await expect(reversePayment(treasurer, { paymentId, reason: ' ', ...keyed() })).rejects.toThrow(
      InvalidInputError,
    )
    const unknown = { paymentId: newId(), reason: 'нет такой', ...keyed() }
    await expect(reversePayment(treasurer, unknown)).rejects.toThrow(NotFoundError)
    expect((await paymentOf()).reversal).toBeNull()
  })
})

describe('a payment that the bank takes back', () => {
  it.each([
    ['camt', camtFile],
    ['1C', exchangeFile],
  ] as const)(
    'in a later %s file is undone, once, and a settled window is approved again',
    async (_name, fileOf) => {
      const { treasurer, legOf, statuses, read, paymentOf, owes, windowStatus, whole, returned } =
        await aTown()
      await read(fileOf(OWN_ACCOUNT, [whole]))
      for (const handle of ['parts', 'tyres', 'cafe'] as const) {
        const { id, amountMinor } = legOf(handle)
        const payment = {
          legId: id,
          amountMinor: minor(sumOf(amountMinor)),
          paidOn: '2026-08-10',
          ...keyed(),
        }
        await recordPayment(treasurer, payment)
      }
      await settleWindow(treasurer, { windowNo: 1, ...keyed() })
      const back = { ...returned, purpose: `Возврат платежа, счёт закрыт: ${whole.purpose}` }
      const file = fileOf(OWN_ACCOUNT, [back])
      const { lines } = await importBankStatement(treasurer, { content: file, ...keyed() })
      const paid = await paymentOf()
      expect(lines).toMatchObject([
        { verdict: 'REVERSED', reason: null, remainderMinor: 0n, takesBack: [paid.id], isNew: true },
      ])
      expect(paid.reversal).toMatchObject({ source: 'BANK', takenBackOn: new Date('2026-08-12') })
      expect(await statuses()).toEqual(['OPEN', 'PAID', 'PAID', 'PAID'])
      expect(await windowStatus()).toEqual({ status: 'APPROVED', isSettled: false })
      expect(await owes()).toBe(370_000_000n)

      // In the same file, in a longer one, and in the other format, where its purpose may be another.
      expect(await read(file)).toEqual(['REVERSED'])
      expect(await read(fileOf(OWN_ACCOUNT, [whole, back]))).toEqual(['REPEATED_LINE', 'REPEATED_LINE'])
      const otherFormat = fileOf === camtFile ? exchangeFile : camtFile
      const inItsWords = { ...back, purpose: 'Возврат платежа по указанным реквизитам' }
      expect(await read(otherFormat(OWN_ACCOUNT, [inItsWords]))).toEqual(['REPEATED_LINE'])
      expect(await owes()).toBe(370_000_000n)
      // The member pays again.
      expect(await read(fileOf(OWN_ACCOUNT, [{ ...whole, no: 9, bookedOn: '2026-08-14' }]))).toEqual([
        'MATCHED',
      ])
      expect(await owes()).toBe(0n)
      expect(await verifyBooks({ databaseUrl: database.databaseUrl })).toMatchObject({ findings: [] })
    },
  )

  it('in the same file pays nothing, and what the member pays then does', async () => {
    const { read, owes, statuses, whole, returned } = await aTown()
    const again = { ...whole, no: 9, bookedOn: '2026-08-14' }
    const file = camtFile(OWN_ACCOUNT, [whole, returned, again])
    expect(await read(file)).toEqual(['TAKEN_BACK', 'REVERSED', 'MATCHED'])
    expect(await statuses()).toEqual(['PAID', 'OPEN', 'OPEN', 'OPEN'])
    expect(await read(exchangeFile(OWN_ACCOUNT, [whole]))).toEqual(['REPEATED_LINE'])
    expect(await owes()).toBe(0n)
  })

  it('with what it overpaid, and one that a person had recorded', async () => {
    const { treasurer, legOf, read, owes, paymentOf, whole, returned } = await aTown()
    const sum = '400.00'
    expect(await read(camtFile(OWN_ACCOUNT, [{ ...whole, sum }]))).toEqual(['NOTHING_LEFT'])
    expect(await read(camtFile(OWN_ACCOUNT, [{ ...returned, sum }]))).toEqual(['REVERSED'])
    expect(await owes()).toBe(370_000_000n)
    await recordPayment(treasurer, {
      ...{ legId: legOf('wash').id, amountMinor: minor(37_000n), paidOn: '2026-08-20', ...keyed() },
    })
    expect(await read(camtFile(OWN_ACCOUNT, [{ ...returned, bookedOn: '2026-08-21' }]))).toEqual(['REVERSED'])
    expect((await paymentOf()).reversal).toMatchObject({ source: 'BANK' })
    expect(await owes()).toBe(370_000_000n)
  })

  it('and that a person took back before, is found once and books nothing', async () => {
    const { treasurer, read, owes, paymentOf, whole, returned } = await aTown()
    await read(camtFile(OWN_ACCOUNT, [whole]))
    await reversePayment(treasurer, { paymentId: (await paymentOf()).id, reason: 'вернул банк', ...keyed() })
    expect(await read(camtFile(OWN_ACCOUNT, [returned]))).toEqual(['RECORDED_BY_HAND'])
    expect(await read(exchangeFile(OWN_ACCOUNT, [{ ...returned, purpose: 'Возврат платежа' }]))).toEqual([
      'REPEATED_LINE',
    ])
    expect(await owes()).toBe(370_000_000n)
  })

  it('is left for a person when nothing of that amount is on record, or two things may be meant', async () => {
    const { treasurer, read, owes, paymentOf, whole, returned } = await aTown()
    expect(await read(camtFile(OWN_ACCOUNT, [returned]))).toEqual(['REVERSAL'])
    await read(camtFile(OWN_ACCOUNT, [{ ...whole, sum: '100.00' }]))
    expect(await read(camtFile(OWN_ACCOUNT, [{ ...returned, sum: '99.00' }]))).toEqual(['REVERSAL'])
    await read(camtFile(OWN_ACCOUNT, [{ ...whole, no: 10, sum: '100.00', bookedOn: '2026-08-11' }]))
    // One of the two was taken back by hand: the bank's line may be that one, or the other.
    await reversePayment(treasurer, { paymentId: (await paymentOf()).id, reason: 'вернул банк', ...keyed() })
    expect(await read(camtFile(OWN_ACCOUNT, [{ ...returned, no: 11, sum: '100.00' }]))).toEqual(['REVERSAL'])
    expect(await owes()).toBe(270_000_000n)
  })
})

it('verify finds nothing wrong with any of it', async () => {
  expect(await verifyBooks({ databaseUrl: database.databaseUrl })).toMatchObject({ findings: [] })
})
