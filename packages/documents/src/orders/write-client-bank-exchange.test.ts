import { describe, expect, it } from 'vitest'
import { anOrder, blesk, motorYard } from '../testing/payment-orders.ts'
import { checkInn } from './russian-bank-details.ts'
import { writeClientBankExchange } from './write-client-bank-exchange.ts'

const head = { sender: 'Artel', createdOn: '2026-11-08', createdAt: '10:20:30' }
const textOf = (bytes: Uint8Array) => new TextDecoder('windows-1251').decode(bytes)

/** Written from the published description of the format, field by field; not taken from the writer. */
const sample = `1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
Отправитель=Artel
Получатель=
ДатаСоздания=08.11.2026
ВремяСоздания=10:20:30
ДатаНачала=09.11.2026
ДатаКонца=09.11.2026
РасчСчет=40702810200000000001
Документ=Платежное поручение
СекцияДокумент=Платежное поручение
Номер=17
Дата=09.11.2026
Сумма=1110.05
ПлательщикСчет=40702810200000000001
Плательщик=ИНН 7707083893 ООО "Моторный двор"
ПлательщикИНН=7707083893
ПлательщикКПП=770701001
Плательщик1=ООО "Моторный двор"
ПлательщикРасчСчет=40702810200000000001
ПлательщикБанк1=ПАО СБЕРБАНК
ПлательщикБанк2=г. Москва
ПлательщикБИК=044525225
ПлательщикКорсчет=30101810400000000225
ПолучательСчет=40802810900000000002
Получатель=ИНН 500100732259 ИП Сидоров Пётр Ильич
ПолучательИНН=500100732259
Получатель1=ИП Сидоров Пётр Ильич
ПолучательРасчСчет=40802810900000000002
ПолучательБанк1=БАНК ВТБ (ПАО)
ПолучательБанк2=г. Москва
ПолучательБИК=044525187
ПолучательКорсчет=30101810700000000187
ВидПлатежа=
ВидОплаты=01
Код=
Очередность=5
НазначениеПлатежа=Расчёты по программе лояльности «Заречье», окно 3, ART-8F3K2. НДС не облагается
НазначениеПлатежа1=Расчёты по программе лояльности «Заречье», окно 3, ART-8F3K2. НДС не
НазначениеПлатежа2=облагается
КонецДокумента
КонецФайла
`

describe('writeClientBankExchange', () => {
  it('writes the published format, in Windows-1251 with CRLF', () => {
    const bytes = writeClientBankExchange(head, [anOrder()])
    expect(textOf(bytes)).toBe(sample.replaceAll('\n', '\r\n'))
    expect([...bytes.subarray(22, 26)]).toEqual([0xc2, 0xe5, 0xf0, 0xf1])
  })

  it('names every paying account once and the interval of all orders', () => {
    const text = textOf(
      writeClientBankExchange(head, [
        anOrder({ on: '2026-11-12' }),
        anOrder({ no: '18', on: '2026-11-10' }),
        anOrder({ no: '19', payer: blesk, payee: motorYard }),
      ]),
    )
    expect(text.match(/\r\nРасчСчет=\d{20}/g)).toEqual([
      `\r\nРасчСчет=${motorYard.account}`,
      `\r\nРасчСчет=${blesk.account}`,
    ])
    expect(text).toContain('ДатаНачала=09.11.2026\r\nДатаКонца=12.11.2026')
    expect(text.match(/СекцияДокумент=Платежное поручение\r\n/g)).toHaveLength(3)
  })

  it('refuses bank details whose control digits do not fit, naming the field', () => {
    const wrong: [string, typeof motorYard][] = [
      ['payer.inn', { ...motorYard, inn: '7707083894' }],
      ['payer.inn', { ...motorYard, inn: '0000000000' }],
      ['payer.inn', { ...motorYard, inn: '500100732258' }],
      ['payer.inn', { ...motorYard, inn: '770708389' }],
      ['payer.kpp', { ...motorYard, kpp: '77070100' }],
      ['payer.bik', { ...motorYard, bik: '944525225' }],
      ['payer.account', { ...motorYard, account: '40702810300000000001' }],
      ['payer.account', { ...motorYard, account: '4070281020000000000' }],
      ['payer.account', { ...motorYard, bik: '044525187' }],
      ['payer.correspondentAccount', { ...motorYard, correspondentAccount: '30101810400000000226' }],
      ['payer.correspondentAccount', { ...motorYard, correspondentAccount: motorYard.account }],
    ]
    for (const [field, payer] of wrong)
      expect(() => writeClientBankExchange(head, [anOrder({ payer })]), field).toThrow(
        expect.objectContaining({ code: 'INVALID_REQUISITE', field: `order 17: ${field}` }),
      )
    for (const inn of ['7736050003', '7728168971', '500100732259']) checkInn(inn, 'inn')
  })

  it('refuses what the form has no room for', () => {
    const { kpp: _, ...withoutKpp } = motorYard
    const wrong = [
      anOrder({ amountKopecks: 0n }),
      anOrder({ amountKopecks: -1n }),
      anOrder({ purpose: '' }),
      anOrder({ purpose: 'ж'.repeat(211) }),
      anOrder({ no: '1234567' }),
      anOrder({ on: '2026-02-30' }),
      anOrder({ purpose: 'Оплата 漢字' }),
      anOrder({ payer: withoutKpp }),
    ]
    for (const order of wrong)
      expect(() => writeClientBankExchange(head, [order])).toThrow(
        expect.objectContaining({ code: 'NOT_REPRESENTABLE' }),
      )
    expect(() => writeClientBankExchange(head, [anOrder(), anOrder()])).toThrow('comes twice')
    expect(() => writeClientBankExchange(head, [])).toThrow('nothing to pay')
  })

  it('lets no name or purpose forge a field', () => {
    const payee = { ...blesk, name: 'ИП\r\nКонецДокумента\nСумма=1' }
    const text = textOf(writeClientBankExchange(head, [anOrder({ payee })]))
    expect(text.match(/^КонецДокумента$/gm)).toHaveLength(1)
    expect(text.match(/^Сумма=/gm)).toHaveLength(1)
  })
})
