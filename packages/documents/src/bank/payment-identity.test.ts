import { describe, expect, it } from 'vitest'
import { encodeWindows1251 } from '../text/windows-1251.ts'
import type { BankLine } from './bank-line.ts'
import { isSamePayment } from './payment-identity.ts'
import { readCamt053 } from './read-camt053.ts'
import { readClientBankExchange } from './read-client-bank-exchange.ts'

interface Payment {
  readonly no?: string
  readonly sum?: string
  readonly day?: string
  readonly payer?: string
  readonly account?: string
  readonly taxId?: string
  readonly purpose?: string
  readonly bankRef?: string
  readonly endToEndId?: string
}
const usual = {
  ...{ no: '15', sum: '61.70', day: '2026-11-27', payer: 'ООО "Блеск"', account: '40702810400000000025' },
  ...{
    taxId: '7700000016',
    purpose: 'Оплата по ведомости «Т-1». НДС не облагается',
    bankRef: '',
    endToEndId: '',
  },
}
const OWN = '40702810900000000017'

async function only(lines: AsyncIterable<BankLine>): Promise<BankLine> {
  for await (const line of lines) return line
  throw new Error('no line')
}

function ofExchange(payment: Payment = {}): Promise<BankLine> {
  const { no, sum, day, payer, account, taxId, purpose } = { ...usual, ...payment }
  const date = day.split('-').toReversed().join('.')
  const text = `1CClientBankExchange
РасчСчет=${OWN}
СекцияДокумент=Платежное поручение
Номер=${no}
Дата=${date}
Сумма=${sum}
ПлательщикСчет=${account}
Плательщик1=${payer}
ПлательщикИНН=${taxId}
ПолучательСчет=${OWN}
ДатаПоступило=${date}
НазначениеПлатежа=${purpose}
КонецДокумента
КонецФайла`
  return only(readClientBankExchange(encodeWindows1251(text, 'file')))
}

function ofCamt(payment: Payment = {}): Promise<BankLine> {
  const { sum, day, payer, account, taxId, purpose, bankRef, endToEndId } = { ...usual, ...payment }
  const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><Othr><Id>${OWN}</Id></Othr></Id></Acct><Ntry><NtryRef>1</NtryRef><Amt Ccy="RUB">${sum}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${bankRef}</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>${payer}</Nm>
<Id><OrgId><Othr><Id>${taxId}</Id></Othr></OrgId></Id></Pty></Dbtr><DbtrAcct><Id><Othr><Id>${account}</Id></Othr></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>${purpose}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`
  return only(readCamt053(new TextEncoder().encode(text)))
}

async function areSame(one: Promise<BankLine>, other: Promise<BankLine>): Promise<boolean> {
  const [{ identity: left }, { identity: right }] = await Promise.all([one, other])
  const same = isSamePayment(left, right)
  expect(isSamePayment(right, left)).toBe(same)
  return same
}

describe('isSamePayment', () => {
  it('knows a payment in both formats, and in another export with other spaces, case, quotes and dashes', async () => {
    expect(await areSame(ofExchange(), ofExchange())).toBe(true)
    expect(await areSame(ofExchange(), ofCamt({ bankRef: 'B-1' }))).toBe(true)
    const retold = { purpose: 'ОПЛАТА  ПО ВЕДОМОСТИ "Т - 1" НДС НЕ ОБЛАГАЕТСЯ.' }
    expect(await areSame(ofExchange(), ofCamt(retold))).toBe(true)
    expect(await areSame(ofExchange({ no: '015' }), ofExchange({ no: '15', ...retold }))).toBe(true)
    expect(await areSame(ofExchange({ account: '407.02.810.4.00000000025' }), ofExchange())).toBe(true)
  })

  it('tells payments apart by whatever both files say of them', async () => {
    const others: Payment[] = [
      ...[{ no: '16' }, { no: '' }, { sum: '61.71' }, { day: '2026-11-28' }, { purpose: 'Оплата' }],
      { account: '40702810400000000026' },
    ]
    for (const other of others)
      expect(await areSame(ofExchange(), ofExchange(other)), JSON.stringify(other)).toBe(false)
  })

  it('takes the payer by the strongest mark that both files have', async () => {
    const nameless = { account: '', taxId: '' }
    expect(await areSame(ofExchange({ payer: 'Другой' }), ofCamt())).toBe(true)
    expect(await areSame(ofExchange(), ofCamt({ account: '', payer: 'Другой' }))).toBe(true)
    expect(await areSame(ofExchange(), ofCamt({ account: '', taxId: '7700000017' }))).toBe(false)
    const inFull = 'Общество с ограниченной ответственностью Блеск'
    expect(await areSame(ofExchange(), ofCamt({ ...nameless, payer: inFull }))).toBe(true)
    expect(await areSame(ofExchange(), ofCamt({ ...nameless, payer: 'Другой' }))).toBe(false)
    expect(await areSame(ofExchange(), ofCamt({ ...nameless, payer: '' }))).toBe(true)
  })

  it('takes two references of the bank, or of the payer, for two payments, and one missing for none', async () => {
    expect(await areSame(ofCamt({ bankRef: 'B-1' }), ofCamt({ bankRef: 'B-2' }))).toBe(false)
    expect(await areSame(ofCamt({ bankRef: 'B-1' }), ofCamt({ bankRef: 'B-1' }))).toBe(true)
    expect(await areSame(ofCamt({ bankRef: 'B-1' }), ofCamt({ bankRef: 'NOTPROVIDED' }))).toBe(true)
    expect(await areSame(ofCamt({ endToEndId: 'E1' }), ofCamt({ endToEndId: 'E2' }))).toBe(false)
  })

  it('has a key of 64 hex digits that is the same in both formats', async () => {
    const [exchange, camt] = [await ofExchange(), await ofCamt()]
    expect(exchange.identity.key).toMatch(/^[0-9a-f]{64}$/)
    expect(camt.identity.key).toBe(exchange.identity.key)
  })
})
