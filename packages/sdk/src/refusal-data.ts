import type { RefusalData } from './refusals.ts'

/** A refusal that did not come as the result of a mutation, in the shape of one that did. */
export const refusalData = (typename: string, code: string, message: string): RefusalData => ({
  __typename: typename,
  code,
  message,
  path: [],
  docUrl: '',
  retryable: false,
})
