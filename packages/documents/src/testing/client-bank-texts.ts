import type { BankLine } from '../bank/bank-line.ts'
import { readClientBankExchange } from '../bank/read-client-bank-exchange.ts'
import type { ByteSource } from '../text/decode-text.ts'
import { encodeWindows1251 } from '../text/windows-1251.ts'

/** All lines of an exchange text. */
export async function readAll(bytes: ByteSource, maxBytes?: number): Promise<BankLine[]> {
  const lines: BankLine[] = []
  for await (const line of readClientBankExchange(bytes, maxBytes === undefined ? {} : { maxBytes }))
    lines.push(line)
  return lines
}

export const utf8 = (text: string) => new TextEncoder().encode(text)
/** Code page 866: its letters are those of Windows-1251, elsewhere. */
export const codePage866 = (text: string) =>
  Uint8Array.from(cp1251(text), (byte) => {
    if (byte === 0xb8) return 0xf1
    return byte >= 0xf0 ? byte - 0x10 : byte >= 0xc0 ? byte - 0x40 : byte
  })
export const cp1251 = (text: string) => encodeWindows1251(text.replaceAll('\n', '\r\n'), 'sample')

/** Of the form in which banks hand out statements; numbers made up. */
export const statement = `1CClientBankExchange
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
export const incoming = {
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
  bankRef: '',
  problem: null,
  remarks: [],
}
export const outgoing = {
  ...incoming,
  line: 36,
  direction: 'OUT',
  amountMinor: 111_005n,
  documentNo: '7',
  counterparty: { name: 'ПАО СБЕРБАНК', account: '30101810400000000225', taxId: '7707083893' },
  remittance: 'Комиссия за октябрь',
}
