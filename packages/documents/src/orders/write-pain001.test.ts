import { describe, expect, it } from 'vitest'
import { schemaBreaches, textsAt, xmlTree } from '../testing/pain001-schema.ts'
import { type CreditTransferInitiation, writePain001 } from './write-pain001.ts'

const message = (changes: Partial<CreditTransferInitiation> = {}): CreditTransferInitiation => ({
  messageId: 'ART-3-20261108',
  createdAt: new Date('2026-11-08T07:20:30.123Z'),
  initiator: { name: 'ООО «Заречье Оператор»', taxId: '7707083893' },
  currency: 'EUR',
  batches: [
    {
      id: 'ART-3-1',
      executeOn: '2026-11-09',
      debtor: { name: 'Motor Yard & Sons', country: 'DE' },
      debtorAccount: { iban: 'DE89 3704 0044 0532 0130 00' },
      debtorBank: { bic: 'COBADEFFXXX' },
      transfers: [
        {
          endToEndId: 'ART-8F3K2',
          amountMinor: 111_005n,
          creditor: { name: 'Blesk' },
          creditorAccount: { iban: 'GB82WEST12345698765432' },
          creditorBank: { bic: 'WESTGB2L' },
          remittance: 'Window 3, <statement> "stm_4k" & Co',
        },
        {
          endToEndId: 'ART-8F3K3',
          amountMinor: 5n,
          creditor: { name: 'Kolenval' },
          creditorAccount: { other: '40702810200000000001', scheme: 'BBAN' },
          remittance: 'Window 3',
        },
      ],
    },
    {
      id: 'ART-3-2',
      executeOn: '2026-11-10',
      debtor: { name: 'Коленвал' },
      debtorAccount: { other: '40802810900000000002' },
      debtorBank: { clearingSystem: 'RUCBC', memberId: '044525225', name: 'ПАО СБЕРБАНК' },
      transfers: [
        {
          endToEndId: 'ART-8F3K4',
          amountMinor: 90_071_992_547_409_93n,
          creditor: { name: 'Blesk' },
          creditorAccount: { other: '1' },
          remittance: 'x',
        },
      ],
    },
  ],
  ...changes,
})
const treeOf = (changes?: Partial<CreditTransferInitiation>) =>
  xmlTree(new TextDecoder().decode(writePain001(message(changes))))

describe('writePain001', () => {
  it('keeps to the order, the cardinalities and the types of the schema', () => {
    const tree = treeOf()
    expect(tree.attributes).toEqual({ xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09' })
    expect(schemaBreaches(tree)).toEqual([])
  })

  it('asks for no service level: a code that a bank does not offer would have it refuse the whole message', () => {
    const tree = treeOf()
    for (const path of ['PmtInf/PmtTpInf', 'PmtInf/CdtTrfTxInf/PmtTpInf'])
      expect(textsAt(tree, `CstmrCdtTrfInitn/${path}`)).toEqual([])
    expect(textsAt(tree, 'CstmrCdtTrfInitn/PmtInf/PmtMtd')).toEqual(['TRF', 'TRF'])
  })

  it('counts and sums exactly, for the message and for each batch', () => {
    const tree = treeOf()
    const at = (path: string) => textsAt(tree, `CstmrCdtTrfInitn/${path}`)
    expect(at('GrpHdr/NbOfTxs')).toEqual(['3'])
    expect(at('GrpHdr/CtrlSum')).toEqual(['90071992548520.03'])
    expect(at('PmtInf/NbOfTxs')).toEqual(['2', '1'])
    expect(at('PmtInf/CtrlSum')).toEqual(['1110.10', '90071992547409.93'])
    expect(at('PmtInf/CdtTrfTxInf/Amt/InstdAmt')).toEqual(['1110.05', '0.05', '90071992547409.93'])
    expect(at('GrpHdr/CreDtTm')).toEqual(['2026-11-08T07:20:30Z'])
  })

  it('gives every currency its own decimals', () => {
    expect(textsAt(treeOf({ currency: 'JPY' }), 'CstmrCdtTrfInitn/PmtInf/CtrlSum')[0]).toBe('111010')
    expect(textsAt(treeOf({ currency: 'KWD' }), 'CstmrCdtTrfInitn/PmtInf/CtrlSum')[0]).toBe('111.010')
  })

  it('escapes what is markup, so that a name stays a name', () => {
    const tree = treeOf()
    expect(textsAt(tree, 'CstmrCdtTrfInitn/PmtInf/Dbtr/Nm')[0]).toBe('Motor Yard & Sons')
    expect(textsAt(tree, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/RmtInf/Ustrd')[0]).toBe(
      'Window 3, <statement> "stm_4k" & Co',
    )
  })

  it('refuses what the schema or the banks have no place for, naming the field', () => {
    const [batch] = message().batches
    if (!batch) throw new Error('no batch')
    const [transfer] = batch.transfers
    if (!transfer) throw new Error('no transfer')
    const transferWith = (changes: object) => ({
      batches: [{ ...batch, transfers: [{ ...transfer, ...changes }] }],
    })
    const wrong: [string, Partial<CreditTransferInitiation>][] = [
      ['batches', { batches: [] }],
      ['messageId', { messageId: 'x'.repeat(36) }],
      ['messageId', { messageId: 'окно-3' }],
      ['messageId', { messageId: '/3' }],
      ['endToEndId', { batches: [batch, batch] }],
      ['batches[0].transfers[0].amountMinor', transferWith({ amountMinor: 0n })],
      ['batches[0].transfers[0].amountMinor', transferWith({ amountMinor: 10n ** 18n })],
      ['batches[0].transfers[0].remittance', transferWith({ remittance: 'ж'.repeat(141) })],
      ['batches[0].transfers[0].remittance', transferWith({ remittance: 'a\u0000b' })],
      [
        'batches[0].transfers[0].creditorAccount.iban',
        transferWith({ creditorAccount: { iban: 'GB82WEST12345698765433' } }),
      ],
      ['batches[0].transfers[0].creditorBank.bic', transferWith({ creditorBank: { bic: 'WESTGB' } })],
      ['batches[0].executeOn', { batches: [{ ...batch, executeOn: '09.11.2026' }] }],
      ['initiator.name', { characters: 'sepa' }],
    ]
    for (const [field, changes] of wrong)
      expect(() => writePain001(message(changes)), field).toThrow(
        expect.objectContaining({ code: 'NOT_REPRESENTABLE', field }),
      )
  })
})
