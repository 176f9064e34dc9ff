import { UsageError } from './cli-error.ts'

/** A value that a command cannot do without; fails with a line that names it, in Russian as `ru`. */
export function needed(value: string | undefined, name: string, ru: string = name): string {
  if (value) return value
  throw new UsageError(`Say ${name}.`, { ru: `Укажите ${ru}.` })
}
