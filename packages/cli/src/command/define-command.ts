import { type ArgDef, type CommandContext, runCommand } from 'citty'
import type { Language } from '../words/language.ts'
import { LANG } from './standing-options.ts'

/** What help says of something, in English and in Russian. */
export interface Described {
  readonly description: string
  readonly ru: string
}

/** What the value of an option or an argument looks like. */
export interface ValueForm {
  readonly pattern: RegExp
  /** Completes "must be ...". */
  readonly en: string
  readonly ru: string
}

/** An option or a positional argument of a command. */
export type Argument = ArgDef & Described & { readonly form?: ValueForm; readonly repeats?: boolean }
export type Arguments = Readonly<Record<string, Argument>>

/** What a command can be told to do, by its leading arguments. Options that no action names belong to all of them. */
export interface Action<Name extends string = string> extends Described {
  readonly takes?: readonly Name[]
  /** Options and arguments without which it cannot start. */
  readonly needs?: readonly Name[]
}

export type Actions<Name extends string = string> = Readonly<Record<string, Action<Name>>>

interface Definition<Args extends Arguments> {
  readonly meta: Described & { readonly name: string }
  readonly args: Args
  /** By the words that choose them, such as `exit show`. */
  readonly actions?: Actions<NoInfer<keyof Args & string>>
  readonly run: (context: CommandContext<Args> & { readonly language: Language }) => unknown
}

/** A command as the line is checked against it and help describes it. */
export interface Command extends Described {
  readonly name: string
  readonly args: Arguments
  readonly actions: Actions
  /** Runs it with what follows its name; resolves to what the command returns. */
  readonly run: (typed: readonly string[]) => Promise<unknown>
}

/** Defines a command. Every one takes `--lang`, since misuse and refusals are told in that language. */
export function defineCommand<const Args extends Arguments>(definition: Definition<Args>): Command {
  const args = { ...definition.args, lang: LANG }
  return {
    ...definition.meta,
    args,
    actions: definition.actions ?? {},
    run: async (typed) => {
      const { result } = await runCommand<Args & { lang: typeof LANG }>(
        {
          args,
          run: (context) => {
            const language = (context.args as { lang: string }).lang === 'ru' ? 'ru' : 'en'
            return definition.run({ ...(context as unknown as CommandContext<Args>), language })
          },
        },
        { rawArgs: [...typed] },
      )
      return result
    },
  }
}
