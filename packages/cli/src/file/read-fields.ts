import { CliError } from '../cli-error.ts'
import { nearestWord } from '../command/nearest-word.ts'
import type { Language } from '../words/language.ts'
import type { FileField, FileFields, JsonValue } from './file-field.ts'
import { FILE_WORDS } from './file-words.ts'

/** What was wrong with a file, and what it left to the defaults. */
export interface FileFindings {
  /** Path of the field and what is wrong with it. */
  readonly problems: (readonly [string, string])[]
  readonly taken: (readonly [string, JsonValue])[]
}

/**
 * Reads the known fields of an object: amounts become bigints, what is left out gets its default. Problems are collected,
 * not thrown, so that a person mends a file once; a field with a problem is left out of the values.
 */
export function readFields(
  source: Readonly<Record<string, unknown>>,
  fields: FileFields,
  {
    root,
    findings,
    language,
  }: { readonly root: string; readonly findings: FileFindings; readonly language: Language },
): Record<string, JsonValue | bigint> {
  const words = FILE_WORDS[language]
  const path = (name: string) => (root === '' ? name : `${root}.${name}`)
  for (const name of Object.keys(source))
    if (!Object.hasOwn(fields, name)) {
      const near = nearestWord(name, Object.keys(fields))
      findings.problems.push([path(name), words.unknown(near)])
    }
  const values = Object.entries(fields).flatMap(([name, field]) => {
    const given = source[name]
    if (given === undefined || given === '' || (given === null && field.usual !== undefined)) {
      if (field.usual === undefined)
        findings.problems.push([path(name), `${words.missing}: ${meaning(field, language)}`])
      else if (given === undefined && field.usual !== null) findings.taken.push([path(name), field.usual])
      return field.usual === undefined ? [] : [[name, exactly(field, field.usual)] as const]
    }
    if (fits(field, given)) return [[name, exactly(field, given)] as const]
    findings.problems.push([path(name), words.mustBe(field)])
    return []
  })
  return Object.fromEntries(values)
}

/** Throws everything that was found wrong with a file, a line each, with the defaults below. */
export function refuseFindings(file: string, { problems, taken }: FileFindings, language: Language): void {
  if (problems.length === 0) return
  const lines = problems.map(([path, problem]) => `  ${path} ${problem}`)
  const text = [FILE_WORDS[language].wrong(file), ...lines, ...takenLine(taken, language)].join('\n')
  throw new CliError(text, { ru: text })
}

/** What is said of the defaults that were taken; nothing when there are none. */
export const takenLine = (taken: FileFindings['taken'], language: Language): string[] =>
  taken.length === 0
    ? []
    : [
        FILE_WORDS[language].taken(
          taken.map(([path, value]) => `${path} ${JSON.stringify(value)}`).join(', '),
        ),
      ]

/** What a field means, without a full stop. */
export const meaning = ({ description, ru }: FileField, language: Language): string =>
  (language === 'ru' ? ru : description).replace(/\.$/, '')

function fits(field: FileField, value: unknown): value is JsonValue {
  switch (field.kind) {
    case 'AMOUNT':
      return (
        typeof value === 'string' &&
        /^\d{1,18}$/.test(value) &&
        BigInt(value) >= (field.min ?? 0n) &&
        (field.max === undefined || BigInt(value) <= field.max)
      )
    case 'WHOLE':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max
    case 'WORD':
      return typeof value === 'string' && field.words.includes(value)
    case 'FLAG':
      return typeof value === 'boolean'
    case 'TEXT':
      return (
        typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= field.max &&
        !value.includes('\u0000')
      )
  }
}

const exactly = ({ kind }: FileField, value: JsonValue): JsonValue | bigint =>
  kind === 'AMOUNT' && typeof value === 'string' ? BigInt(value) : value
