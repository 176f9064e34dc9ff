import type { RefusalCode } from './generated/codes.ts'
import type { RefusalData } from './refusal-error.ts'

/** A refusal that did not come as the result of a mutation, in the shape of one that did. */
export const refusalData = (code: RefusalCode, message: string): RefusalData => ({
  __typename: `${code.split('_').map(capitalized).join('')}Error`,
  code,
  message,
  path: [],
  docUrl: '',
  retryable: false,
})

/** A word of a code as the name of its class has it. */
const capitalized = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()
