import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetBenefitsQuery, WidgetBenefitsQueryVariables } from './graphql.ts'

/** Reads the customer's vouchers and tiers. Written by codegen.ts. */
export const benefitsDocument = {
  __meta__: { hash: '8adf8ee0a5aa98081569f6d787b9e3a8fc1ff28201f7d12ac7c05bb618b0bc1d' },
} as unknown as TypedDocument<WidgetBenefitsQuery, WidgetBenefitsQueryVariables>
