import type { TypedDocument } from '@artel/sdk/browser'
import type { WidgetCodeMutation, WidgetCodeMutationVariables } from './graphql.ts'

/** Asks for a code. Written by codegen.ts. */
export const codeDocument = {
  __meta__: { hash: '401650612342256c1d46683a00b970c8a291e71f8ecde81e5337381b0fdf1582' },
} as unknown as TypedDocument<WidgetCodeMutation, WidgetCodeMutationVariables>
