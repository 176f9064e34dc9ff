import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { checkStatementFile } from '@artel/documents'
import { pdfText } from '@artel/documents/testing'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  exactSums,
  keyed,
  roubles,
  stated,
} from '../testing/index.ts'
import { setBankDetails } from './set-bank-details.ts'
import { findStatement, type StatementFormat, writeStatement } from './write-statement.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition().withMember('wash').withMember('parts').withCustomer('Anna').open(database.store)
const regime = (town: BuiltCoalition, vatRateBps: number | null) =>
  setBankDetails(town.adminContext, { legalName: 'ООО «Оператор»', taxId: '7707083893', vatRateBps })

/** The wash is charged 100.00 and 6.00 in fees, and gets 50.00 back: 56.00, of which 20/120 are tax. */
async function trading(town: BuiltCoalition): Promise<void> {
  const [wash, parts] = [town.member('wash').context, town.member('parts').context]
  const anna = town.customer('Anna')
  const { purchase } = await recordPurchase(wash, aSale(anna, { total: roubles(20_000) }))
  await recordPurchase(parts, aSale(anna, { total: roubles(600), points: points(300n) }))
  const amount = roubles(10_000)
  await refundPurchase(wash, { purchase: { id: purchase.id }, amount, reason: '', ...keyed() })
}

/** The wash's statement of the first window, in a format. */
async function printed(town: BuiltCoalition, format: StatementFormat): Promise<Buffer> {
  const wash = town.member('wash')
  const { id } = await town.store.prisma.statement.findFirstOrThrow({
    where: { coalitionId: town.id, memberId: wash.id },
  })
  const out = new PassThrough()
  const bytes = buffer(out)
  const found = await findStatement(wash.context, { statementId: id })
  await writeStatement(wash.context, found, { format, language: 'ru' }, out)
  out.end()
  return bytes
}

const TAX = 'Налог на добавленную стоимость'

it('a statement tells the VAT inside the fees of an operator that has it, in all of its forms, and for good', async () => {
  const town = await aTown()
  await regime(town, 2_000)
  await trading(town)
  const [first] = (await stated(aTreasurer(town), 1)).filter(
    ({ memberId }) => memberId === town.member('wash').id,
  )
  expect(exactSums(first ?? {})).toMatchObject({ vatRateBps: 2_000, vatNetMinor: 4_667n, vatMinor: 933n })
  // What is stated stays as it was taxed.
  await regime(town, 2_200)

  const text = pdfText(await printed(town, 'pdf'))
  expect(text).toContain(TAX)
  expect(text).toContain('20\u00a0%')
  expect(text).toContain('46,67')
  expect(text).toContain('9,33')
  const json = await printed(town, 'json')
  expect(JSON.parse(json.toString()).vat).toEqual([{ rateBps: '2000', net: '46670000', tax: '9330000' }])
  const csv = await printed(town, 'csv')
  const records = csv.toString().trimEnd().split('\r\n')
  expect(records.at(0)?.split(';').slice(15)).toEqual(['Ставка НДС', 'Без НДС', 'НДС'])
  expect(records.at(-1)?.split(';').slice(15)).toEqual(['20\u00a0%', '"46,670000"', '"9,330000"'])
  for (const file of [json, csv]) expect(await checkStatementFile(file)).toMatchObject({ ok: true })
})

it('a statement of an operator without VAT tells none', async () => {
  const town = await aTown()
  await regime(town, null)
  await trading(town)
  for (const statement of await stated(aTreasurer(town), 1))
    expect(exactSums(statement ?? {})).toMatchObject({ vatRateBps: null, vatNetMinor: null, vatMinor: null })
  expect(pdfText(await printed(town, 'pdf'))).not.toContain(TAX)
  expect(JSON.parse((await printed(town, 'json')).toString()).vat).toEqual([])
  const records = (await printed(town, 'csv')).toString().trimEnd().split('\r\n')
  expect(records.at(-1)?.split(';').slice(15)).toEqual(['', '', ''])
})

it('a member has no rate of its own: the fees are the operator’s', async () => {
  const town = await aTown()
  await expect(
    setBankDetails(town.member('wash').context, { legalName: 'ООО «Блеск»', vatRateBps: 2_000 }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['vatRateBps'] })
})
