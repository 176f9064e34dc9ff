import type { TypedDocument } from '@artel/sdk/browser'
import type { OwnReceiptClaimMakeMutation, OwnReceiptClaimMakeMutationVariables } from './graphql.ts'

/** Claims a fiscal receipt. Written by codegen.ts. */
export const receiptClaimMakeDocument = {
  __meta__: { hash: 'c940bfc2c1670476c484b3decd4988ea73d59a062835730ca22f05e21711c0aa' },
} as unknown as TypedDocument<OwnReceiptClaimMakeMutation, OwnReceiptClaimMakeMutationVariables>
