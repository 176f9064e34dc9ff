import type { SalesMapping } from './sales-mapping.ts'

// Headers as the exports of these products have them, with the document that shows them. Where none was found published,
// the comment says so: such a mapping follows the words of the product's screens, and a caller's own names go before it.

/** Shopify admin, Orders > Export, "Exporting orders" of its help centre: a row for each item, the order on the first only. */
const shopify: SalesMapping = {
  name: 'shopify',
  signature: [['Name', 'Financial Status', 'Lineitem name', 'Total']],
  columns: {
    receipt: ['Name'],
    // Every row has it, where the time of payment stands on the first only.
    date: ['Created at', 'Paid at'],
    total: ['Total'],
    status: ['Financial Status'],
    customer: ['Email', 'Phone'],
    store: ['Location'],
    currency: ['Currency'],
    item: ['Lineitem name'],
  },
  totalOf: 'RECEIPT',
  words: { sales: ['paid', 'partially_refunded'], skipped: ['partially_paid', 'authorized'] },
}

/** Square Dashboard, Transactions > Export > Transactions CSV: the head of that file, of some fifty columns. */
const square: SalesMapping = {
  name: 'square',
  signature: [['Transaction ID', 'Total Collected', 'Event Type', 'Time Zone']],
  columns: {
    receipt: ['Transaction ID'],
    date: ['Date'],
    time: ['Time'],
    timeZone: ['Time Zone'],
    total: ['Total Collected'],
    type: ['Event Type'],
    status: ['Transaction Status'],
    customer: ['Customer ID', 'Customer Reference ID'],
    store: ['Location'],
  },
  decimalMark: '.',
}

/** Loyverse Back office, Reports > Receipts > Export: the head of its CSV; dates are in the account's own format. */
const loyverse: SalesMapping = {
  name: 'loyverse',
  signature: [['Receipt number', 'Receipt type', 'Total collected', 'Status']],
  columns: {
    receipt: ['Receipt number'],
    date: ['Date'],
    total: ['Total collected'],
    type: ['Receipt type'],
    status: ['Status'],
    customer: ['Customer contacts', 'Customer name'],
    store: ['Store'],
  },
  totalOf: 'RECEIPT',
}

/** WooCommerce, Analytics > Orders > Download: `get_export_columns` of its orders report. */
const wooCommerce: SalesMapping = {
  name: 'woocommerce',
  signature: [
    ['Order #', 'N. Revenue', 'Items Sold'],
    ['Order #', 'Net Sales', 'Items Sold'],
  ],
  columns: {
    receipt: ['Order #'],
    date: ['Date'],
    total: ['N. Revenue (formatted)', 'N. Revenue', 'Net Sales'],
    status: ['Status'],
    customer: ['Customer'],
  },
  totalOf: 'RECEIPT',
  words: { sales: ['processing'], skipped: ['on-hold', 'checkout-draft'] },
}

/** Evotor cabinet, report on documents: no published list of columns was found; types also as its cloud API has them. */
const evotor: SalesMapping = {
  name: 'evotor',
  signature: [
    ['Номер чека', 'Тип документа', 'Терминал'],
    ['Номер чека', 'Тип чека', 'Смарт-терминал'],
    ['Номер документа', 'Тип документа', 'Смарт-терминал'],
  ],
  columns: {
    receipt: ['Номер чека', 'Номер документа', '№ документа'],
    date: ['Дата и время', 'Дата', 'Дата документа'],
    time: ['Время'],
    total: ['Сумма', 'Сумма чека', 'Итого', 'Сумма, руб.'],
    type: ['Тип документа', 'Тип чека', 'Тип операции'],
    customer: ['Покупатель', 'Телефон'],
    store: ['Магазин', 'Смарт-терминал', 'Терминал'],
    item: ['Товар', 'Наименование товара'],
  },
  words: { sales: ['SELL'], returns: ['PAYBACK'], skipped: ['OPEN_SESSION', 'CLOSE_SESSION'] },
}

/** 1C:Retail, list of documents "Чек ККМ" saved as a table: its attributes are the head, and may be chosen by the user. */
const retail1C: SalesMapping = {
  name: '1c-retail',
  signature: [
    ['Номер', 'Дата', 'Вид операции', 'Сумма документа'],
    ['Номер', 'Дата', 'Кассовая смена'],
    ['Номер чека ККМ', 'Дата'],
  ],
  columns: {
    receipt: ['Номер чека ККМ', 'Номер чека', 'Номер'],
    date: ['Дата', 'Дата чека'],
    time: ['Время'],
    total: ['Сумма документа', 'Сумма чека', 'Сумма'],
    paidByPoints: ['Оплачено бонусами', 'Оплата бонусами', 'Сумма бонусов'],
    type: ['Вид операции', 'Операция'],
    status: ['Статус', 'Состояние'],
    customer: ['Дисконтная карта', 'Карта лояльности', 'Владелец карты', 'Контрагент'],
    store: ['Магазин', 'Склад', 'Касса ККМ'],
    currency: ['Валюта'],
    item: ['Номенклатура'],
  },
  // A receipt of a shift that is closed is archived.
  words: { sales: ['Пробитый', 'Архивный'], skipped: ['Отложенный', 'Аннулированный'] },
}

