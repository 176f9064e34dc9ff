import type { SalesReadingWords } from '@artel/documents'
import { CliError } from '../cli-error.ts'

/** Options of every command that reads a sales file. */
export const SALES_FILE_ARGS = {
  mapping: {
    type: 'string',
    description: 'Whose export it is, where its head does not tell: evotor, 1c-retail, yclients, shopify...',
    ru: 'Чья это выгрузка, если заголовок этого не говорит: evotor, 1c-retail, yclients, shopify...',
  },
  columns: {
    type: 'string',
    description: 'Headers of columns: "receipt=Number; total=Sum; type=Operation".',
    ru: 'Заголовки столбцов: "receipt=Номер; total=Сумма; type=Операция".',
  },
  'date-order': {
    type: 'string',
    description: 'DMY or MDY, where dates such as 08/10/2026 do not tell.',
    ru: 'DMY или MDY, если даты вида 08/10/2026 этого не говорят.',
  },
  'decimal-mark': {
    type: 'string',
    description: '"." or ",", where amounts such as 1,250 do not tell.',
    ru: '"." или ",", если суммы вида 1,250 этого не говорят.',
  },
  sheet: {
    type: 'string',
    description: 'Name of the sheet, where a workbook has several with sales.',
    ru: 'Название листа, если в книге несколько листов с продажами.',
  },
} as const

/** What a command was told of how to read a sales file. Throws CliError for columns without a header. */
export function salesFileWords(args: {
  readonly mapping?: string | undefined
  readonly columns?: string | undefined
  readonly 'date-order'?: string | undefined
  readonly 'decimal-mark'?: string | undefined
  readonly sheet?: string | undefined
}): SalesReadingWords {
  const columns = (args.columns ?? '')
    .split(';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name = '', ...header] = pair.split('=')
      if (header.length === 0)
        throw new CliError(`--columns needs "column=Header"; it has "${pair.trim()}".`, {
          ru: `--columns ждёт "column=Заголовок", а в нём "${pair.trim()}".`,
        })
      return [name.trim(), header.join('=').trim()] as const
    })
  return {
    ...{ mapping: args.mapping, columns: Object.fromEntries(columns), sheet: args.sheet },
    ...{ dateOrder: args['date-order'], decimalMark: args['decimal-mark'] },
  }
}
