import { BankFileUnreadableError, IdempotencyKeyMismatchError } from '@artel/ledger'
import type { PaymentLeg } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { readClearingPosition } from '../reports/read-clearing-position.ts'
import {
  approvedWindow,
  aSale,
  type BuiltCoalition,
  camtFile,
  exchangeFile,
  keyed,
  movementWith,
  OWN_ACCOUNT,
  PARTY_HANDLES,
  type PartyHandle,
  planned,
  roubles,
  STRANGER,
  stated,
} from '../testing/index.ts'
import { BANK_LINE_REASONS } from './bank-line-words.ts'
import { importBankStatement } from './import-bank-statement.ts'
import { wasFoundBefore } from './match-bank-lines.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const positions = async (town: BuiltCoalition) => {
  const memberIds = PARTY_HANDLES.map((handle) => town.member(handle).id)
  const read = await readClearingPosition(town.adminContext, { coalitionId: town.id, memberIds })
  return PARTY_HANDLES.map((handle) => read.get(town.member(handle).id)?.net)
}

describe.each([
  ['camt.053', camtFile, 'CAMT_053'],
  ['1C in Windows-1251', exchangeFile, 'CLIENT_BANK_EXCHANGE'],
] as const)('a bank statement in %s', (_name, fileOf, format) => {
  it('pays legs exactly, in part and in excess, and says of every remainder why', async () => {
    const { town, treasurer, legOf, statuses } = await approvedWindow(database.store)
    const before = await positions(town)
    expect(before).toEqual([370_000_000n, 50_000_000n, 20_000_000n, -260_500_000n])
    const named = (handle: PartyHandle) => `Расчёты по программе, ${legOf(handle).reference}. Без НДС`
    const content = fileOf(OWN_ACCOUNT, [
      movementWith('wash', { no: 1, sum: '370.00', purpose: named('wash') }),
      movementWith('parts', { no: 2, sum: '30.00', purpose: named('parts') }),
      movementWith('tyres', { no: 3, sum: '25.00', purpose: named('tyres') }),
      movementWith('parts', { no: 4, sum: '777.00', party: STRANGER, purpose: 'За аренду, ZARECHYE-77' }),
      movementWith('cafe', { no: 5, sum: '260.50', direction: 'OUT', purpose: named('cafe') }),
      movementWith('parts', { no: 6, sum: '20.00', purpose: named('parts'), booked: false }),
    ])
    const idempotencyKey = 'august'
    const imported = await importBankStatement(treasurer, { content, idempotencyKey })
    expect(imported.bankImport).toMatchObject({ format, lineCount: 6 })
    const pays = (handle: PartyHandle, amountMinor: bigint) => [{ legId: legOf(handle).id, amountMinor }]
    const none = { remainderMinor: 0n, reason: null, otherPayer: false }
    expect(imported.lines).toMatchObject([
      { verdict: 'MATCHED', allocations: pays('wash', 37_000n), ...none, direction: 'IN' },
      { verdict: 'PARTIAL', allocations: pays('parts', 3_000n), ...none },
      {
        ...{ verdict: 'OVER_PAID', allocations: pays('tyres', 2_000n) },
        ...{ remainderMinor: 500n, reason: 'NOTHING_LEFT' },
      },
      { verdict: 'UNMATCHED', allocations: [], remainderMinor: 77_700n, reason: 'UNKNOWN_PAYER' },
      { verdict: 'MATCHED', allocations: pays('cafe', 26_050n), ...none, direction: 'OUT' },
      { verdict: 'SKIPPED', allocations: [], remainderMinor: 2_000n, reason: 'NOT_BOOKED' },
    ])
    for (const { amountMinor, remainderMinor, allocations } of imported.lines)
      expect(allocations.reduce((sum, one) => sum + one.amountMinor, remainderMinor)).toBe(amountMinor)
    // A line that nothing explains was imported by nobody before, though it found nothing new.
    expect(imported.lines.map(wasFoundBefore)).toEqual(imported.lines.map(() => false))
    const again = await importBankStatement(treasurer, { content, ...keyed() })
    expect(again.lines.map(wasFoundBefore)).toEqual([true, true, true, false, true, false])
    for (const { reason } of imported.lines)
      if (reason !== null) expect(BANK_LINE_REASONS).toHaveProperty(reason)
    expect(await statuses()).toEqual(['PAID', 'PARTIAL', 'PAID', 'PAID'])
    expect(await positions(town)).toEqual([0n, 20_000_000n, 0n, 0n])
    // What is not the purpose's own words stays as the bank wrote it.
    const kept = await database.store.prisma.payment.findFirstOrThrow({
      where: { coalitionId: town.id, legId: legOf('wash').id },
    })
    expect(kept).toMatchObject({ source: 'BANK', note: named('wash'), amountMinor: 37_000n })
  })

  it('is imported once, whatever key it comes with, and so is a line that comes in two files', async () => {
    const { town, treasurer, legOf, statuses } = await approvedWindow(database.store)
    const part = movementWith('parts', { no: 2, sum: '30.00', purpose: legOf('parts').reference })
    const content = fileOf(OWN_ACCOUNT, [part])
    const idempotencyKey = 'first'
    const first = await importBankStatement(treasurer, { content, idempotencyKey })
    const same = await importBankStatement(treasurer, { content, idempotencyKey })
    expect(same).toMatchObject({
      replayed: true,
      bankImport: { id: first.bankImport.id },
      lines: first.lines,
    })
    const otherKey = await importBankStatement(treasurer, { content, ...keyed() })
    expect(otherKey).toMatchObject({
      bankImport: { id: first.bankImport.id },
      lines: first.lines.map((line) => ({ ...line, isNew: false })),
    })
    expect(first.lines).toMatchObject([{ isNew: true }])
    // The rest comes without a reference, from the member's own account, in a file that has the first line again.
    const rest = movementWith('parts', { no: 7, sum: '20.00' })
    const longer = fileOf(OWN_ACCOUNT, [part, rest])
    await expect(importBankStatement(treasurer, { content: longer, idempotencyKey })).rejects.toThrow(
      IdempotencyKeyMismatchError,
    )
    const { lines } = await importBankStatement(treasurer, { content: longer, ...keyed() })
    expect(lines).toMatchObject([
      { verdict: 'UNMATCHED', reason: 'REPEATED_LINE', remainderMinor: 3_000n },
      { verdict: 'MATCHED', remainderMinor: 0n },
    ])
    expect(await statuses()).toEqual(['OPEN', 'PAID', 'OPEN', 'OPEN'])
    expect((await positions(town))[1]).toBe(0n)
  })

  it('books a payment whose purpose has a character that cannot be stored', async () => {
    const { town, treasurer, legOf, statuses } = await approvedWindow(database.store)
    const { reference } = legOf('wash')
    const paid = movementWith('wash', { no: 1, sum: '370.00', purpose: `по акту@${reference}` })
    const content = Buffer.from(fileOf(OWN_ACCOUNT, [paid]))
    if (format === 'CLIENT_BANK_EXCHANGE') content[content.indexOf('@')] = 0
    const { lines } = await importBankStatement(treasurer, { content, ...keyed() })
    expect(lines).toMatchObject([{ verdict: 'MATCHED', isNew: true }])
    expect((await statuses())[0]).toBe('PAID')
    const kept = await database.store.prisma.payment.findFirstOrThrow({
      where: { coalitionId: town.id, legId: legOf('wash').id },
    })
    expect(kept.note).not.toContain('\u0000')
  })

  it('books nothing of a file that was cut off', async () => {
    const { town, treasurer, legOf, statuses } = await approvedWindow(database.store)
    const whole = fileOf(OWN_ACCOUNT, [
      movementWith('wash', { no: 1, sum: '370.00', purpose: legOf('wash').reference }),
    ])
    const content = whole.subarray(0, whole.length - 30)
    await expect(importBankStatement(treasurer, { content, ...keyed() })).rejects.toThrow(
      BankFileUnreadableError,
    )
    expect(await statuses()).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN'])
    expect(await database.store.prisma.bankImport.count({ where: { coalitionId: town.id } })).toBe(0)
  })
})

