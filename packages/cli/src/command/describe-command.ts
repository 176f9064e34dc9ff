import type { Language } from '../words/language.ts'
import { argumentsOf, isNeeded } from './chosen-action.ts'
import type { Action, Argument, Command, Described } from './define-command.ts'

const WIDTH = 100

const WORDS = {
  en: {
    about: 'Artel runs a coalition: one points currency of many businesses, and what they owe each other.',
    usage: 'Usage',
    commands: 'Commands',
    actions: 'Actions',
    arguments: 'Arguments',
    options: 'Options',
    option: '[options]',
    needed: '(needed)',
    usual: (value: string) => `(default: ${value})`,
    help: 'Show this.',
    version: 'Print the version.',
    more: (line: string) => `More of each: ${line}`,
  },
  ru: {
    about: 'Artel ведёт коалицию: общие баллы многих предприятий и расчёты между ними.',
    usage: 'Вызов',
    commands: 'Команды',
    actions: 'Действия',
    arguments: 'Аргументы',
    options: 'Параметры',
    option: '[параметры]',
    needed: '(обязательно)',
    usual: (value: string) => `(по умолчанию: ${value})`,
    help: 'Показать эту справку.',
    version: 'Напечатать версию.',
    more: (line: string) => `Подробнее о каждой: ${line}`,
  },
} as const

/** Help of the whole: every command in a line. */
export function describeAll(commands: readonly Command[], lang: Argument, language: Language): string {
  const words = WORDS[language]
  return [
    `artel - ${words.about}\n`,
    `${words.usage}: artel COMMAND ${words.option}\n`,
    section(
      words.commands,
      commands.map((command) => [command.name, textOf(command, language)]),
    ),
    section(words.options, [
      ['--lang LANG', argumentText('lang', lang, { action: undefined, language })],
      ['-h, --help', words.help],
      ['--version', words.version],
    ]),
    `${words.more('artel help COMMAND')}\n`,
  ].join('\n')
}

/** Help of a command, or of one of its actions. */
export function describeCommand(
  command: Command,
  { name, action }: { readonly name: string | undefined; readonly action: Action | undefined },
  language: Language,
): string {
  const words = WORDS[language]
  const line = ['artel', command.name, ...(name === undefined ? [] : [name])].join(' ')
  const shown = action === undefined ? Object.entries(command.args) : argumentsOf(command, action)
  const hasActions = action === undefined && Object.keys(command.actions).length > 0
  const positionals = hasActions ? [] : shown.filter(([, { type }]) => type === 'positional')
  const options = shown.filter(([, { type }]) => type !== 'positional')
  const row = ([one, argument]: readonly [string, Argument]) =>
    [titleOf(one, argument), argumentText(one, argument, { action, language })] as const
  const needed = shown.filter(([one, argument]) => isNeeded(one, argument, action) && !hasActions)
  const places = needed.map(([one, argument]) => titleOf(one, argument))
  const choice = hasActions ? ['ACTION'] : []
  return [
    `${line} - ${textOf(action ?? command, language)}\n`,
    `${words.usage}: ${[line, ...choice, ...places, words.option].join(' ')}\n`,
    ...(hasActions ? [section(words.actions, actionRows(command, language))] : []),
    ...(positionals.length > 0 ? [section(words.arguments, positionals.map(row))] : []),
    section(words.options, [...options.map(row), ['-h, --help', words.help]]),
    ...(hasActions ? [`${words.more(`artel help ${command.name} ACTION`)}\n`] : []),
  ].join('\n')
}

const actionRows = ({ actions }: Command, language: Language) =>
  Object.entries(actions).map(([name, action]) => [name, textOf(action, language)] as const)

const textOf = ({ description, ru }: Described, language: Language): string =>
  language === 'ru' ? ru : description

const titleOf = (name: string, { type, default: usual }: Argument): string => {
  if (type === 'positional') return name.toUpperCase()
  if (type === 'boolean') return usual === true ? `--no-${name}` : `--${name}`
  return `--${name} ${name.replace(/^.*-/, '').toUpperCase()}`
}

function argumentText(
  name: string,
  argument: Argument,
  { action, language }: { readonly action: Action | undefined; readonly language: Language },
): string {
  const words = WORDS[language]
  const notes = [
    ...(isNeeded(name, argument, action) ? [words.needed] : []),
    ...(typeof argument.default === 'string' ? [words.usual(argument.default)] : []),
  ]
  return [textOf(argument, language), ...notes].join(' ')
}

/** A headed list of two columns; the second is folded at the width of a page. */
function section(head: string, rows: readonly (readonly [string, string])[]): string {
  const first = Math.max(...rows.map(([title]) => [...title].length))
  const lines = rows.flatMap(([title, text]) =>
    folded(text, WIDTH - first - 4).map(
      (part, at) => `  ${(at === 0 ? title : '').padEnd(first)}  ${part}\n`,
    ),
  )
  return `${head}:\n${lines.join('')}`
}

function folded(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || [...last].length + 1 + [...word].length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
