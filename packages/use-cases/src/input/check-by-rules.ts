import { ValidationError as RuleBroken } from '@artel/ledger'
import { ValidationError } from '../errors/validation.ts'

/** Runs a check of the rules, which knows fields by their own names, and leads to the field from the input's root. */
export function checkByRules(root: readonly string[], check: () => void): void {
  try {
    check()
  } catch (error) {
    if (error instanceof RuleBroken) throw new ValidationError([...root, ...error.path], error.problem)
    throw error
  }
}
