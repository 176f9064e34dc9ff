import { PassThrough } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pdfText } from '@artel/documents/testing'
import { micros, minor } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, aTreasurer, planned, roubles, stated } from '../testing/index.ts'
import { findStatement, writeStatement } from './write-statement.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('a printed statement promises no payment: a net below the least payout is carried, and the paper says so before and after', async () => {
  const town = await aCoalition({ terms: { minPayoutMinor: minor(50_000n) } })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
  const [wash, parts] = [town.member('wash'), town.member('parts')]
  const anna = town.customer('Anna')
  await recordPurchase(wash.context, aSale(anna, { total: roubles(20_000) }))
  await recordPurchase(parts.context, aSale(anna, { total: roubles(200_000) }))
  const treasurer = aTreasurer(town)
  const statements = await stated(treasurer, 1)
  const statementId = statements.find(({ memberId }) => memberId === wash.id)?.id ?? ''
  const written = async (language: 'ru' | 'en', format: 'pdf' | 'json') => {
    const out = new PassThrough()
    const bytes = format === 'pdf' ? buffer(out).then(pdfText) : text(out)
    const found = await findStatement(wash.context, { statementId })
    await writeStatement(wash.context, found, { format, language }, out)
    out.end()
    return (await bytes).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
  }
  const before = { ru: await written('ru', 'pdf'), en: await written('en', 'pdf') }
  expect(before.ru).toContain('задолженность Участника перед Оператором составляет 100,00 ₽')
  expect(before.ru).toContain('Сальдо меньше 500,00 ₽ и удержанный депозит не выплачиваются, а переносятся')
  expect(before.ru).toContain('Кто, кому и сколько платит, определяет утверждённый план платежей')
  expect(before.ru).not.toMatch(/Участник (платит|получает)/)
  expect(before.en).toContain('A balance below RUB 500.00 and a deposit that is kept are not paid')
  expect(before.en).not.toMatch(/Member (pays|is paid)/)
  const file = JSON.parse(await written('en', 'json'))
  expect(file).toMatchObject({ closing: '100000000', rounding: '0', plan: { minPayoutMinor: '50000' } })

  const approved = await planned(town, treasurer, { windowNo: 1, statements, members: [wash, parts] })
  expect(approved.carried).toEqual([{ memberId: wash.id, amount: '10000' }])
  expect(await written('ru', 'pdf')).toBe(before.ru)
})

it('parts of a kopeck stand in one line: a statement closes and the next opens at what is paid', async () => {
  const town = await aCoalition({ terms: { issueFee: micros(100_003n) } })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const wash = town.member('wash')
  const treasurer = aTreasurer(town)
  const written = async (windowNo: number, format: 'pdf' | 'json') => {
    const [statement] = await stated(treasurer, windowNo)
    const out = new PassThrough()
    const bytes = format === 'pdf' ? buffer(out).then(pdfText) : text(out)
    const found = await findStatement(wash.context, { statementId: statement?.id ?? '' })
    await writeStatement(wash.context, found, { format, language: 'ru' }, out)
    out.end()
    return (await bytes).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
  }
  // A thousand points, each at a fee of 0.100003.
  const sell = () => recordPurchase(wash.context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  await sell()
  expect(JSON.parse(await written(1, 'json'))).toMatchObject({
    ...{ opening: '0', net: '100003000', rounding: '-3000', closing: '100000000', residue: '3000' },
  })
  await sell()
  const paper = await written(2, 'pdf')
  expect(paper).toMatch(/Сальдо на \d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d 100,00 /)
  expect(paper).toContain('Округление (в сальдо не вошло 0,004 по кредиту) 0,01')
  expect(paper).toContain(
    'задолженность Участника перед Оператором составляет 200,01 ₽ (Двести рублей 01 копейка).',
  )
})