it.each(['utf16le', 'utf16be'] as const)('a file in %s is told by how it begins', async (encoding) => {
  const { treasurer, legOf } = await approvedWindow(database.store)
  const inUtf16 = (text: string) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return encoding === 'utf16le' ? bytes : bytes.swap16()
  }
  const line = movementWith('wash', { no: 1, sum: '370.00', purpose: legOf('wash').reference })
  const exchange = new TextDecoder('windows-1251').decode(exchangeFile(OWN_ACCOUNT, [line]))
  const camt = new TextDecoder().decode(camtFile(OWN_ACCOUNT, [line])).replace('"UTF-8"', '"UTF-16"')
  for (const [text, format] of [
    [exchange, 'CLIENT_BANK_EXCHANGE'],
    [camt, 'CAMT_053'],
  ] as const) {
    const read = await importBankStatement(treasurer, { content: inUtf16(text), ...keyed() })
    expect(read.bankImport).toMatchObject({ format, lineCount: 1 })
  }
})

describe('a file that came before its plan was approved', () => {
  it('is read again: what nothing explained is matched, what was matched stays, and the new is marked', async () => {
    const { town, treasurer, legOf } = await approvedWindow(database.store)
    const rest = { purpose: `Вперёд, ${nextReference(legOf('wash'))}`, bookedOn: '2026-09-10' }
    const content = camtFile(OWN_ACCOUNT, [
      movementWith('wash', { no: 1, sum: '370.00', purpose: legOf('wash').reference }),
      movementWith('tyres', { no: 2, sum: '25.00', purpose: legOf('tyres').reference }),
      movementWith('wash', { no: 3, sum: '60.00', ...rest }),
      movementWith('parts', { no: 4, sum: '777.00', party: STRANGER }),
      movementWith('cafe', { no: 5, sum: '1.00', booked: false }),
    ])
    const first = await importBankStatement(treasurer, { content, idempotencyKey: 'early' })
    expect(first.bankImport.runNo).toBe(1)
    expect(first.lines.map(({ verdict, reason, isNew }) => [verdict, reason, isNew])).toEqual([
      ['MATCHED', null, true],
      ['OVER_PAID', 'NOTHING_LEFT', true],
      ['UNMATCHED', 'NO_OPEN_LEG', false],
      ['UNMATCHED', 'UNKNOWN_PAYER', false],
      ['SKIPPED', 'NOT_BOOKED', false],
    ])
    const legId = await secondWindow(town, treasurer)

    const again = await importBankStatement(treasurer, { content, idempotencyKey: 'later' })
    expect(again.bankImport).toMatchObject({ runNo: 2, fileHash: first.bankImport.fileHash })
    expect(again.lines.map(({ verdict, reason, isNew }) => [verdict, reason, isNew])).toEqual([
      ['MATCHED', null, false],
      ['OVER_PAID', 'NOTHING_LEFT', false],
      ['MATCHED', null, true],
      ['UNMATCHED', 'UNKNOWN_PAYER', false],
      ['SKIPPED', 'NOT_BOOKED', false],
    ])
    expect(again.lines[2]?.allocations).toEqual([{ legId, amountMinor: 6_000n }])
    expect(again.lines[1]).toEqual({ ...first.lines[1], isNew: false })
    // The answers of both keys are those that were given; a third finds nothing.
    const replay = (idempotencyKey: string) => importBankStatement(treasurer, { content, idempotencyKey })
    expect(await replay('early')).toEqual({ ...first, replayed: true })
    expect(await replay('later')).toEqual({ ...again, replayed: true })
    const third = await replay('third')
    expect(third.bankImport.id).toBe(again.bankImport.id)
    expect(third.lines.some(({ isNew }) => isNew)).toBe(false)
    expect(await replay('third')).toEqual({ ...third, replayed: true })
    const payments = await database.store.prisma.payment.groupBy({
      by: ['bankImportId'],
      where: { coalitionId: town.id },
      _sum: { amountMinor: true },
      orderBy: { bankImportId: 'asc' },
    })
    expect(payments).toEqual([
      { bankImportId: first.bankImport.id, _sum: { amountMinor: 39_000n } },
      { bankImportId: again.bankImport.id, _sum: { amountMinor: 6_000n } },
    ])
  })

  it('counts nothing twice when it is read again by several at once, beside another file with the same line', async () => {
    const { town, treasurer, legOf } = await approvedWindow(database.store)
    const purpose = nextReference(legOf('wash'))
    const line = movementWith('wash', { no: 3, sum: '60.00', purpose, bookedOn: '2026-09-10' })
    const content = camtFile(OWN_ACCOUNT, [{ ...line, party: STRANGER }])
    const first = await importBankStatement(treasurer, { content, ...keyed() })
    expect(first.lines).toMatchObject([{ verdict: 'UNMATCHED' }])
    const legId = await secondWindow(town, treasurer)
    const longer = camtFile(OWN_ACCOUNT, [
      { ...line, party: STRANGER },
      movementWith('parts', { no: 9, sum: '5.00', party: STRANGER }),
    ])
    const files = [content, longer, content, longer, content, content]
    const read = await Promise.all(
      files.map((file) => importBankStatement(treasurer, { content: file, ...keyed() })),
    )
    expect(read.filter(({ lines }) => lines.some(({ isNew }) => isNew))).toHaveLength(1)
    const payments = await database.store.prisma.payment.findMany({ where: { coalitionId: town.id, legId } })
    expect(payments).toMatchObject([{ amountMinor: 6_000n, source: 'BANK' }])
    const entries = await database.store.prisma.entry.count({
      where: { coalitionId: town.id, kind: 'PAYMENT' },
    })
    expect(entries).toBe(1)
  })
})

