import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetClaimerQuery, WidgetClaimerQueryVariables } from './graphql.ts'

/** Reads who is signed in. Written by codegen.ts. */
export const claimerDocument = {
  __meta__: { hash: '09030c3ed7c35475244ef9ced1ebc9d9a8ff9a5838222bf486cffac1e0812721' },
} as unknown as TypedDocument<WidgetClaimerQuery, WidgetClaimerQueryVariables>
