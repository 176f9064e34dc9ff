import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetPartnersQuery, WidgetPartnersQueryVariables } from './graphql.ts'

/** Reads the active members. Written by codegen.ts. */
export const partnersDocument = {
  __meta__: { hash: '62044b0d3099ae2ca708bd79bd473337a867d7d6b218f513ec520310fe188d7a' },
} as unknown as TypedDocument<WidgetPartnersQuery, WidgetPartnersQueryVariables>
