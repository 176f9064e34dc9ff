import type { SalesColumn } from './sales-columns.ts'

/**
 * Names under which programs export the columns, the best first. The date comes before the time of day, which is taken
 * for it when there is no other.
 */
export const USUAL_NAMES: Readonly<Record<SalesColumn, readonly string[]>> = {
  receipt: [
    ...['receipt', 'receipt no', 'receipt number', 'receipt ref', 'receipt id', 'receipt #', 'order'],
    ...['order no', 'order number', 'order id', 'order #', 'invoice', 'invoice number', 'document'],
    ...['document no', 'transaction id', 'номер чека', '№ чека', 'чек', 'чек №', 'заказ', 'номер заказа'],
    ...['№ заказа', 'заказ наряд', 'номер заказ наряда', 'документ', 'номер документа', '№ документа'],
    ...['номер фд', '№ фд', 'фд', 'номер', '№', 'квитанция', 'накладная'],
  ],
  date: [
    ...['date', 'sold at', 'sale date', 'date time', 'datetime', 'timestamp', 'created at', 'paid at'],
    ...['order date', 'transaction date', 'дата', 'дата продажи', 'дата чека', 'дата и время', 'дата время'],
    ...['дата документа', 'дата заказа', 'дата операции', 'дата и время чека', 'дата и время продажи'],
    ...['дата и время операции', 'дата визита', 'time', 'время'],
  ],
  time: ['time', 'sale time', 'время', 'время продажи', 'время чека', 'время операции'],
  timeZone: ['time zone', 'timezone', 'часовой пояс'],
  total: [
    ...[
      'total',
      'amount',
      'sum',
      'sale total',
      'total amount',
      'grand total',
      'order total',
      'receipt total',
    ],
    ...[
      'total collected',
      'сумма',
      'итого',
      'итог',
      'сумма чека',
      'сумма продажи',
      'сумма документа',
      'всего',
    ],
    ...['к оплате', 'сумма руб', 'сумма заказа', 'итоговая сумма', 'сумма к оплате', 'стоимость'],
  ],
  paidByPoints: [
    ...['paid by points', 'points redeemed', 'points used', 'paid with points', 'bonus paid'],
    ...['оплачено баллами', 'оплата баллами', 'списано баллов', 'оплачено бонусами', 'оплата бонусами'],
    ...['списано бонусов', 'сумма бонусов', 'бонусы списано'],
  ],
  type: [
    ...[
      'receipt type',
      'event type',
      'transaction type',
      'sale type',
      'document type',
      'operation type',
      'type',
    ],
    ...[
      'тип чека',
      'признак расчета',
      'вид операции',
      'тип операции',
      'тип документа',
      'вид чека',
      'вид документа',
    ],
    ...['тип расчета', 'операция', 'тип'],
  ],
  status: [
    ...[
      'status',
      'order status',
      'receipt status',
      'transaction status',
      'payment status',
      'financial status',
    ],
    ...['статус', 'статус чека', 'статус заказа', 'статус документа', 'статус оплаты', 'состояние'],
  ],
  customer: [
    ...['customer', 'customer key', 'customer id', 'client', 'client id', 'phone', 'card', 'card no'],
    ...['card number', 'клиент', 'покупатель', 'код клиента', 'телефон', 'телефон клиента', 'карта'],
    ...['номер карты', 'дисконтная карта', 'контрагент'],
  ],
  store: [
    ...[
      'store',
      'shop',
      'location',
      'branch',
      'магазин',
      'точка продаж',
      'торговая точка',
      'филиал',
      'салон',
    ],
    ...['торговое предприятие', 'подразделение'],
  ],
  currency: ['currency', 'валюта', 'валюта документа'],
  item: [
    ...['item', 'item name', 'product', 'product name', 'lineitem name', 'line item', 'sku', 'товар'],
    ...[
      'номенклатура',
      'наименование',
      'наименование товара',
      'товар услуга',
      'услуга',
      'позиция',
      'артикул',
    ],
  ],
}

/** Headers that speak of the whole receipt, whose rows therefore repeat the total. */
export const TOTALS_OF_RECEIPTS: readonly string[] = [
  ...['order total', 'receipt total', 'grand total', 'total collected', 'сумма чека', 'сумма документа'],
  ...['сумма заказа', 'итого по чеку', 'сумма по чеку'],
]
