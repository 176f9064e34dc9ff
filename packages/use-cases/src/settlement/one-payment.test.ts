import { createHash } from 'node:crypto'
import { minor, PaymentRecordedAlreadyError } from '@artel/ledger'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approvedWindow,
  type BankMovement,
  camtFile,
  exchangeFile,
  keyed,
  movementWith,
  OWN_ACCOUNT,
  STRANGER,
} from '../testing/index.ts'
import { importBankStatement } from './import-bank-statement.ts'
import { recordPayment } from './record-payment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const FORMATS = { camt: camtFile, '1c': exchangeFile }

async function aTown() {
  const { town, treasurer, legOf, statuses } = await approvedWindow(database.store)
  const read = async (format: keyof typeof FORMATS, movements: readonly BankMovement[]) => {
    const content = FORMATS[format](OWN_ACCOUNT, movements)
    const { lines } = await importBankStatement(treasurer, { content, ...keyed() })
    return lines.map(({ verdict, reason }) => reason ?? verdict)
  }
  const paid = async () => {
    const { _sum } = await database.store.prisma.payment.aggregate({
      where: { coalitionId: town.id, reversal: null },
      _sum: { amountMinor: true },
    })
    return _sum.amountMinor ?? 0n
  }
  const byHand = (amountMinor: bigint, over: { paidOn?: string; isAnother?: boolean } = {}) =>
    recordPayment(treasurer, {
      ...{
        legId: legOf('wash').id,
        amountMinor: minor(amountMinor),
        paidOn: '2026-08-10',
        ...over,
        ...keyed(),
      },
    })
  const part = movementWith('wash', {
    no: 7,
    sum: '100.00',
    purpose: `Оплата ${legOf('wash').reference}, НДС нет`,
  })
  return { town, treasurer, legOf, statuses, read, paid, byHand, part }
}

describe('one payment counts once', () => {
  it.each([
    ['camt', '1c'],
    ['1c', 'camt'],
  ] as const)('in %s, in %s, and in another export with other spaces', async (first, second) => {
    const { read, paid, part } = await aTown()
    expect(await read(first, [part])).toEqual(['PARTIAL'])
    expect(await read(second, [part])).toEqual(['REPEATED_LINE'])
    const retold = { ...part, purpose: part.purpose.toUpperCase().replaceAll(' ', '   ') }
    expect(await read(first, [retold, part])).toEqual(['REPEATED_LINE', 'REPEATED_LINE'])
    expect(await read(second, [retold])).toEqual(['REPEATED_LINE'])
    expect(await paid()).toBe(10_000n)
  })

  it('twice in a file when only the file counts its entries, and two of different references of the bank are two', async () => {
    const { read, paid, part } = await aTown()
    expect(await read('1c', [part, part])).toEqual(['PARTIAL', 'REPEATED_LINE'])
    expect(await read('camt', [part, { ...part, no: 8 }])).toEqual(['REPEATED_LINE', 'REPEATED_LINE'])
    // The bank gave the two different references: the second is another payment.
    const another = { ...part, purpose: `Ещё ${part.purpose}` }
    expect(await read('camt', [another, { ...another, no: 8 }])).toEqual(['PARTIAL', 'PARTIAL'])
    expect(await paid()).toBe(30_000n)
  })

  it.each(['camt', '1c'] as const)('recorded by hand before its file in %s comes', async (format) => {
    const { read, paid, part, byHand } = await aTown()
    await byHand(10_000n)
    const anonymous = { ...part, purpose: 'Без назначения' }
    const another = { ...part, no: 9, purpose: 'Ещё одна' }
    expect(await read(format, [anonymous])).toEqual(['RECORDED_BY_HAND'])
    expect(await read(format, [anonymous, another])).toEqual(['REPEATED_LINE', 'PARTIAL'])
    expect(await paid()).toBe(20_000n)
  })

  it('recorded by hand on another day, for another leg or from another party is another payment', async () => {
    const { read, paid, part, byHand, legOf } = await aTown()
    await byHand(10_000n, { paidOn: '2026-08-09' })
    expect(await read('camt', [part])).toEqual(['PARTIAL'])
    await byHand(2_000n)
    const ofTyres = movementWith('wash', { no: 10, sum: '20.00', purpose: legOf('tyres').reference })
    const ofStranger = movementWith('wash', { no: 11, sum: '20.00', party: STRANGER })
    expect(await read('camt', [ofTyres, ofStranger])).toEqual(['MATCHED', 'UNKNOWN_PAYER'])
    expect(await paid()).toBe(24_000n)
  })

  it('is not recorded by hand after its file came, unless the person says that it is another', async () => {
    const { read, paid, part, byHand } = await aTown()
    await read('1c', [part])
    const refused = byHand(10_000n)
    await expect(refused).rejects.toThrow(PaymentRecordedAlreadyError)
    const { id } = await database.store.prisma.payment.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await expect(refused).rejects.toMatchObject({ details: { paymentId: id } })
    expect(await paid()).toBe(10_000n)
    await byHand(10_000n, { isAnother: true })
    expect(await paid()).toBe(20_000n)
  })

  it('that was kept before lines had identities does not pay again', async () => {
    const { town, read, paid, part } = await aTown()
    await read('camt', [part])
    const said = [
      OWN_ACCOUNT,
      'IN',
      '10000',
      'RUB',
      '2026-08-10',
      'BANK-7',
      '',
      part.party.account,
      part.purpose,
    ]
    const oldId = createHash('sha256').update(JSON.stringify(said)).digest('hex')
    await asSuperuser(
      database.databaseUrl,
      `delete from bank_line where coalition_id = '${town.id}';
      update payment set bank_line_id = '${oldId}' where coalition_id = '${town.id}'`,
    )
    const stranger = movementWith('wash', { no: 12, sum: '1.00', party: STRANGER })
    expect(await read('camt', [part, stranger])).toEqual(['REPEATED_LINE', 'UNKNOWN_PAYER'])
    expect(await paid()).toBe(10_000n)
  })
})

it('verify finds nothing wrong with any of it', async () => {
  expect(await verifyBooks({ databaseUrl: database.databaseUrl })).toMatchObject({ findings: [] })
})
