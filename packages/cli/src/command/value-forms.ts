import type { ValueForm } from './define-command.ts'

/** A count of things: 0, 1, 40. */
export const WHOLE: ValueForm = {
  pattern: /^\d{1,6}$/,
  en: 'a whole number such as 40',
  ru: 'целым числом, например 40',
}

/** An amount in minor units. */
export const MINOR_UNITS: ValueForm = {
  pattern: /^\d{1,15}$/,
  en: 'a whole number of minor units such as 6170',
  ru: 'целым числом копеек, например 6170',
}

/** An amount or a share, with a point or a comma, in groups or not; who reads it knows how many digits it may have. */
export const DECIMAL: ValueForm = {
  pattern: /^\d[\d.,\s]*$/,
  en: 'a number such as 61.70',
  ru: 'числом, например 61.70',
}

/** What is counted from 1: windows, lines, versions. */
export const NUMBER: ValueForm = {
  pattern: /^[1-9]\d{0,8}$/,
  en: 'a number from 1',
  ru: 'номером, начиная с 1',
}

/** Batches are counted from 0. */
export const BATCH_NUMBER: ValueForm = {
  pattern: /^\d{1,18}$/,
  en: 'the number of a batch',
  ru: 'номером пачки',
}

/** A calendar year. */
export const YEAR: ValueForm = {
  pattern: /^\d{4}$/,
  en: 'a year such as 2026',
  ru: 'годом, например 2026',
}

/** One of some words, in capitals or not. */
export const oneOfWords = (...words: readonly string[]): ValueForm => ({
  pattern: new RegExp(`^(?:${words.join('|')})$`, 'i'),
  en: `one of ${words.join(', ')}`,
  ru: `одним из: ${words.join(', ')}`,
})

/** A moment with its offset. */
export const INSTANT: ValueForm = {
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/,
  en: 'an instant such as 2026-11-01T00:00:00Z',
  ru: 'мгновением, например 2026-11-01T00:00:00Z',
}
