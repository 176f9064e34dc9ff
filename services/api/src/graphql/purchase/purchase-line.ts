import { type PurchaseLine as LineRead, minor, quantity } from '@artel/ledger'
import { type LineJson, parseLine } from '@artel/store'
import type { Purchase } from '@artel/store/prisma'
import type { ApiContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money, MoneyInput, type MoneyShape, moneyOf } from '../vocabulary/money.ts'

interface PurchaseLineShape extends Omit<LineRead, 'total' | 'discount'> {
  readonly total: MoneyShape
  readonly discount: MoneyShape
}

export const PurchaseLine = builder.objectRef<PurchaseLineShape>('PurchaseLine').implement({
  description: 'One line of a bill.',
  fields: (t) => ({
    ref: t.exposeString('ref', { description: "The member's own name of the line, unique in the bill." }),
    title: t.exposeString('title', { description: 'Title for people.' }),
    total: t.expose('total', { type: Money, description: 'The whole line, quantity included.' }),
    discount: t.expose('discount', { type: Money, description: 'What rules took off it.' }),
    sku: t.string({
      nullable: true,
      description: "The member's article number; null when the bill did not say.",
      resolve: ({ sku }) => sku ?? null,
    }),
    category: t.string({
      nullable: true,
      description: "What it is, as a slash path of the coalition's; null when the bill did not say.",
      resolve: ({ category }) => category ?? null,
    }),
    quantity: t.field({
      type: 'Quantity',
      nullable: true,
      description: 'How much of it; null when the bill did not say, which counts as one.',
      resolve: ({ quantityMilli }) => (quantityMilli === undefined ? null : quantity(quantityMilli)),
    }),
    earns: t.boolean({
      description: 'False for what never earns points: gift cards, deposits.',
      resolve: ({ earns }) => earns !== false,
    }),
  }),
})

/** The lines of a purchase as they were sent. */
export const linesOf = (
  { coalitionId, lines }: Pick<Purchase, 'coalitionId' | 'lines'>,
  _args: object,
  context: ApiContext,
): Promise<PurchaseLineShape[]> =>
  Promise.all(
    (lines as LineJson[]).map(async (json) => {
      const { total, discount = minor(0n), ...line } = parseLine(json)
      return {
        ...line,
        total: await moneyOf(context, coalitionId, total + discount),
        discount: await moneyOf(context, coalitionId, discount),
      }
    }),
  )

export const PurchaseLineInput = builder.inputType('PurchaseLineInput', {
  description: 'One line of a bill.',
  fields: (t) => ({
    ref: t.string({ required: true, description: "The member's own name of the line, unique in the bill." }),
    title: t.string({ required: true, description: 'Title for people.' }),
    total: t.field({ type: MoneyInput, required: true, description: 'The whole line, quantity included.' }),
    sku: t.string({ description: "The member's article number: at most 64 characters." }),
    category: t.string({
      description:
        "What it is, as a slash path of the coalition's, such as service/oil: 1 to 5 words of at most 40 letters, digits and hyphens, in any case.",
    }),
    quantity: t.field({
      type: 'Quantity',
      description: 'How much of it: more than 0, at most 1000000. Counts as one when left out.',
    }),
    earns: t.boolean({
      description: 'False for what never earns points: gift cards, deposits. Earns when left out.',
    }),
  }),
})
