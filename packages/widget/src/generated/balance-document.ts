import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables } from './graphql.ts'

/** Follows the customer's balance. Written by codegen.ts. */
export const balanceDocument = {
  __meta__: { hash: '8f376d4753accd807c43bf0614ee520c362284cfe9adacb072e83cf418a4f4bb' },
} as unknown as TypedDocument<WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables>
