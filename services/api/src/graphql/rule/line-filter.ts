import type { RuleConditions } from '@artel/rules'
import { builder } from '../vocabulary/builder.ts'

export const LineFilter = builder.objectRef<NonNullable<RuleConditions['anyLine']>>('LineFilter').implement({
  description: 'Lines of a bill by what they are: one of these categories, or one of these articles.',
  fields: (t) => ({
    categories: t.stringList({
      description: 'Slash paths; each covers what lies under it.',
      resolve: ({ categories }) => [...categories],
    }),
    skus: t.stringList({ description: 'Article numbers.', resolve: ({ skus }) => [...skus] }),
    minQuantity: t.field({
      type: 'Quantity',
      nullable: true,
      description: 'Units of such lines that the bill must have together; null = any.',
      resolve: ({ minQuantityMilli }) => minQuantityMilli ?? null,
    }),
  }),
})
