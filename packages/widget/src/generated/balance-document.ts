import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables } from './graphql.ts'

/** Follows the customer's balance. Written by codegen.ts. */
export const balanceDocument = {
  __meta__: { hash: '615881453841af8c0cfa1ca8a7252d0b0d9b81887893c148446a3a13ee9bcc1d' },
} as unknown as TypedDocument<WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables>
