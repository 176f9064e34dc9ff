import type { Language } from '../words/language.ts'

/** What is said of a line that its command does not know. Options come with their dashes. */
export interface LineWords {
  readonly unknownCommand: (typed: string) => string
  readonly unknownAction: (typed: string) => string
  readonly nameAction: (command: string) => string
  readonly known: (names: readonly string[]) => string
  readonly didYouMean: (word: string) => string
  readonly unknownOption: (option: string) => string
  readonly foreignOption: (option: string, owners: readonly string[]) => string
  readonly onlyWithAction: (option: string, owners: readonly string[]) => string
  readonly stray: (text: string) => string
  readonly twice: (option: string) => string
  readonly noValue: (option: string) => string
  readonly takesNoValue: (option: string, value: string) => string
  readonly wrongForm: (name: string, form: string, value: string) => string
  readonly missing: (names: readonly string[]) => string
  readonly seeHelp: (line: string) => string
}

const en: LineWords = {
  unknownCommand: (typed) => `There is no command "${typed}".`,
  unknownAction: (typed) => `"${typed}" is not known.`,
  nameAction: (command) => `"${command}" must be told what to do.`,
  known: (names) => `Known: ${names.join(', ')}.`,
  didYouMean: (word) => `Did you mean "${word}"?`,
  unknownOption: (option) => `There is no option ${option} here.`,
  foreignOption: (option, owners) => `${option} belongs to: ${owners.join(', ')}.`,
  onlyWithAction: (option, owners) => `${option} needs one of: ${owners.join(', ')}.`,
  stray: (text) => `Nothing is expected where "${text}" stands.`,
  twice: (option) => `${option} is given twice.`,
  noValue: (option) => `${option} needs a value; one that begins with a dash is written ${option}=-...`,
  takesNoValue: (option, value) => `${option} takes no value; it is "${value}".`,
  wrongForm: (name, form, value) => `${name} must be ${form}; it is "${value}".`,
  missing: (names) => `Missing: ${names.join(', ')}.`,
  seeHelp: (line) => `More: ${line}`,
}

const ru: LineWords = {
  unknownCommand: (typed) => `Команды «${typed}» нет.`,
  unknownAction: (typed) => `Команды «${typed}» нет.`,
  nameAction: (command) => `У «${command}» нужно назвать действие.`,
  known: (names) => `Есть: ${names.join(', ')}.`,
  didYouMean: (word) => `Может быть, «${word}»?`,
  unknownOption: (option) => `Параметра ${option} здесь нет.`,
  foreignOption: (option, owners) => `${option} - параметр других действий: ${owners.join(', ')}.`,
  onlyWithAction: (option, owners) => `${option} нужен с одним из действий: ${owners.join(', ')}.`,
  stray: (text) => `«${text}» здесь лишнее.`,
  twice: (option) => `${option} задан дважды.`,
  noValue: (option) => `У ${option} нет значения; если оно начинается с дефиса, пишите ${option}=-...`,
  takesNoValue: (option, value) => `${option} задаётся без значения, а задано «${value}».`,
  wrongForm: (name, form, value) => `${name} должно быть ${form}, а задано «${value}».`,
  missing: (names) => `Не хватает: ${names.join(', ')}.`,
  seeHelp: (line) => `Подробнее: ${line}`,
}

/** Words about lines by language. */
export const LINE_WORDS: Readonly<Record<Language, LineWords>> = { en, ru }
