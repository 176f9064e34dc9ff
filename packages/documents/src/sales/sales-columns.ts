import { UnreadableFileError } from '../document-error.ts'

/** What a sales file tells of a sale. */
export type SalesColumn = 'receipt' | 'date' | 'total' | 'customer'

/** Where the columns are, from 0; `customer` may be missing. */
export interface SalesColumns {
  readonly receipt: number
  readonly date: number
  readonly total: number
  readonly customer: number | undefined
}

/** Names under which programs export the columns, compared in lower case without punctuation. */
const NAMES: Readonly<Record<SalesColumn, readonly string[]>> = {
  receipt: [
    ...[
      'receipt',
      'receipt no',
      'receipt number',
      'receipt ref',
      'order',
      'order no',
      'order number',
      'invoice',
    ],
    ...['document', 'document no', 'номер чека', 'чек', 'заказ', 'номер заказа', 'заказ наряд'],
    ...['номер заказ наряда', 'документ', 'номер документа', 'номер', 'квитанция', 'накладная'],
  ],
  date: [
    ...['date', 'sold at', 'sale date', 'date time', 'datetime', 'time', 'timestamp', 'created at'],
    ...['дата', 'дата продажи', 'дата чека', 'дата и время', 'дата время', 'дата документа', 'время'],
  ],
  total: [
    ...['total', 'amount', 'sum', 'sale total', 'total amount', 'grand total'],
    ...['сумма', 'итого', 'итог', 'сумма чека', 'сумма продажи', 'сумма документа', 'всего', 'к оплате'],
    ...['сумма руб', 'стоимость'],
  ],
  customer: [
    ...[
      'customer',
      'customer key',
      'customer id',
      'client',
      'client id',
      'phone',
      'card',
      'card no',
      'card number',
    ],
    ...[
      'клиент',
      'покупатель',
      'код клиента',
      'телефон',
      'телефон клиента',
      'карта',
      'номер карты',
      'контрагент',
    ],
  ],
}

/**
 * Finds the columns by the names in the first record; `mapping` names those that are called otherwise. The first
 * matching column wins. Throws UnreadableFileError naming the column that is missing.
 */
export function findSalesColumns(
  head: readonly string[],
  mapping: Partial<Record<SalesColumn, string>> = {},
): SalesColumns {
  const names = head.map(plainName)
  const find = (column: SalesColumn): number | undefined => {
    const own = mapping[column]
    const wanted = own === undefined ? NAMES[column] : [plainName(own)]
    // In the order of the wanted names, so that "receipt number" is not passed over for a plain "number".
    for (const name of wanted) {
      const at = names.indexOf(name)
      if (at >= 0) return at
    }
    return undefined
  }
  const customer = find('customer')
  if (mapping.customer !== undefined && customer === undefined) throw missing('customer', mapping.customer)
  return {
    receipt: find('receipt') ?? fail('receipt', mapping.receipt),
    date: find('date') ?? fail('date', mapping.date),
    total: find('total') ?? fail('total', mapping.total),
    customer,
  }
}

function fail(column: SalesColumn, name: string | undefined): never {
  throw missing(column, name)
}

const missing = (column: SalesColumn, name: string | undefined): UnreadableFileError =>
  new UnreadableFileError(
    name === undefined
      ? `no column for the ${column}: name it, e.g. "${NAMES[column][0]}"`
      : `no column "${name}" for the ${column}`,
    { line: 1, field: column },
  )

const plainName = (name: string): string =>
  name
    .replace('\ufeff', '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
