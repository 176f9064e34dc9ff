import { FILE_PROBLEMS } from './problems-of-files.ts'
import { INPUT_PROBLEMS } from './problems-of-input.ts'

/** What is wrong with an input or a file, in English and in Russian. `{name}` stands for anything, the same in both. */
export type Problems = Readonly<Record<string, string>>

/** Where in a file or a document it is. */
const PLACE = /^(line|order) (\d+): (.+)$/s
const PLACES: Readonly<Record<string, string>> = { line: 'строка', order: 'поручение' }
/** The field that it is about, which keeps the name by which the input has it. */
const OF_FIELD = /^([a-z][\w.[\]]*): (.+)$/is

/** Those that say most by themselves come first: `Must name 1 to {max} members.` is `Must name 1 to {max}.` too. */
const patterns = Object.entries({ ...INPUT_PROBLEMS, ...FILE_PROBLEMS })
  .sort(([one], [other]) => ownLength(other) - ownLength(one))
  .map(([english, russian]) => ({ pattern: patternOf(english), russian }))

/** A problem in Russian, to follow the field's name; as it was said where it has no words here. */
export function problemInRussian(problem: string): string {
  const [, place = '', no, there] = PLACE.exec(problem) ?? []
  if (there !== undefined) return `${PLACES[place]} ${no}: ${problemInRussian(there)}`
  const [, field, ofField] = OF_FIELD.exec(problem) ?? []
  if (ofField !== undefined) return `${field}: ${problemInRussian(ofField)}`
  for (const { pattern, russian } of patterns) {
    const found = pattern.exec(problem)
    if (found) return russian.replace(/\{(\w+)\}/g, (hole, name: string) => found.groups?.[name] ?? hole)
  }
  return problem.replace(/\.$/, '')
}

/** How much of a problem is said whatever stands in its holes. */
function ownLength(english: string): number {
  return english.replace(/\{\w+\}/g, '').length
}

/** Finds a problem whatever stands in its holes. */
function patternOf(english: string): RegExp {
  const source = english
    .replace(/[.*+?^$|()[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_hole, name) => `(?<${name}>.+?)`)
  return new RegExp(`^${source}$`, 's')
}
