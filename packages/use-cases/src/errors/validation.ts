import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/** INVALID_INPUT: a field of the input is against its rule. `path` leads to the field, `problem` says what is wrong. */
export class ValidationError extends BusinessError {
  static readonly code = 'INVALID_INPUT'
  readonly problem: string

  constructor(path: readonly string[], problem: string, options: BusinessErrorOptions = {}) {
    super(ValidationError.code, problem, { path, problem }, { ...options, path })
    this.problem = problem
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): ValidationError {
    const path = Array.isArray(details.path) ? details.path.map(String) : []
    return new ValidationError(path, textDetail(details, 'problem'), options)
  }
}
