import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetOffersQuery, WidgetOffersQueryVariables } from './graphql.ts'

/** Reads what rules give today. Written by codegen.ts. */
export const offersDocument = {
  __meta__: { hash: '9c7d20f59e59e7291c3731a620cb3b1842ce8ac53229efe7f9883f4f70622b5a' },
} as unknown as TypedDocument<WidgetOffersQuery, WidgetOffersQueryVariables>