/** YCLIENTS, records exported to Excel: no published list of columns was found; a row for each service of a record. */
const yclients: SalesMapping = {
  name: 'yclients',
  signature: [
    ['ID записи', 'Дата визита'],
    ['ID визита', 'Дата визита'],
  ],
  columns: {
    receipt: ['ID записи', 'ID визита'],
    date: ['Дата визита', 'Дата'],
    time: ['Время визита', 'Время'],
    total: ['Оплачено', 'Сумма', 'Стоимость'],
    paidByPoints: ['Оплачено бонусами', 'Бонусы'],
    status: ['Статус визита', 'Статус'],
    customer: ['Телефон', 'Телефон клиента', 'Клиент'],
    store: ['Филиал', 'Салон'],
    item: ['Услуга', 'Услуги'],
  },
  words: {
    sales: ['Клиент пришел', 'Пришел', 'Визит состоялся', 'Подтвердил'],
    skipped: ['Клиент не пришел', 'Не пришел', 'Ожидание', 'Ожидание клиента'],
  },
}

/** MoySklad, list of retail sales exported: no published list of columns was found; the head is that of the list's screen. */
const moySklad: SalesMapping = {
  name: 'moysklad',
  signature: [['№', 'Время', 'Точка продаж', 'Сумма']],
  columns: {
    receipt: ['№', 'Номер'],
    date: ['Время', 'Дата'],
    total: ['Сумма'],
    paidByPoints: ['Оплачено баллами', 'Сумма бонусов'],
    type: ['Тип документа'],
    status: ['Статус'],
    customer: ['Контрагент', 'Покупатель'],
    store: ['Точка продаж'],
    currency: ['Валюта'],
  },
}

/** iiko, OLAP report on sales: Russian names of the fields that its server's list of report columns gives. */
const iiko: SalesMapping = {
  name: 'iiko',
  signature: [
    ['Номер заказа', 'Номер чека', 'Номер смены'],
    ['Номер чека', 'Торговое предприятие', 'Сумма со скидкой'],
    ['Номер чека', 'Дата и время регистрации'],
  ],
  columns: {
    receipt: ['Номер чека', 'Номер заказа'],
    date: ['Дата и время регистрации', 'Время закрытия', 'Дата и время закрытия', 'Учетный день', 'Дата'],
    total: ['Сумма со скидкой', 'Сумма со скидкой, р.', 'Сумма продажи', 'Сумма'],
    paidByPoints: ['Оплачено бонусами', 'Сумма оплаты бонусами'],
    type: ['Операция', 'Тип операции'],
    status: ['Заказ удален', 'Статус'],
    customer: ['Номер бонусной карты', 'Гостевая карта', 'Телефон доставки'],
    store: ['Торговое предприятие'],
    item: ['Блюдо'],
  },
  words: { sales: ['Заказ не удален'], skipped: ['Заказ удален'] },
}

/** Operators of fiscal data, list of receipts: attributes by their names in the tax service's order on fiscal formats. */
const ofd: SalesMapping = {
  name: 'ofd',
  signature: [
    ['№ ФД', 'Признак расчета'],
    ['Номер ФД', 'Признак расчета'],
    ['ФД', 'Признак расчета'],
    ['Номер ФД', 'Тип операции'],
    ['№ ФД', 'ФПД'],
  ],
  columns: {
    receipt: ['№ ФД', 'Номер ФД', 'ФД', 'Номер фискального документа'],
    date: ['Дата и время', 'Дата, время', 'Дата/Время', 'Дата и время чека', 'Дата'],
    time: ['Время'],
    total: ['Сумма, руб.', 'Сумма', 'Сумма чека', 'Итог', 'ИТОГ', 'Сумма расчета'],
    type: ['Признак расчета', 'Тип операции', 'Тип чека'],
    customer: ['Покупатель', 'Телефон или электронный адрес покупателя', 'Контакт покупателя'],
    store: ['Торговая точка', 'Место расчетов', 'Адрес расчетов'],
    item: ['Наименование предмета расчета', 'Предмет расчета'],
  },
}

/** Mappings of products by their names. The first that knows a head is taken. */
export const SALES_MAPPINGS = {
  ...{ shopify, square, loyverse, woocommerce: wooCommerce, evotor, yclients, moysklad: moySklad, iiko, ofd },
  '1c-retail': retail1C,
} as const satisfies Readonly<Record<string, SalesMapping>>

/** A product whose export is known. */
export type SalesProduct = keyof typeof SALES_MAPPINGS
