import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCustomers } from '../points/merge-customers.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { checkedImport, errorsOf, fileOf, untilStill } from '../testing/import-files.ts'
import { aCoalition, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import { localDay, noonOf } from '../testing/local-days.ts'
import { beginImport } from './begin-import.ts'
import { handInImport } from './hand-in-import.ts'
import { cancelImport, pauseImport, resumeImport } from './pause-import.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const town = (): Promise<BuiltCoalition> =>
  aCoalition({ openedDaysAgo: 90, terms: { lateDays: 30 } })
    .withMember('wash', { inPerson: true })
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79001234567', reference: 'client-7' })
    .open(database.store)

const counts = ({ state, added, matched, faults, points }: Awaited<ReturnType<typeof untilStill>>) => ({
  ...{ state, added, matched, faults },
  points: Number(points),
})
const CONSENT = { kind: 'CUSTOMERS', consentVersion: 'paper-2020' } as const

describe('an import of customers', () => {
  const FILE = [
    'ФИО;Телефон;Почта;Код;Дата рождения',
    'Борис Иванов;8 912 345-67-89;;=7;24.12.1980',
    'Вера;+7 912 345-67-90;VERA@example.com;;',
    'Анна Новая;+79001234567;;client-8;',
    'Борис Второй;+79123456789;;;',
    'Никто;;;;',
    'Глеб;12;;;',
    'Дважды;+79123456700;;client-7;',
    'Чужая;+79001234567;vera@example.com;;',
  ].join('\n')

  it('shows what would happen, records it once, explains each row that is not taken, and overwrites nobody', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const checked = await checkedImport(context, { ...CONSENT, text: FILE })
    const before = await built.store.prisma.customer.count({ where: { coalitionId: built.id } })
    expect(counts(checked)).toEqual({ state: 'CHECKED', added: 2, matched: 2, faults: 4, points: 0 })
    expect(before).toBe(1)

    await beginImport(context, { importId: checked.id })
    const done = await untilStill(context, built.id, checked.id)
    expect(counts(done)).toEqual({ state: 'DONE', added: 2, matched: 2, faults: 4, points: 0 })
    const customers = await built.store.prisma.customer.findMany({
      where: { coalitionId: built.id },
      include: { references: true, cards: true, account: true },
      orderBy: { name: 'asc' },
    })
    expect(
      customers.map(({ name, phone, email, references }) => [name, phone, email, references.length]),
    ).toEqual([
      ['Anna', '+79001234567', null, 2],
      ['Борис Иванов', '+79123456789', null, 1],
      ['Вера', '+79123456790', 'vera@example.com', 0],
    ])
    const [consent] = await built.store.prisma.consent.findMany({
      where: { customerId: customers[1]?.id ?? '' },
    })
    expect(consent).toMatchObject({
      source: 'IMPORT',
      textVersion: 'paper-2020',
      given: true,
      purpose: 'PERSONAL_DATA',
    })
    // Nobody who was a customer before is welcomed by rules as a newcomer.
    expect(await built.store.prisma.occasion.count({ where: { coalitionId: built.id } })).toBe(0)

    const errors = await errorsOf(context, done.id)
    expect(errors).toContain(
      '5,Борис Второй,+79123456789,,,,phone,is the same as in line 2\r\n'.replace('+7', "'+7"),
    )
    expect(errors).toMatch(/7,Глеб,12,,,,phone,"?Must be a telephone number/)
    expect(errors).toMatch(/9,Чужая,.*phone,is the same as in line 4/)
    expect(await errorsOf(context, done.id, 'ru')).toMatch(/Никто;;;;;;"нет ни телефона/)
    expect(await built.store.prisma.importRow.count({ where: { importId: done.id } })).toBe(4)
  })

  it('asks for a basis of consent, and takes that of a row before that of the file', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const text = 'name,phone,consent,consent date\nIvan,+79123456781,v3,2024-01-15\nOleg,+79123456782,,\n'
    const job = await checkedImport(context, { kind: 'CUSTOMERS', text })
    expect(counts(job)).toMatchObject({ added: 1, faults: 1 })
    expect(await errorsOf(context, job.id)).toMatch(/Oleg.*consentVersion,"?is missing/)
    await beginImport(context, { importId: job.id })
    await untilStill(context, built.id, job.id)
    const ivan = await built.store.prisma.customer.findFirstOrThrow({
      where: { coalitionId: built.id, name: 'Ivan' },
    })
    expect(ivan).toMatchObject({ consentVersion: 'v3', consentAt: new Date('2024-01-14T21:00:00Z') })
    const two = await checkedImport(context, { ...CONSENT, text: 'name,phone,id\nX,+79123456781,client-7\n' })
    expect(await errorsOf(context, two.id)).toMatch(/reference,belongs to another customer/)
  })

  it('pauses, goes on and is given up, and the same file is the same import until it is over', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const file = fileOf(FILE)
    const { importJob } = await handInImport(context, { ...CONSENT, file })
    await pauseImport(context, { importId: importJob.id })
    expect(counts(await untilStill(context, built.id, importJob.id))).toMatchObject({
      state: 'CHECKING',
      added: 0,
    })
    expect(await handInImport(context, { ...CONSENT, file })).toMatchObject({
      replayed: true,
      importJob: { id: importJob.id, isPaused: true },
    })
    await resumeImport(context, { importId: importJob.id })
    expect(counts(await untilStill(context, built.id, importJob.id))).toMatchObject({ state: 'CHECKED' })
    await cancelImport(context, { importId: importJob.id })
    await expect(beginImport(context, { importId: importJob.id })).rejects.toMatchObject({
      code: 'IMPORT_NOT_OPEN',
    })
    expect((await handInImport(context, { ...CONSENT, file })).replayed).toBe(false)
  })

  it('is of one member alone, and of whoever may do with a row what it does', async () => {
    const built = await town()
    const job = await checkedImport(built.member('wash').context, { ...CONSENT, text: FILE })
    const { context, principal } = built.member('parts')
    await expect(beginImport(context, { importId: job.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const poor = { store: built.store, principal: { ...principal, scopes: new Set(['purchases:write']) } }
    await expect(handInImport(poor, { ...CONSENT, file: fileOf(FILE) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(handInImport(built.adminContext, { ...CONSENT, file: fileOf(FILE) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      path: ['memberId'],
    })
  })
})

describe('an import of opening balances', () => {
  const FILE = [
    'Телефон;Баллы;Дата начисления;Действуют до;Основание',
    '+79001234567;1 500;01.03.2026;31.12.2030;остаток-1',
    'client-7;20,00;;;',
    '+79001234567;20;;;остаток-1',
    '+79990000000;5;;;',
    '+79001234567;7;01.01.2015;;',
  ].join('\n')

  it('gives lots of the member with an end, once, after a second person said yes', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const anna = built.customer('Anna')
    const checked = await checkedImport(context, { kind: 'OPENING_BALANCES', text: FILE })
    expect(counts(checked)).toEqual({ state: 'CHECKED', added: 2, matched: 0, faults: 3, points: 1520 })
    await expect(beginImport(context, { importId: checked.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await beginImport(built.adminContext, { importId: checked.id })
    const done = await untilStill(context, built.id, checked.id)
    expect(counts(done)).toMatchObject({ state: 'DONE', added: 2, faults: 3, points: 1520 })
    const lots = await built.store.prisma.lot.findMany({
      where: { coalitionId: built.id, customerId: anna.id },
      orderBy: { amount: 'asc' },
    })
    expect(lots.map(({ amount, issuerId }) => [Number(amount), issuerId])).toEqual([
      [20, built.member('wash').id],
      [1500, built.member('wash').id],
    ])
    expect(lots[1]?.expiresAt).toEqual(new Date('2030-12-31T21:00:00Z'))
    const errors = await errorsOf(context, done.id)
    expect(errors).toMatch(/\n4,.*,(?:customer|reference)?,"?is the same as in line 2/)
    expect(errors).toMatch(/\n5,.*customer,.*No such customer/)
    expect(errors).toMatch(/\n6,.*since,.*has ended already/)

    const again = await checkedImport(context, { kind: 'OPENING_BALANCES', text: FILE })
    expect(counts(again)).toMatchObject({ state: 'CHECKED', added: 0, matched: 2, faults: 3, points: 0 })
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  })

  it('books nothing again for a customer into whom was merged whoever had the balance', async () => {
    const built = await aCoalition({ openedDaysAgo: 90 })
      .withMember('wash', { inPerson: true })
      .withCustomer('Anna', { phone: '+79001234567', reference: 'client-7' })
      .withCustomer('Anna again', { phone: '+79001234568', reference: 'client-8' })
      .open(database.store)
    const { context } = built.member('wash')
    const text = 'customer,points,reference\nclient-7,5,a\nclient-8,7,b\nclient-8,9,\n'
    const first = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
    await beginImport(built.adminContext, { importId: first.id })
    expect(counts(await untilStill(context, built.id, first.id))).toMatchObject({ added: 3, points: 21 })
    await mergeCustomers(built.adminContext, {
      ...{ customer: { id: built.customer('Anna again').id }, into: { id: built.customer('Anna').id } },
      idempotencyKey: 'one person',
    })
    const again = await checkedImport(context, { kind: 'OPENING_BALANCES', text })
    expect(counts(again)).toMatchObject({ state: 'CHECKED', added: 0, matched: 3, faults: 0 })
  })

  it('needs a person behind both, who are two', async () => {
    const built = await town()
    const text = 'customer,points\nclient-7,5\n'
    const server = await checkedImport(built.member('parts').context, { kind: 'OPENING_BALANCES', text })
    await expect(beginImport(built.adminContext, { importId: server.id })).rejects.toMatchObject({
      code: 'PERSON_REQUIRED',
    })
    const memberId = built.member('wash').id
    const own = await checkedImport(built.adminContext, {
      ...{ kind: 'OPENING_BALANCES', memberId },
      text: 'phone,points\n+79001234567,5\n',
    })
    await expect(beginImport(built.adminContext, { importId: own.id })).rejects.toMatchObject({
      code: 'APPROVER_IS_PROPOSER',
    })
    const treasury = { store: built.store, principal: built.treasurer }
    await beginImport(treasury, { importId: own.id })
    expect(counts(await untilStill(treasury, built.id, own.id))).toMatchObject({
      state: 'DONE',
      added: 1,
      points: 5,
    })
  })
})

describe('an import of purchases', () => {
  it('records sales once under their own day, through the rules and limits of any sale', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const day = localDay(-3)
    await recordPurchase(
      context,
      aSale(built.customer('Anna'), { receiptRef: 'C', total: roubles(300), occurredAt: noonOf(day) }),
    )
    const text = [
      'Номер чека;Дата;Сумма;Телефон',
      `A;${day} 12:00;1 000,00;+79001234567`,
      `B;${day} 12:05;200,00;client-7`,
      `C;${day} 12:00;300,00;+79001234567`,
      `D;${localDay(-60)} 12:00;300,00;+79001234567`,
      `E;${day} 12:00;-50,00;+79001234567`,
      `F;${day} 12:00;50,00;`,
      `G;${day} 12:00;50,00;+79990000000`,
      `A;${day} 12:00;1 000,00;+79001234567`,
      `H;${day} 12:00;x;+79001234567`,
    ].join('\n')
    const checked = await checkedImport(context, { kind: 'PURCHASES', text })
    expect(counts(checked)).toEqual({ state: 'CHECKED', added: 2, matched: 1, faults: 6, points: 60 })
    await beginImport(context, { importId: checked.id })
    const done = await untilStill(context, built.id, checked.id)
    expect(counts(done)).toEqual({ state: 'DONE', added: 2, matched: 1, faults: 6, points: 60 })
    const errors = await errorsOf(context, done.id)
    expect(errors.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      'line',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '',
    ])
    expect(await errorsOf(context, done.id, 'ru')).toMatch(/H;.*не сумма/)
    const again = await checkedImport(context, { kind: 'PURCHASES', text })
    expect(again.id).not.toBe(done.id)
    await beginImport(context, { importId: again.id })
    expect(counts(await untilStill(context, built.id, again.id))).toMatchObject({
      added: 0,
      matched: 3,
      points: 0,
    })
    expect(await built.store.prisma.purchase.count({ where: { coalitionId: built.id } })).toBe(3)
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  })
})
