import { Refusal } from './refusal.ts'

/** An input that is malformed or out of range. `path` names the field, `problem` says what is wrong with it. */
export class ValidationError extends Refusal {
  readonly path: string
  readonly problem: string

  constructor(path: string, problem: string) {
    super('INVALID_INPUT', `${path} ${problem}`, { path, problem })
    this.path = path
    this.problem = problem
  }
}
