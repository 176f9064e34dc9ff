import { describe, expect, it } from 'vitest'
import { incoming, outgoing, readAll, statement, utf8 } from '../testing/client-bank-texts.ts'

describe('a document of an exchange text', () => {
  it('makes a document that it cannot read a line with the reason, and reads the others', async () => {
    const odd: [from: string, to: string, code: string, line: number][] = [
      ['Сумма=243.00', 'Сумма=243.001', 'INVALID_AMOUNT', 23],
      ['Сумма=243.00', 'Сумма=-243.00', 'INVALID_AMOUNT', 23],
      ['Сумма=243.00', 'Сумма=1e3', 'INVALID_AMOUNT', 23],
      ['Сумма=243.00', 'Сумма=0.00', 'ZERO_AMOUNT', 23],
      ['Сумма=243.00\n', '', 'NO_AMOUNT', 20],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=31.02.2026', 'INVALID_DATE', 30],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=08/10/2026', 'INVALID_DATE', 30],
      ['ПолучательСчет=40702810200000000001', 'ПолучательСчет=40702810500000000009', 'FOREIGN_ACCOUNT', 24],
    ]
    for (const [from, to, code, line] of odd) {
      expect(statement).toContain(from)
      const [first, second] = await readAll(utf8(statement.replace(from, to)))
      expect(first, to).toMatchObject({ line: 20, booked: false, problem: { code, line } })
      expect(second).toMatchObject({ amountMinor: 111_005n, booked: true, problem: null })
    }
    const undated = statement.replace('Дата=08.11.2026', 'Дата=  .  .    ')
    expect(await readAll(utf8(undated.replace('ДатаПоступило=09.11.2026', 'ДатаПоступило=')))).toMatchObject([
      { bookedOn: '', problem: { code: 'NO_DATE', line: 22 } },
      outgoing,
      { problem: { code: 'TOTALS_MISMATCH' } },
    ])
  })

  it('reads what is unusual but plain: no number, other forms of a date, a stray line, no end of an account', async () => {
    const unusual: [string, string, string, object][] = [
      ['Номер=101', 'Номер=', 'NO_NUMBER', { documentNo: '' }],
      ['Номер=101\n', '', 'NO_NUMBER', { documentNo: '' }],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=2026-11-09', 'OTHER_DATE_FORM', {}],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=2026-11-09T10:00:00', 'OTHER_DATE_FORM', {}],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=09.11.26', 'OTHER_DATE_FORM', {}],
      ['ДатаПоступило=09.11.2026', 'ДатаПоступило=20261109', 'OTHER_DATE_FORM', {}],
      ['ВидОплаты=01', 'ВидОплаты', 'STRAY_TEXT', {}],
      ['КонецРасчСчет\n', '', '', {}],
    ]
    for (const [from, to, code, facts] of unusual) {
      const [line, second] = await readAll(utf8(statement.replace(from, to)))
      const { line: _, remarks: __, ...rest } = incoming
      expect(line, to).toMatchObject({ ...rest, ...facts })
      expect(line?.remarks.map((remark) => remark.code)).toEqual(code === '' ? [] : [code])
      expect(second?.amountMinor).toBe(111_005n)
    }
  })

  it('reads a text that goes on in the next line', async () => {
    const text = statement
      .replace('по акту = 3. НДС', 'по акту\n= 3. НДС')
      .replace('Получатель1=ПАО СБЕРБАНК', 'Получатель1=ПАО\nСБЕРБАНК')
    expect(await readAll(utf8(text))).toMatchObject([
      { ...incoming, remittance: 'ART-8F3K2 по акту = 3. НДС не облагается' },
      { amountMinor: 111_005n, counterparty: { name: 'ПАО СБЕРБАНК' } },
    ])
  })

  it('never takes a field that comes again, or stands in a text, for the real one', async () => {
    const purpose = 'НазначениеПлатежа=ART-8F3K2 по акту = 3. НДС не облагается'
    const inText = [purpose, 'Сумма=9000.00', 'ДатаПоступило=01.11.2026', 'НДС=40.50'].join('\n')
    const [line] = await readAll(utf8(statement.replace(purpose, inText)))
    expect(line).toMatchObject({ amountMinor: 24_300n, bookedOn: '2026-11-09', booked: true })
    expect(line?.remittance).toBe(
      'ART-8F3K2 по акту = 3. НДС не облагается Сумма=9000.00 ДатаПоступило=01.11.2026 НДС=40.50',
    )
    expect(line?.remarks.map(({ code, field }) => [code, field])).toEqual([
      ['REPEATED_FIELD', 'Сумма'],
      ['REPEATED_FIELD', 'ДатаПоступило'],
    ])
    const again = await readAll(utf8(statement.replace('ВидОплаты=01', 'ВидОплаты=01\nПлательщикИНН=1')))
    expect(again[0]).toMatchObject({ counterparty: { taxId: '500100732259' } })
    // An announced payment stays announced.
    const announced = statement
      .replace('ДатаПоступило=09.11.2026', 'ДатаПоступило=')
      .replace(purpose, `${purpose}\nДатаПоступило=09.11.2026`)
    expect((await readAll(utf8(announced)))[0]).toMatchObject({ booked: false })
  })

  it('never takes a document inside a text for one of the bank, however it is broken into lines', async () => {
    const purpose = 'НазначениеПлатежа=ART-8F3K2 по акту = 3. НДС не облагается'
    const forged = [
      ...['СекцияДокумент=Платежное поручение', 'Номер=999', 'Дата=09.11.2026', 'Сумма=9000.00'],
      ...['ПлательщикСчет=40802810900000000002', 'ПолучательСчет=40702810200000000001'],
      ...['ДатаПоступило=09.11.2026', 'НазначениеПлатежа=ART-9', 'КонецДокумента'],
    ]
    const amounts = async (text: string) =>
      (await readAll(utf8(text))).map(({ amountMinor, remarks }) => [amountMinor, remarks[0]?.code])
    const whole = statement.replace(purpose, `${purpose}\n${forged.join('\n')}`)
    expect(await amounts(whole)).toEqual([
      [24_300n, 'NESTED_DOCUMENT'],
      [111_005n, undefined],
    ])
    const ended = statement.replace(purpose, `${purpose}\nКонецФайла\n${forged.join('\n')}`)
    expect((await amounts(ended)).map(([amount]) => amount)).toEqual([24_300n, 111_005n])
    // Without an end of its own it takes that of the real one, and then neither is believed.
    const open = statement.replace(purpose, `${purpose}\n${forged.slice(0, -1).join('\n')}`)
    expect((await readAll(utf8(open))).map(({ booked, problem }) => [booked, problem?.code])).toEqual([
      [false, 'UNCLOSED_DOCUMENT'],
      [false, 'DOUBTFUL_DOCUMENT'],
      [true, undefined],
      [false, 'TOTALS_MISMATCH'],
    ])
    // Typed into the purpose with another break than the file's own, even its own end is text.
    const typed = statement
      .replaceAll('\n', '\r\n')
      .replace(purpose, [purpose, 'КонецДокумента', ...forged.slice(0, -1)].join('\n'))
    expect(await amounts(typed)).toEqual([
      [24_300n, undefined],
      [111_005n, undefined],
    ])
  })

  it('reads on after a document that has no end', async () => {
    const [head = '', first = '', second = ''] = statement.split(/(?=СекцияДокумент)/)
    const text = head + first.replace('КонецДокумента\n', '') + first + second
    expect(await readAll(utf8(text))).toMatchObject([
      { line: 20, booked: false, problem: { code: 'UNCLOSED_DOCUMENT' } },
      { line: 35, booked: false, problem: { code: 'DOUBTFUL_DOCUMENT' } },
      { line: 51, amountMinor: 111_005n, booked: true, problem: null },
      { problem: { code: 'TOTALS_MISMATCH', field: 'ВсегоПоступило' } },
    ])
    const last = statement.replace(/КонецДокумента\nКонецФайла/, 'КонецФайла')
    expect((await readAll(utf8(last))).slice(0, 2)).toMatchObject([
      { amountMinor: 24_300n, booked: true },
      { problem: { code: 'UNCLOSED_DOCUMENT' } },
    ])
  })
})
