import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables } from './graphql.ts'

/** Follows the customer's balance. Written by codegen.ts. */
export const balanceDocument = {
  __meta__: { hash: 'a70c8537f693eaa4715c665983de6dcf588b19efef043116435ef7b2f1e26334' },
} as unknown as TypedDocument<WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables>
