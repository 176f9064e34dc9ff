import { describe, expect, it } from 'vitest'
import { writeClientBankExchange } from '../orders/write-client-bank-exchange.ts'
import { anOrder, blesk, motorYard } from '../testing/payment-orders.ts'
import type { ByteSource } from '../text/decode-text.ts'
import { encodeWindows1251 } from '../text/windows-1251.ts'
import type { BankLine } from './bank-line.ts'
import { readClientBankExchange } from './read-client-bank-exchange.ts'

async function read(bytes: ByteSource, maxBytes?: number): Promise<BankLine[]> {
  const lines: BankLine[] = []
  for await (const line of readClientBankExchange(bytes, maxBytes === undefined ? {} : { maxBytes }))
    lines.push(line)
  return lines
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const cp1251 = (text: string) => encodeWindows1251(text.replaceAll('\n', '\r\n'), 'sample')

/** Of the form in which banks hand out statements; numbers made up. */
const statement = `1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
Отправитель=Сбербанк Бизнес Онлайн
Получатель=
ДатаСоздания=10.11.2026
ВремяСоздания=09:00:00
ДатаНачала=09.11.2026
ДатаКонца=09.11.2026
РасчСчет=40702810200000000001
СекцияРасчСчет
ДатаНачала=09.11.2026
ДатаКонца=09.11.2026
РасчСчет=40702810200000000001
НачальныйОстаток=5000.00
ВсегоПоступило=243.00
ВсегоСписано=1110.05
КонечныйОстаток=4132.95
КонецРасчСчет
СекцияДокумент=Платежное поручение
Номер=101
Дата=08.11.2026
Сумма=243.00
ПлательщикСчет=40802810900000000002
ДатаСписано=
Плательщик=ИНН 500100732259 ИП Сидоров Пётр Ильич
ПлательщикИНН=500100732259
ПлательщикКПП=0
ПолучательСчет=40702810200000000001
ДатаПоступило=09.11.2026
Получатель=ООО "Моторный двор"
ПолучательИНН=7707083893
ВидОплаты=01
НазначениеПлатежа=ART-8F3K2 по акту = 3. НДС не облагается
КонецДокумента
СекцияДокумент=Банковский ордер
Номер=7
Дата=09.11.2026
Сумма=1110,05
ПлательщикСчет=40702810200000000001
ДатаСписано=09.11.2026
Плательщик1=ООО "Моторный двор"
ПолучательСчет=30101810400000000225
Получатель1=ПАО СБЕРБАНК
ПолучательИНН=7707083893
НазначениеПлатежа1=Комиссия
НазначениеПлатежа2=за октябрь
КонецДокумента
КонецФайла
`
const incoming = {
  line: 20,
  account: '40702810200000000001',
  direction: 'IN',
  amountMinor: 24_300n,
  currency: 'RUB',
  bookedOn: '2026-11-09',
  booked: true,
  reversal: false,
  documentNo: '101',
  endToEndId: '',
  counterparty: { name: 'ИП Сидоров Пётр Ильич', account: '40802810900000000002', taxId: '500100732259' },
  remittance: 'ART-8F3K2 по акту = 3. НДС не облагается',
}
const outgoing = {
  ...incoming,
  line: 36,
  direction: 'OUT',
  amountMinor: 111_005n,
  documentNo: '7',
  counterparty: { name: 'ПАО СБЕРБАНК', account: '30101810400000000225', taxId: '7707083893' },
  remittance: 'Комиссия за октябрь',
}

describe('readClientBankExchange', () => {
  it('reads incoming and outgoing documents of any kind, in Windows-1251 and in UTF-8', async () => {
    expect(await read(cp1251(statement))).toEqual([incoming, outgoing])
    expect(await read(utf8(statement))).toEqual([incoming, outgoing])
    expect(await read(utf8(`\ufeff${statement}`))).toEqual([incoming, outgoing])
  })

  it('reads the same wherever the bytes are cut', async () => {
    for (const bytes of [cp1251(statement), utf8(statement)])
      for (const size of [1, 7, 1000])
        expect(
          await read(
            Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
              bytes.slice(at * size, (at + 1) * size),
            ),
          ),
        ).toEqual([incoming, outgoing])
  })

  it('reads back the orders that this package writes, as not yet booked', async () => {
    const head = { sender: 'Artel', createdOn: '2026-11-08', createdAt: '10:20:30' }
    const lines = await read(
      writeClientBankExchange(head, [anOrder(), anOrder({ no: '18', payer: blesk, payee: motorYard })]),
    )
    // Both accounts are own here, so each order leaves one and reaches the other.
    expect(
      lines.map(({ direction, account, booked, documentNo }) => [direction, account, booked, documentNo]),
    ).toEqual([
      ['OUT', motorYard.account, false, '17'],
      ['IN', blesk.account, false, '17'],
      ['OUT', blesk.account, false, '18'],
      ['IN', motorYard.account, false, '18'],
    ])
    expect(lines[0]).toMatchObject({
      amountMinor: 111_005n,
      counterparty: { name: blesk.name, account: blesk.account, taxId: blesk.inn },
      bookedOn: '2026-11-09',
    })
  })

  it('names the line of what it cannot read', async () => {
    const wrong: [string, string, number][] = [
      ['1CClientBankExchange', '1CClientBankExchangeX', 1],
      ['ВерсияФормата=1.03', 'ВерсияФормата=2.00', 2],
      ['Сумма=243.00', 'Сумма=243.001', 23],
      ['Сумма=243.00', 'Сумма=-243.00', 23],
      ['Сумма=243.00', 'Сумма=1e3', 23],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=31.02.2026', 30],
      ['Номер=101\n', '', 20],
      ['ВидОплаты=01', 'ВидОплаты', 33],
      ['НазначениеПлатежа1=Комиссия', 'СекцияДокумент=Ещё', 46],
      ['КонецРасчСчет', 'КонецФайла', 19],
    ]
    for (const [from, to, line] of wrong)
      await expect(read(utf8(statement.replace(from, to))), to).rejects.toMatchObject({
        code: 'UNREADABLE_FILE',
        line,
      })
    await expect(read(utf8(statement.replace('КонецФайла', '')))).rejects.toThrow('cut off')
    await expect(read(utf8(''))).rejects.toMatchObject({ code: 'UNREADABLE_FILE', line: 1 })
    await expect(
      read(utf8(statement.replaceAll('40702810200000000001', '1')).slice(0, 900)),
    ).rejects.toThrow()
  })

  it('bounds what it takes', async () => {
    await expect(read(utf8(statement), 500)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    async function* endless() {
      yield utf8('1CClientBankExchange\n')
      for (;;) yield utf8('x'.repeat(10_000))
    }
    await expect(read(endless())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', line: 2 })
  })
})