/** What the only payment of the window after this one's will quote. */
const nextReference = ({ reference }: PaymentLeg) => reference.replace(/-1-\d+$/, '-2-1')

/** A second window in which the wash comes to owe 60.00 more, approved; the payment that it asks for. */
async function secondWindow(town: BuiltCoalition, treasurer: Context) {
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { total: roubles(12_000) }))
  const statements = await stated(treasurer, 2)
  const members = PARTY_HANDLES.map((handle) => town.member(handle))
  await planned(town, treasurer, { windowNo: 2, statements, members })
  const leg = await database.store.prisma.paymentLeg.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 2, payerId: town.member('wash').id },
  })
  return leg.id
}

it('takes nothing of a camt.053 entry that the bank took back or that is in another currency', async () => {
  const { treasurer, legOf } = await approvedWindow(database.store)
  const purpose = legOf('parts').reference
  const content = camtFile(OWN_ACCOUNT, [
    movementWith('parts', { no: 1, sum: '50.00', purpose, reversal: true, direction: 'OUT' }),
    movementWith('parts', { no: 2, sum: '50.00', purpose, currency: 'EUR' }),
    // The reference of the payer's own order, as its bank passes it on.
    movementWith('parts', { no: 3, sum: '50.00', endToEndId: purpose }),
    // A known reference from an account that is nobody's.
    movementWith('tyres', { no: 4, sum: '20.00', purpose: legOf('tyres').reference, party: STRANGER }),
  ])
  const { lines } = await importBankStatement(treasurer, { content, ...keyed() })
  expect(lines.map(({ verdict, reason, otherPayer }) => [verdict, reason, otherPayer])).toEqual([
    ['SKIPPED', 'REVERSAL', false],
    ['SKIPPED', 'OTHER_CURRENCY', false],
    ['MATCHED', null, false],
    ['MATCHED', null, true],
  ])
})
