import { InvalidInputError } from '@artel/ledger'

/** Runs a check of the rules, which knows fields by their own names, and leads to the field from the input's root. */
export function checkByRules(root: readonly string[], check: () => void): void {
  try {
    check()
  } catch (error) {
    if (error instanceof InvalidInputError)
      throw new InvalidInputError({ path: [...root, ...error.path], problem: error.problem })
    throw error
  }
}
