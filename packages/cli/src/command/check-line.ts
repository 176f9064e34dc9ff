import { UsageError } from '../cli-error.ts'
import type { Language } from '../words/language.ts'
import { argumentsOf, type Chosen, chosenAction, isNeeded, ownersOf } from './chosen-action.ts'
import type { Argument, Command } from './define-command.ts'
import { LINE_WORDS, type LineWords } from './line-words.ts'
import { nearestWord } from './nearest-word.ts'
import { type TypedLine, type TypedOption, typedLine } from './typed-line.ts'

/**
 * Holds what was typed against what the command knows, before anything runs: an option that is misspelled must not be
 * left out silently. Throws a UsageError that names everything that does not fit.
 */
export function checkLine(command: Command, typed: readonly string[], language: Language): void {
  const words = LINE_WORDS[language]
  const line = typedLine(command, typed)
  const chosen = chosenAction(command, line.positionals)
  const problems = problemsOf(command, { line, chosen }, language)
  if (problems.length === 0) return
  const named = ['artel', 'help', command.name, chosen.name ?? ''].filter((word) => word !== '').join(' ')
  const said = [...problems, words.seeHelp(named)].join(' ')
  throw new UsageError(said, { ru: said })
}

/** Throws a UsageError when the words, which choose no action, do not even begin the name of one. */
export function refuseUnknownAction(command: Command, words: readonly string[], language: Language): void {
  if (
    words.length === 0 ||
    Object.keys(command.actions).some((name) => name.startsWith(`${words.join(' ')} `))
  )
    return
  const problem = actionProblem(command, chosenAction(command, words), LINE_WORDS[language])
  if (problem) throw new UsageError(problem, { ru: problem })
}

interface Read {
  readonly line: TypedLine
  readonly chosen: Chosen
}

function problemsOf(command: Command, read: Read, language: Language): readonly string[] {
  const { line, chosen } = read
  const words = LINE_WORDS[language]
  const unknown = line.options.filter((option) => knownName(command, option) === undefined)
  // What follows an unknown option may be its value or an argument: the rest cannot be judged.
  if (unknown.length > 0) {
    const shown = chosen.action ? argumentsOf(command, chosen.action) : Object.entries(command.args)
    return unknown.map((option) => unknownOption(option, shown, words))
  }
  const unnamed = actionProblem(command, chosen, words)
  if (unnamed) return [unnamed]
  return [...optionProblems(command, read, language), ...argumentProblems(command, read, language)]
}

/** What is wrong with the words that choose the action. */
function actionProblem(command: Command, { name, rest }: Chosen, words: LineWords): string | undefined {
  const names = Object.keys(command.actions)
  if (names.length === 0) return
  if (rest.length === 0 && name === undefined) {
    const optional = Object.values(command.args).some(
      ({ type, required }) => type === 'positional' && required,
    )
    return optional ? `${words.nameAction(`artel ${command.name}`)} ${words.known(names)}` : undefined
  }
  const typed = [...(name === undefined ? [] : [name]), ...rest].join(' ')
  const isOpen =
    name === undefined || (rest.length > 0 && names.some((other) => other.startsWith(`${name} `)))
  if (!isOpen) return
  const near = nearestWord(typed, names)
  return [
    words.unknownAction(`${command.name} ${typed}`),
    ...(near === undefined ? [] : [words.didYouMean(`${command.name} ${near}`)]),
    words.known(names),
  ].join(' ')
}

function optionProblems(command: Command, { line, chosen }: Read, language: Language): string[] {
  const words = LINE_WORDS[language]
  const fitting = argumentsOf(command, chosen.action).filter(([, { type }]) => type !== 'positional')
  const seen = new Set<string>()
  return line.options.flatMap((option) => {
    const name = knownName(command, option) ?? ''
    const known = fitting.find(([one]) => one === name)?.[1]
    if (!known) {
      const owners = ownersOf(command, name)
      return [
        (chosen.name === undefined ? words.onlyWithAction : words.foreignOption)(option.rawName, owners),
      ]
    }
    if (seen.has(name) && !known.repeats) return [words.twice(`--${name}`)]
    seen.add(name)
    return valueProblems(option, known, language)
  })
}

/** The option's name in the definition; `--no-worker` is the option `worker`. */
function knownName({ args }: Command, { name, rawName }: TypedOption): string | undefined {
  if (!rawName.startsWith('--')) return
  const isOption = (one: string) => Object.hasOwn(args, one) && args[one]?.type !== 'positional'
  if (isOption(name)) return name
  const denied = name.startsWith('no-') ? name.slice('no-'.length) : ''
  return isOption(denied) && args[denied]?.type === 'boolean' ? denied : undefined
}

function unknownOption(
  { rawName }: TypedOption,
  known: readonly (readonly [string, Argument])[],
  words: LineWords,
): string {
  const names = known.flatMap(([name, { type, default: usual }]) => {
    if (type === 'positional') return []
    return type === 'boolean' && usual === true ? [`--no-${name}`] : [`--${name}`]
  })
  const near = rawName.startsWith('--') ? nearestWord(rawName, [...names, '--help']) : undefined
  return near === undefined
    ? `${words.unknownOption(rawName)} ${words.known([...names, '--help'])}`
    : `${words.unknownOption(rawName)} ${words.didYouMean(near)}`
}

function valueProblems(
  { rawName, value, inline }: TypedOption,
  known: Argument,
  language: Language,
): string[] {
  const words = LINE_WORDS[language]
  if (known.type === 'boolean')
    return value === undefined || /^(?:true|false)$/.test(value) ? [] : [words.takesNoValue(rawName, value)]
  // What follows an option without a value may be the next option.
  if (value === undefined || value === '' || (!inline && /^-[-a-z]/i.test(value)))
    return [words.noValue(rawName)]
  return formProblems(rawName, value, known, language)
}

const formProblems = (name: string, value: string, { form }: Argument, language: Language): string[] =>
  form && !form.pattern.test(value) ? [LINE_WORDS[language].wrongForm(name, form[language], value)] : []

/** Arguments that stand nowhere, whose form is wrong, or that are missing. */
function argumentProblems(command: Command, { line, chosen }: Read, language: Language): string[] {
  const words = LINE_WORDS[language]
  const fitting = argumentsOf(command, chosen.action)
  const places = fitting.filter(([, { type }]) => type === 'positional')
  const wrong = places.flatMap(([name, argument], at) => {
    const value = chosen.rest[at]
    return value === undefined ? [] : formProblems(name.toUpperCase(), value, argument, language)
  })
  const stray = chosen.rest.slice(places.length).map(words.stray)
  const given = new Set(line.options.map((option) => knownName(command, option)))
  const missing = fitting.flatMap(([name, argument]) => {
    if (!isNeeded(name, argument, chosen.action)) return []
    const at = places.findIndex(([place]) => place === name)
    if (at < 0) return given.has(name) ? [] : [`--${name}`]
    return chosen.rest[at] === undefined ? [name.toUpperCase()] : []
  })
  return [...stray, ...wrong, ...(missing.length === 0 ? [] : [words.missing(missing)])]
}
