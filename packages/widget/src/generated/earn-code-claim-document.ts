import type { TypedDocument } from '@artel/sdk/browser'
import type { OwnEarnCodeClaimMutation, OwnEarnCodeClaimMutationVariables } from './graphql.ts'

/** Claims an earn code. Written by codegen.ts. */
export const earnCodeClaimDocument = {
  __meta__: { hash: 'de6226b66bb0d0b6c23b99188db94183f5e252e81170d4d1d032bb720c8f634d' },
} as unknown as TypedDocument<OwnEarnCodeClaimMutation, OwnEarnCodeClaimMutationVariables>
