import { foldText, refusedCharacter } from '@artel/documents'
import { type FindableNoun, InvalidInputError, NotFoundError } from '@artel/ledger'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const CONTROL = /[\u0000-\u001f\u007f]/
const HANDLE = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** Longest reference that a member may give a receipt, an order, a line or a customer. Characters. */
const MAX_REF_LENGTH = 128
/** Longest name of a member, a customer, a key or a signatory. Characters. */
export const MAX_NAME_LENGTH = 200
/** Longest idempotency key. Characters. */
const MAX_IDEMPOTENCY_KEY_LENGTH = 255

/**
 * A trimmed text of 1 to `max` characters on one line in its one spelling, whatever door it came through;
 * InvalidInputError otherwise.
 */
export function checkText(path: readonly string[], value: string, max: number): string {
  const text = foldText(value).trim()
  if (text.length === 0) throw new InvalidInputError({ path, problem: 'Must not be empty.' })
  if (text.length > max)
    throw new InvalidInputError({ path, problem: `Must have at most ${max} characters.` })
  const problem = problemOfLine(text)
  if (problem !== undefined) throw new InvalidInputError({ path, problem })
  return text
}

/** Why a text cannot stand on one line; undefined when it can. */
export function problemOfLine(text: string): string | undefined {
  return CONTROL.test(text) ? 'Must not have control characters.' : problemOfCharacters(text)
}

function problemOfCharacters(text: string): string | undefined {
  const character = refusedCharacter(text)
  return character && `Must not have the character ${character}.`
}

/**
 * A text in its one spelling that may be empty or of many lines, at most `max` characters; InvalidInputError otherwise.
 */
export function checkLongText(path: readonly string[], value: string, max: number): string {
  const text = foldText(value)
  if (text.length > max)
    throw new InvalidInputError({ path, problem: `Must have at most ${max} characters.` })
  const problem = problemOfCharacters(text)
  if (problem !== undefined) throw new InvalidInputError({ path, problem })
  return text
}

/** A text of many lines, blanks and all, which must say something; InvalidInputError otherwise. */
export function checkWholeText(path: readonly string[], value: string, max: number): string {
  const text = checkLongText(path, value, max)
  checkText(path, text.replaceAll(/\s+/g, ' '), max)
  return text
}

/**
 * A member's own reference of 1 to `max` characters in its one spelling, otherwise as sent; InvalidInputError when empty,
 * too long or with outer blanks.
 */
export function checkRef(path: readonly string[], value: string, max = MAX_REF_LENGTH): string {
  const text = checkText(path, value, max)
  if (text !== foldText(value))
    throw new InvalidInputError({ path, problem: 'Must not begin or end with blanks.' })
  return text
}

/** 1 to 255 characters in their one spelling; InvalidInputError otherwise. */
export function checkIdempotencyKey(sent: string): string {
  const value = foldText(sent)
  const path = ['idempotencyKey']
  if (value.length === 0)
    throw new InvalidInputError({
      path,
      problem: 'Must not be empty. Send a fresh UUID for every new command.',
    })
  if (value.length > MAX_IDEMPOTENCY_KEY_LENGTH)
    throw new InvalidInputError({
      path,
      problem: `Must have at most ${MAX_IDEMPOTENCY_KEY_LENGTH} characters.`,
    })
  const problem = problemOfLine(value)
  if (problem !== undefined) throw new InvalidInputError({ path, problem })
  return value
}

/** A handle: 2 to 63 lower-case letters, digits and hyphens, a letter first, no hyphen last. */
export function checkHandle(path: readonly string[], value: string): string {
  if (HANDLE.test(value)) return value
  throw new InvalidInputError({
    path,
    problem:
      'Must be 2 to 63 lower-case Latin letters, digits and hyphens, a letter first and no hyphen last.',
  })
}

/** One of a closed vocabulary; InvalidInputError otherwise. */
export function checkOneOf<Word extends string>(
  path: readonly string[],
  value: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value)
  if (found === undefined)
    throw new InvalidInputError({ path, problem: `Must be one of ${words.join(', ')}.` })
  return found
}

/** A whole number within bounds, both included; InvalidInputError otherwise. */
export function checkInteger(
  path: readonly string[],
  value: number,
  bounds: { readonly min: number; readonly max: number },
): number {
  if (Number.isInteger(value) && value >= bounds.min && value <= bounds.max) return value
  throw new InvalidInputError({
    path,
    problem: `Must be a whole number from ${bounds.min} to ${bounds.max}.`,
  })
}

/** A raw UUID as it is stored; anything else cannot name an object and is not found. */
export function checkId(what: FindableNoun, id: string, path: readonly string[] = []): string {
  if (UUID.test(id)) return id
  throw new NotFoundError({ what }, { path })
}
