import { describe, expect, it } from 'vitest'
import { writeClientBankExchange } from '../orders/write-client-bank-exchange.ts'
import {
  codePage866,
  cp1251,
  incoming,
  outgoing,
  readAll,
  statement,
  utf8,
} from '../testing/client-bank-texts.ts'
import { anOrder, blesk, motorYard } from '../testing/payment-orders.ts'

describe('readClientBankExchange', () => {
  it('reads incoming and outgoing documents of any kind, in Windows-1251 and in UTF-8', async () => {
    for (const bytes of [cp1251(statement), utf8(statement), utf8(`\ufeff${statement}`)])
      expect(await readAll(bytes)).toMatchObject([incoming, outgoing])
  })

  it('reads code page 866 and UTF-16', async () => {
    const wide = Buffer.from(`\ufeff${statement}`, 'utf16le')
    for (const bytes of [codePage866(statement), wide, wide.subarray(2), Buffer.from(wide).swap16()])
      expect(await readAll(bytes)).toMatchObject([incoming, outgoing])
  })

  it('reads the same wherever the bytes are cut', async () => {
    for (const bytes of [cp1251(statement), utf8(statement)])
      for (const size of [1, 7, 1000])
        expect(
          await readAll(
            Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
              bytes.slice(at * size, (at + 1) * size),
            ),
          ),
        ).toMatchObject([incoming, outgoing])
  })

  it('reads back the orders that this package writes, as not yet booked', async () => {
    const head = { sender: 'Artel', createdOn: '2026-11-08', createdAt: '10:20:30' }
    const lines = await readAll(
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

  it('reads a control as a space and says so, whatever program left it', async () => {
    const marred = statement
      .replace('ART-8F3K2 по', 'ART-8F3K2\u0000\u0001по')
      .replace('Номер=7', 'Номер=7\u0000')
    const expected = await readAll(cp1251(statement))
    const found = await readAll(cp1251(marred))
    expect(found.map(({ remittance, documentNo }) => [remittance, documentNo])).toEqual([
      ['ART-8F3K2  по акту = 3. НДС не облагается', '101'],
      [expected[1]?.remittance, '7'],
    ])
    expect(found.map(({ identity }) => identity)).toEqual(expected.map(({ identity }) => identity))
    expect(found.map(({ remarks }) => remarks.map(({ code, field }) => [code, field]))).toEqual([
      [['CONTROL_CHARACTERS', 'НазначениеПлатежа']],
      [['CONTROL_CHARACTERS', 'Номер']],
    ])
  })

  it('names the line and the kind of what it cannot read', async () => {
    const wrong: [string, string, number, string][] = [
      ['1CClientBankExchange', '1CClientBankExchangeX', 1, 'OTHER_FORMAT'],
      ['ВерсияФормата=1.03', 'ВерсияФормата=2.00', 2, 'UNKNOWN_VERSION'],
      ['КонецФайла', '', 50, 'CUT_OFF'],
    ]
    for (const [from, to, line, kind] of wrong)
      await expect(readAll(utf8(statement.replace(from, to))), kind).rejects.toMatchObject({
        ...{ code: 'UNREADABLE_FILE', line, kind },
      })
    await expect(readAll(utf8(''))).rejects.toMatchObject({ code: 'UNREADABLE_FILE', line: 1 })
    await expect(readAll(utf8('1CClientBankExchange\nВерсияФормата=1.03\nКонецФайла'))).rejects.toMatchObject(
      {
        kind: 'NO_STATEMENT',
      },
    )
    await expect(readAll(utf8(statement).slice(0, 900))).rejects.toMatchObject({ kind: 'CUT_OFF' })
  })

  it('tells of totals that the documents do not add up to, after all of them', async () => {
    const wrong: [string, string, string, string, string][] = [
      ['ВсегоПоступило=243.00', 'ВсегоПоступило=200.00', 'ВсегоПоступило', '200.00', '243.00'],
      ['ВсегоСписано=1110.05', 'ВсегоСписано=0', 'ВсегоСписано', '0.00', '1110.05'],
      ['КонечныйОстаток=4132.95', 'КонечныйОстаток=4132.96', 'КонечныйОстаток', '4132.96', '4132.95'],
    ]
    for (const [from, to, field, said, found] of wrong) {
      const lines = await readAll(utf8(statement.replace(from, to)))
      expect(lines[2]).toMatchObject({
        ...{ amountMinor: 0n, booked: false, account: incoming.account, bookedOn: '2026-11-09' },
        problem: {
          ...{ code: 'TOTALS_MISMATCH', field },
          message: `${field} says ${said}, the movements of the file give ${found}`,
        },
      })
    }
    // Each section is held against its own days, and against what it says only.
    const day = (no: number, received: string) =>
      `СекцияРасчСчет\nДатаНачала=0${no}.11.2026\nДатаКонца=0${no}.11.2026\nРасчСчет=40702810200000000001\nВсегоПоступило=${received}\nКонецРасчСчет\n`
    const daily = statement.replace(/СекцияРасчСчет[\s\S]*КонецРасчСчет\n/, day(8, '0') + day(9, '243'))
    expect(await readAll(utf8(daily))).toHaveLength(2)
    expect(await readAll(utf8(daily.replace('=243\n', '=242\n')))).toHaveLength(3)
  })

  it('never takes a currency account for one in roubles', async () => {
    const account = async (digits: string) => {
      const text = statement.replaceAll('40702810200000000001', `40702${digits}200000000001`)
      const [line] = await readAll(utf8(text))
      return [line?.currency, line?.booked, line?.problem?.code]
    }
    expect(await account('840')).toEqual(['USD', true, undefined])
    expect(await account('643')).toEqual(['RUB', true, undefined])
    expect(await account('999')).toEqual(['XXX', false, 'UNKNOWN_CURRENCY'])
    const exchange = statement
      .replace('КонецРасчСчет', 'РасчСчет=40702840500000000003\nКонецРасчСчет')
      .replace('ПлательщикСчет=40802810900000000002', 'ПлательщикСчет=40702840500000000003')
    expect((await readAll(utf8(exchange))).slice(0, 2)).toMatchObject([
      { direction: 'OUT', currency: 'USD', problem: { code: 'TWO_CURRENCIES' } },
      { direction: 'IN', currency: 'RUB', problem: { code: 'TWO_CURRENCIES' } },
    ])
  })

  it('marks money that came back, and not what merely is called a return', async () => {
    const reversal = async (purpose: string) =>
      (await readAll(utf8(statement.replace(/НазначениеПлатежа=.*/, `НазначениеПлатежа=${purpose}`))))[0]
        ?.reversal
    for (const purpose of [
      'Возврат ошибочно перечисленных средств по п/п № 15 от 27.11.2026',
      'ВОЗВРАТ ПО ПЛАТЕЖНОМУ ПОРУЧЕНИЮ 15, СЧЕТ ПОЛУЧАТЕЛЯ ЗАКРЫТ',
      'Возвращено без исполнения: неверные реквизиты',
      'Сторно банковского ордера 7',
    ])
      expect(await reversal(purpose), purpose).toBe(true)
    for (const purpose of [
      'Возврат займа по договору 3',
      'Оплата за возврат тары',
      'Возврат депозита ART-3-1',
    ])
      expect(await reversal(purpose), purpose).toBe(false)
  })

  it('bounds what it takes', async () => {
    await expect(readAll(utf8(statement), 500)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    async function* endless() {
      yield utf8('1CClientBankExchange\n')
      for (;;) yield utf8('x'.repeat(10_000))
    }
    await expect(readAll(endless())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', line: 2 })
  })
})
