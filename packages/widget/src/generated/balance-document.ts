import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables } from './graphql.ts'

/** Follows the customer's balance. Written by codegen.ts. */
export const balanceDocument = {
  __meta__: { hash: '027e39f18b9d70201a7bc3c79b852aa34156519517b9e55fa3d3bb001e0f720a' },
} as unknown as TypedDocument<WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables>
