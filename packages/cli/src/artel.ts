import { UsageError } from './cli-error.ts'
import { checkLine, refuseUnknownAction } from './command/check-line.ts'
import { chosenAction } from './command/chosen-action.ts'
import type { Command } from './command/define-command.ts'
import { describeAll, describeCommand } from './command/describe-command.ts'
import { LINE_WORDS } from './command/line-words.ts'
import { nearestWord } from './command/nearest-word.ts'
import { LANG } from './command/standing-options.ts'
import { typedLine } from './command/typed-line.ts'
import { COMMANDS } from './commands/command-table.ts'
import { explainError } from './explain-error.ts'
import { plainText } from './plain-text.ts'
import { withoutSecrets } from './without-secrets.ts'
import { type Language, languageIn } from './words/language.ts'

const VERSION = '0.1.0'

/**
 * The whole command: parses, runs, and turns every failure into one line. Returns the exit code: 0 fine, 1 failed or
 * something was found, 2 misused. `ARTEL_DEBUG=1` adds the stack of a failure.
 */
export async function runArtel(args: readonly string[]): Promise<number> {
  const language = languageIn(args)
  failInOneLine(language)
  try {
    return await runLine(args, language)
  } catch (error) {
    return tellFailure(error, language)
  }
}

/** What fails outside of any promise, such as a stream: told as other failures are, unless it is a bug. */
function failInOneLine(language: Language): void {
  // A reader that has seen enough, such as `head`, is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) =>
      process.exit(error.code === 'EPIPE' ? 0 : tellFailure(error, language)),
    )
  process.on('uncaughtException', (error: Error) => {
    if ('syscall' in error) process.exit(tellFailure(error, language))
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  })
}

/** Says a failure in one line on stderr. Returns the exit code that goes with it. */
function tellFailure(error: unknown, language: Language): number {
  process.stderr.write(`${withoutSecrets(plainText(explainError(error, language)))}\n`)
  if (process.env.ARTEL_DEBUG && error instanceof Error)
    process.stderr.write(`${withoutSecrets(error.stack ?? '')}\n`)
  return isMisuse(error) ? 2 : 1
}

async function runLine(args: readonly string[], language: Language): Promise<number> {
  const { before, name, after } = splitAtCommand(args)
  if (before.includes('--version')) {
    process.stdout.write(`${VERSION}\n`)
    return 0
  }
  const wantsHelp = asksForHelp(args)
  const standing = before.filter((arg) => !HELP.includes(arg))
  checkLine(wholeCommand, standing, language)
  if (name === undefined || name === 'help') {
    process.stdout.write(
      await helpOf(name === undefined ? [] : typedLine(wholeCommand, after).positionals, language),
    )
    return name === undefined && !wantsHelp ? 2 : 0
  }
  const command = await commandNamed(name, language)
  const typed = [...standing, ...after]
  const { positionals } = typedLine(command, typed)
  if (wantsHelp || positionals[0] === 'help') {
    process.stdout.write(await helpOf([name, ...positionals], language))
    return 0
  }
  checkLine(command, typed, language)
  const result = await command.run(typed)
  return typeof result === 'number' ? result : 0
}

const HELP: readonly string[] = ['--help', '-h']

/** What every command takes, which may stand before the command's name as well. */
const wholeCommand: Command = {
  name: '',
  description: '',
  ru: '',
  args: { lang: LANG },
  actions: {},
  run: async () => 0,
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some((arg) => HELP.includes(arg))
}

/** The command's name is the first thing that is neither an option nor the language. */
function splitAtCommand(args: readonly string[]) {
  let at = 0
  while (args[at]?.startsWith('-')) at += args[at] === '--lang' ? 2 : 1
  return { before: args.slice(0, at), name: args[at], after: args.slice(at + 1) }
}

async function commandNamed(name: string, language: Language): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load) return load()
  const words = LINE_WORDS[language]
  const known = [...Object.keys(COMMANDS), 'help']
  const near = nearestWord(name, known)
  const said = [
    words.unknownCommand(name),
    ...(near === undefined ? [] : [words.didYouMean(near)]),
    words.known(known),
  ].join(' ')
  throw new UsageError(said, { ru: said })
}

/** Help of the command and the action that the words name; of everything where they name nothing. */
async function helpOf(words: readonly string[], language: Language): Promise<string> {
  const [name, ...rest] = words.filter((word) => word !== 'help')
  if (name === undefined) {
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
    return describeAll(commands, LANG, language)
  }
  const command = await commandNamed(name, language)
  const chosen = chosenAction(command, rest)
  if (chosen.name === undefined) refuseUnknownAction(command, rest, language)
  return describeCommand(command, chosen, language)
}

/** Called as the command does not know it: by our own words, or by those of the parser of arguments. */
const isMisuse = (error: unknown): boolean =>
  error instanceof UsageError || (error instanceof Error && error.name === 'CLIError')
