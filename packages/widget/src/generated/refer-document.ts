import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetReferQuery, WidgetReferQueryVariables } from './graphql.ts'

/** Reads the customer's referral code, and what came of it. Written by codegen.ts. */
export const referDocument = {
  __meta__: { hash: 'a18bd532658560468d11140ffd5dd668a3595e5686d8fde310e3646c3ea09fe8' },
} as unknown as TypedDocument<WidgetReferQuery, WidgetReferQueryVariables>
