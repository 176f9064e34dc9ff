import { MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { SalesMapping as SalesMappingRow } from '@artel/store/prisma'
import { setSalesMapping } from '@artel/use-cases'
import { seesAffairsOf } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'

const COLUMNS = {
  RECEIPT: { value: 'receipt', description: 'Number of the receipt.' },
  DATE: { value: 'date', description: 'Day of the sale, with its time or without.' },
  TIME: { value: 'time', description: 'Time of day, where the date has none.' },
  TIME_ZONE: { value: 'timeZone', description: "Time zone; the coalition's, where there is none." },
  TOTAL: { value: 'total', description: 'The bill.' },
  PAID_BY_POINTS: { value: 'paidByPoints', description: 'What of it was paid by points.' },
  TYPE: { value: 'type', description: 'A sale, a return or another operation of the till.' },
  STATUS: { value: 'status', description: 'Paid, cancelled and so on.' },
  CUSTOMER: { value: 'customer', description: 'What the member knows the customer by.' },
  STORE: { value: 'store', description: 'Where it was sold.' },
  CURRENCY: { value: 'currency', description: 'Currency of the bill.' },
  ITEM: { value: 'item', description: 'What was sold: the file has a row for each.' },
} as const

const SalesFileColumn = builder.enumType('SalesFileColumn', {
  description: 'What a column of a sales file tells of a sale.',
  values: COLUMNS,
})

const DateOrder = builder.enumType('DateOrder', {
  description: 'Order of day and month in a date such as 08/10/2026.',
  values: {
    DMY: { description: 'The day comes first.' },
    MDY: { description: 'The month comes first.' },
  } as const,
})

const DecimalMark = builder.enumType('DecimalMark', {
  description: 'What stands before the decimals in an amount such as 1,250.',
  values: {
    POINT: { value: '.', description: 'A point: 1,250 is a thousand and more.' },
    COMMA: { value: ',', description: 'A comma: 1,250 is one and a quarter.' },
  } as const,
})

const SAYS = {
  product:
    'Product whose export the files are: shopify, square, loyverse, woocommerce, evotor, yclients, moysklad, iiko, ofd, 1c-retail.',
  columns: 'Headers of columns; they go before those of the product.',
  dateOrder: 'Where dates do not tell by themselves.',
  decimalMark: 'Where amounts do not tell by themselves.',
  sheet: 'The sheet, where a workbook has several with sales.',
} as const

type ColumnName = (typeof SalesFileColumn)['$inferType']

const MappedColumn = builder
  .objectRef<{ readonly column: ColumnName; readonly header: string }>('MappedColumn')
  .implement({
    description: 'A column of a sales file by its header.',
    fields: (t) => ({
      column: t.expose('column', { type: SalesFileColumn, description: 'What the column tells.' }),
      header: t.exposeString('header', { description: 'Its header, as the file has it.' }),
    }),
  })

const SalesMapping = builder.objectRef<SalesMappingRow>('SalesMapping').implement({
  description: "How a member's sales files are read when whoever hands one in does not say.",
  fields: (t) => ({
    product: t.exposeString('product', { nullable: true, description: SAYS.product }),
    columns: t.field({
      type: [MappedColumn],
      description: SAYS.columns,
      // The database keeps no order of names.
      resolve: ({ columns }) =>
        Object.values(COLUMNS).flatMap(({ value: column }) => {
          const header = (columns as Record<string, string>)[column]
          return header === undefined ? [] : [{ column, header }]
        }),
    }),
    dateOrder: t.field({
      type: DateOrder,
      nullable: true,
      description: SAYS.dateOrder,
      resolve: ({ dateOrder }) => dateOrder as 'DMY' | 'MDY' | null,
    }),
    decimalMark: t.field({
      type: DecimalMark,
      nullable: true,
      description: SAYS.decimalMark,
      resolve: ({ decimalMark }) => decimalMark as '.' | ',' | null,
    }),
    sheet: t.exposeString('sheet', { nullable: true, description: SAYS.sheet }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was said.' }),
  }),
})

builder.prismaObjectField('Member', 'salesMapping', (t) =>
  t.field({
    type: SalesMapping,
    nullable: true,
    description:
      'How its sales files are read when nobody says; null when nothing is kept. For itself and administrators; null for others.',
    resolve: (member, _args, { principal, loaders }) =>
      seesAffairsOf(principal, member)
        ? loaders.salesMappingOfMember({ coalitionId: member.coalitionId, id: member.id })
        : null,
  }),
)

const MappedColumnInput = builder.inputType('MappedColumnInput', {
  description: 'A column of a sales file by its header.',
  fields: (t) => ({
    column: t.field({ type: SalesFileColumn, required: true, description: 'What the column tells.' }),
    header: t.string({ required: true, description: 'Its header, as the file has it.' }),
  }),
})

const SalesMappingInput = builder.inputType('SalesMappingInput', {
  description: 'How sales files are read; what is left out, each file tells by itself.',
  fields: (t) => ({
    product: t.string({ description: SAYS.product }),
    columns: t.field({ type: [MappedColumnInput], description: SAYS.columns }),
    dateOrder: t.field({ type: DateOrder, description: SAYS.dateOrder }),
    decimalMark: t.field({ type: DecimalMark, description: SAYS.decimalMark }),
    sheet: t.string({ description: SAYS.sheet }),
  }),
})

const SalesMappingSetInput = builder.inputType('SalesMappingSetInput', {
  description: "How a member's sales files are to be read from now on.",
  fields: (t) => ({
    memberId: t.id({ description: 'Administrators name the member; a member is itself.' }),
    mapping: t.field({
      type: SalesMappingInput,
      description: 'Left out, what was kept is forgotten.',
    }),
  }),
})

const SalesMappingSetPayload = builder
  .objectRef<{ readonly salesMapping: SalesMappingRow | null }>('SalesMappingSetPayload')
  .implement({
    description: 'How files are read now.',
    fields: (t) => ({
      salesMapping: t.expose('salesMapping', {
        type: SalesMapping,
        nullable: true,
        description: 'What is kept; null when nothing is.',
      }),
    }),
  })

builder.mutationField('salesMappingSet', (t) =>
  t.field({
    type: SalesMappingSetPayload,
    description:
      "Keeps how a member's sales files are read when whoever hands one in does not say. What was kept before is replaced.",
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: SalesMappingSetInput, required: true, description: 'The mapping.' }) },
    resolve: async (_root, { input: { memberId, mapping } }, context) => {
      const { product, columns, ...rest } = mapping ?? {}
      return {
        salesMapping: await setSalesMapping(verbContext(context), {
          memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
          mapping: {
            ...{ mapping: product, ...rest },
            columns: Object.fromEntries((columns ?? []).map(({ column, header }) => [column, header])),
          },
        }),
      }
    },
  }),
)
