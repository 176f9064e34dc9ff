import type { Action, Argument, Command } from './define-command.ts'

/** The action that the leading arguments choose, and the arguments that follow its words. */
export interface Chosen {
  /** Undefined where a command has no actions, or none was named. */
  readonly name: string | undefined
  readonly action: Action | undefined
  readonly rest: readonly string[]
}

/** Finds the action with the most words that begin the arguments. */
export function chosenAction({ actions }: Command, positionals: readonly string[]): Chosen {
  const [name] = Object.keys(actions)
    .filter((words) => words.split(' ').every((word, at) => positionals[at] === word))
    .toSorted((one, other) => other.length - one.length)
  if (name === undefined) return { name, action: undefined, rest: positionals }
  return { name, action: actions[name], rest: positionals.slice(name.split(' ').length) }
}

/** The actions that an option belongs to; none where it belongs to all of them. */
export const ownersOf = ({ actions }: Command, option: string): readonly string[] =>
  Object.entries(actions).flatMap(([name, action]) => (takes(action, option) ? [name] : []))

/** The options and arguments that go with an action, or with the bare command, in the order of their definition. */
export function argumentsOf(
  command: Command,
  action: Action | undefined,
): readonly (readonly [string, Argument])[] {
  const hasActions = Object.keys(command.actions).length > 0
  return Object.entries(command.args).filter(([name, { type }]) => {
    if (action !== undefined && takes(action, name)) return true
    // A positional that no action takes is the word of an action.
    if (type === 'positional') return !hasActions
    return ownersOf(command, name).length === 0
  })
}

/** Whether nothing starts without it. */
export const isNeeded = (name: string, argument: Argument, action: Action | undefined): boolean =>
  action?.needs?.includes(name) === true ||
  (argument.default === undefined &&
    (argument.type === 'positional'
      ? argument.required !== false && action === undefined
      : argument.required === true))

const takes = ({ takes: taken = [], needs = [] }: Action, name: string): boolean =>
  taken.includes(name) || needs.includes(name)
