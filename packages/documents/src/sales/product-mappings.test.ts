import { describe, expect, it } from 'vitest'
import { brief, readSales } from '../testing/sales-files.ts'
import { SALES_MAPPINGS, type SalesProduct } from './product-mappings.ts'

/** A file as a product exports it, with values made up, and what is in it. */
interface Export {
  readonly lines: readonly string[]
  readonly currency?: string
  readonly rows: readonly (readonly unknown[])[]
  /** The first receipt, in Moscow's summer or winter. */
  readonly first: object
}

const EXPORTS: Readonly<Record<SalesProduct, Export>> = {
  shopify: {
    lines: [
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,a@example.com,paid,2026-11-01 10:00:00 +0200,fulfilled,EUR,9,0,0,9.50,2026-11-01 09:59:00 +0200,1,Soap,5',
      '#1,a@example.com,,,,,,,,,2026-11-01 09:59:00 +0200,1,Wax,4',
      '#2,b@example.com,refunded,2026-11-02 10:00:00 +0200,,EUR,9,0,0,9.50,2026-11-02 09:59:00 +0200,1,Soap,5',
      '#2,b@example.com,,,,,,,,,2026-11-02 09:59:00 +0200,1,Wax,4',
      '#3,c@example.com,partially_refunded,2026-11-03 10:00:00 +0200,,EUR,9,0,0,20.00,2026-11-03 09:59:00 +0200,1,Soap,20',
      '#4,c@example.com,pending,,,EUR,9,0,0,20.00,2026-11-03 09:59:00 +0200,1,Soap,20',
    ],
    currency: 'EUR',
    rows: [
      ['#1', 950n],
      ['#3', 2000n],
    ],
    first: { soldAt: new Date('2026-11-01T07:59:00Z'), customerKey: 'a@example.com' },
  },
  square: {
    lines: [
      'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Transaction ID,Payment ID,Event Type,Location,Customer ID,Transaction Status',
      '2026-07-13,10:02:11,Eastern Time (US & Canada),$30.00,-$3.00,$27.00,$2.16,$0.00,$0.00,"$1,029.16",POS,TX1,P1,Payment,Main,C1,Complete',
      '2026-07-13,11:02:11,Eastern Time (US & Canada),-$10.00,$0.00,-$10.00,$0.00,$0.00,$0.00,-$10.00,POS,TX2,P2,Refund,Main,C1,Complete',
    ],
    currency: 'USD',
    rows: [
      ['TX1', 102_916n],
      ['TX2', -1000n],
    ],
    first: { soldAt: new Date('2026-07-13T14:02:11Z'), customerKey: 'C1', store: 'Main' },
  },
  loyverse: {
    lines: [
      'Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Total collected,Cost of goods,Gross profit,Payment type,Description,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Status',
      '7/28/26 1:33 PM,4-1,Sale,90.00,0.00,90.00,0.00,90.00,18.35,71.65,Cash,1 x A,Dine in,POS 1,Cafe,Kim,Ann,,Closed',
      '8/10/26 1:33 PM,4-2,Refund,90.00,0.00,90.00,0.00,90.00,18.35,71.65,Cash,1 x A,Dine in,POS 1,Cafe,Kim,,,Closed',
      '8/10/26 1:34 PM,4-3,Sale,90.00,0.00,90.00,0.00,90.00,18.35,71.65,Cash,1 x A,Dine in,POS 1,Cafe,Kim,,,Cancelled',
    ],
    rows: [
      ['4-1', 9000n],
      ['4-2', -9000n],
    ],
    first: { soldAt: new Date('2026-07-28T10:33:00Z'), store: 'Cafe' },
  },
  woocommerce: {
    lines: [
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
      '2026-11-29 10:05:00,15,"$1,099.50",completed,Ann,new,1× Soap,1,,1090.00,Direct',
      '2026-11-29 10:06:00,16,$5.00,cancelled,Ann,new,1× Soap,1,,5.00,Direct',
      '2026-11-29 10:07:00,17,$5.00,processing,Ann,new,1× Soap,1,,5.00,Direct',
    ],
    currency: 'USD',
    rows: [
      ['15', 109_950n],
      ['17', 500n],
    ],
    first: { soldAt: new Date('2026-11-29T07:05:00Z'), customerKey: 'Ann' },
  },
  evotor: {
    lines: [
      'Магазин;Смарт-терминал;Тип документа;Номер документа;Дата и время;Сумма',
      'Мойка;1234;Продажа;15;29.11.2026 10:05;1 500,00',
      'Мойка;1234;Возврат;16;29.11.2026 10:06;500,00',
      'Мойка;1234;Закрытие смены;17;29.11.2026 22:00;0,00',
    ],
    rows: [
      ['15', 150_000n],
      ['16', -50_000n],
    ],
    first: { soldAt: new Date('2026-11-29T07:05:00Z'), store: 'Мойка' },
  },
  '1c-retail': {
    lines: [
      'Номер;Дата;Вид операции;Статус;Сумма документа;Оплачено бонусами;Дисконтная карта;Магазин',
      'МТ-000015;29.11.2026 10:05:00;Продажа;Архивный;1 500,00;100,00;2000001;Мойка',
      'МТ-000016;29.11.2026 10:06:00;Возврат;Пробитый;500,00;;2000001;Мойка',
      'МТ-000017;01.01.0001 0:00:00;Продажа;Отложенный;500,00;;;Мойка',
    ],
    rows: [
      ['МТ-000015', 150_000n],
      ['МТ-000016', -50_000n],
    ],
    first: { customerKey: '2000001', paidByPointsMinor: 10_000n, store: 'Мойка' },
  },
  yclients: {
    lines: [
      'ID записи,Дата визита,Клиент,Телефон,Услуга,Стоимость,Оплачено',
      '1,2026-11-29 10:05:00,Анна,79000000001,Мойка,1500,1500',
      '1,2026-11-29 10:05:00,Анна,79000000001,Воск,500,400',
      '2,2026-11-29 11:05:00,Пётр,79000000002,Мойка,1500,1500',
    ],
    rows: [
      ['1', 190_000n],
      ['2', 150_000n],
    ],
    first: { customerKey: '79000000001' },
  },
  moysklad: {
    lines: [
      '№;Время;Точка продаж;Контрагент;Сумма;Валюта',
      '00012;29.11.2026 10:05;Мойка;Розничный покупатель;1 500,00;руб',
      '00013;29.11.2026 10:06;Мойка;Анна;10,00;руб',
    ],
    rows: [
      ['00012', 150_000n],
      ['00013', 1000n],
    ],
    first: { customerKey: null, store: 'Мойка' },
  },
  iiko: {
    lines: [
      'Торговое предприятие;Номер чека;Время закрытия;Блюдо;Сумма со скидкой;Заказ удален',
      'Кафе;55;29.11.2026 10:05:11;Суп;300,00;Заказ не удален',
      'Кафе;55;29.11.2026 10:05:11;Чай;100,00;Заказ не удален',
      'Кафе;56;29.11.2026 10:06:11;Суп;300,00;Заказ удален',
      'Итого;;;;700,00;',
    ],
    rows: [['55', 40_000n]],
    first: { soldAt: new Date('2026-11-29T07:05:11Z'), store: 'Кафе' },
  },
  ofd: {
    lines: [
      '№ ФД;ФПД;Дата и время;Признак расчета;Сумма, руб.;Наличными;Безналичными',
      '101;123456;29.11.2026 10:05;Приход;1 000,00;0,00;1 000,00',
      '102;123457;29.11.2026 11:05;Возврат прихода;1 000,00;0,00;1 000,00',
      '103;123458;29.11.2026 11:06;Расход;50,00;50,00;0,00',
    ],
    rows: [
      ['101', 100_000n],
      ['102', -100_000n],
    ],
    first: { soldAt: new Date('2026-11-29T07:05:00Z') },
  },
}

