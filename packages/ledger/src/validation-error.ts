import { Refusal } from './refusal.ts'

/**
 * An input that is malformed or out of range. `path` leads to the field from the
 * root of what was checked, `problem` is a sentence that says what it must be.
 */
export class ValidationError extends Refusal {
  readonly path: readonly string[]
  readonly problem: string

  constructor(path: readonly string[], problem: string) {
    super('INVALID_INPUT', `${path.join('.')}: ${problem}`, { path, problem })
    this.path = path
    this.problem = problem
  }
}
