import type { RefusalCode } from './generated/codes.ts'
import type { RefusalData } from './refusal-error.ts'

/** A refusal that did not come as the result of a mutation, in the shape of one that did. */
export const refusalData = (typename: string, code: RefusalCode, message: string): RefusalData => ({
  __typename: typename,
  code,
  message,
  path: [],
  docUrl: '',
  retryable: false,
})