describe('the export of a product', () => {
  for (const product of Object.keys(EXPORTS) as SalesProduct[])
    it(`is known by its head and read alike when the caller names it: ${product}`, async () => {
      const { lines, currency = 'RUB', rows, first } = EXPORTS[product]
      const text = lines.join('\n')
      const known = await readSales(text, { currency })
      expect(brief(known.rows)).toEqual(rows)
      expect(known.rows[0]).toMatchObject(first)
      expect(known.reading.mapping).toBe(product)
      expect(await readSales(text, { currency, mapping: SALES_MAPPINGS[product] })).toEqual(known)
    })

  it('is one that has a test, and each names itself', () => {
    expect(Object.keys(EXPORTS).sort()).toEqual(Object.keys(SALES_MAPPINGS).sort())
    for (const [name, mapping] of Object.entries(SALES_MAPPINGS)) expect(mapping.name).toBe(name)
  })

  it('is read by the columns of the caller where he names others', async () => {
    const text = EXPORTS.yclients.lines.join('\n')
    const { rows, reading } = await readSales(text, { columns: { total: 'Стоимость', customer: 'Клиент' } })
    expect(brief(rows)[0]).toEqual(['1', 200_000n])
    expect(rows[0]).toMatchObject({ customerKey: 'Анна' })
    expect(reading.columns.total).toMatchObject({ foundBy: 'CALLER' })
  })
})
