import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pdfText } from '@artel/documents/testing'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodePublicId } from '../ids/public-id.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltMember,
  keyed,
  planned,
  roubles,
  stated,
} from '../testing/index.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { exportPaymentOrders } from './export-payment-orders.ts'
import { memberLines } from './member-lines.ts'
import { setBankDetails } from './set-bank-details.ts'
import { findStatement, writeStatement } from './write-statement.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const BANK = { bankName: 'Bank', bankCode: '044525225', correspondentAccount: '30101810400000000225' }
const ACCOUNT = { account: '40702810838000000017', taxId: '7707083893', kpp: '773601001', ...BANK }

it('no form of a statement tells a member the receipt, the bill or the customer of another', async () => {
  const town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79123456789' })
    .open(database.store)
  const anna = town.customer('Anna')
  const [wash, parts] = [town.member('wash'), town.member('parts')]
  await setBankDetails(town.adminContext, { legalName: 'The operator', ...ACCOUNT })
  for (const member of [wash, parts]) await setBankDetails(member.context, { legalName: 'Shop', ...ACCOUNT })
  const sell = (member: BuiltMember, receiptRef: string, bill: number, pays = 0n) =>
    recordPurchase(member.context, aSale(anna, { receiptRef, total: roubles(bill), points: points(pays) }))
  await sell(wash, 'WASH-0001', 20_000)
  // Points of the wash are spent at the parts shop, and come back in part.
  const { purchase } = await sell(parts, 'PARTS-0007', 98_765, 300n)
  await refundPurchase(parts.context, {
    ...{ purchase: { id: purchase.id }, amount: roubles(40_000), reason: 'As the receipt says', ...keyed() },
  })
  const treasurer = aTreasurer(town)
  const statements = await stated(treasurer, 1)
  await planned(town, treasurer, { windowNo: 1, statements, members: [wash, parts] })

  /** All that a member can read of its statement, a text a form. */
  const formsOf = async ({ id, context }: BuiltMember): Promise<Record<string, string>> => {
    const statementId = statements.find(({ memberId }) => memberId === id)?.id ?? ''
    const readable = await findStatement(context, { statementId })
    const written = async (format: 'pdf' | 'csv' | 'json', language: 'ru' | 'en') => {
      const out = new PassThrough()
      const bytes = buffer(out)
      await writeStatement(context, readable, { format, language }, out)
      out.end()
      return format === 'pdf' ? pdfText(await bytes) : (await bytes).toString()
    }
    const lines: string[] = []
    for await (const { reference } of memberLines(town.store, readable.window, readable.statement))
      lines.push(reference)
    const orders = await exportPaymentOrders(context, { windowNo: 1, format: '1c' }).catch(() => undefined)
    return {
      pdf: await written('pdf', 'ru'),
      csv: await written('csv', 'ru'),
      plainCsv: await written('csv', 'en'),
      json: await written('json', 'en'),
      lines: lines.join('\n'),
      orders: orders ? new TextDecoder('windows-1251').decode(orders.bytes) : '',
    }
  }
  const customer = [anna.id, encodePublicId('customer', anna.id), '9123456789']
  const document = [purchase.id, encodePublicId('purchase', purchase.id)]
  for (const [member, own, foreign] of [
    [wash, 'WASH-0001', ['PARTS-0007', '98765', '98 765']],
    [parts, 'PARTS-0007', ['WASH-0001']],
  ] as const) {
    const forms = await formsOf(member)
    for (const [form, text] of Object.entries(forms)) {
      const plain = text.replaceAll('\u00a0', ' ')
      // A hash may have any digits in it.
      for (const secret of [...foreign, ...customer, ...document])
        expect(withoutHashes(plain), `${form} of ${member.member.handle}`).not.toContain(secret)
      if (form !== 'orders') expect(plain, form).toContain(own)
    }
  }
  // The wash has lines of what was spent there: with the shop and the points, without a document.
  const { json = '' } = await formsOf(wash)
  const spent = JSON.parse(json).lines.filter(({ kind }: { kind: string }) => kind.startsWith('REDEEM'))
  expect(
    spent.map((line: Record<string, unknown>) => [line.kind, line.counterparty !== null, line.reference]),
  ).toEqual(expect.arrayContaining([['REDEEM', true, '']]))
  expect(spent.some(({ points }: { points: string }) => points === '-300')).toBe(true)
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
})

it('a statement from before receipts were hidden is printed as it was made', async () => {
  const town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
  const anna = town.customer('Anna')
  await recordPurchase(town.member('wash').context, aSale(anna, { total: roubles(20_000) }))
  await recordPurchase(
    town.member('parts').context,
    aSale(anna, { receiptRef: 'PARTS-7', total: roubles(1_000), points: points(300n) }),
  )
  const [first] = await stated(aTreasurer(town), 1)
  if (!first) throw new Error('There is no statement')
  const window = await town.store.prisma.settlementWindow.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 1 },
  })
  const memberId = town.member('wash').id
  const references = async (namesForeignReceipts: boolean) => {
    const found: string[] = []
    for await (const line of memberLines(town.store, window, { memberId, namesForeignReceipts }))
      found.push(line.reference)
    return found
  }
  expect(await references(true)).toContain('PARTS-7')
  expect(await references(false)).not.toContain('PARTS-7')
  expect(first.namesForeignReceipts).toBe(false)
})

const withoutHashes = (text: string) => text.replace(/\b[0-9a-f]{64}\b/g, '').replace(/[0-9a-f]{16}…/g, '')
