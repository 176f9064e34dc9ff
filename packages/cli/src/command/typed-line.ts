import { parseArgs } from 'node:util'
import type { Command } from './define-command.ts'

/** An option as it was typed. */
export interface TypedOption {
  /** Without dashes. */
  readonly name: string
  /** With the dashes that were typed. */
  readonly rawName: string
  readonly value: string | undefined
  /** Whether the value stood behind an equals sign. */
  readonly inline: boolean
}

/** What followed a command's name. */
export interface TypedLine {
  readonly options: readonly TypedOption[]
  readonly positionals: readonly string[]
}

/** Takes a line apart as the command's options have it: those that take a value own what follows them. */
export function typedLine({ args }: Pick<Command, 'args'>, typed: readonly string[]): TypedLine {
  const named = Object.entries(args).flatMap(([name, { type }]) =>
    type === 'positional' ? [] : [[name, { type: type === 'boolean' ? type : 'string' }] as const],
  )
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(named),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  return {
    options: tokens.flatMap((token) =>
      token.kind === 'option'
        ? [
            {
              name: token.name,
              rawName: token.rawName,
              value: token.value,
              inline: token.inlineValue === true,
            },
          ]
        : [],
    ),
    positionals: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
  }
}
