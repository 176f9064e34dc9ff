import { newId } from '@artel/store'
import { UsageError } from '../cli-error.ts'
import type { Language } from '../words/language.ts'
import type { Shown } from './show.ts'

/** Options of `artel settle` as they were typed. */
export interface SettleOptions {
  readonly window?: string | undefined
  readonly early: boolean
  readonly method: string
  readonly 'carry-forward': boolean
  readonly plan?: string | undefined
  readonly file?: string | undefined
  readonly member?: string | undefined
  readonly format?: string | undefined
  readonly line?: string | undefined
  readonly reason?: string | undefined
  readonly evidence: readonly string[]
  readonly dispute?: string | undefined
  readonly outcome?: string | undefined
  readonly amount?: string | undefined
  readonly payment?: string | undefined
  readonly another: boolean
  readonly on?: string | undefined
  readonly note?: string | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly language: Language
}

/** One step of settling, as it was asked for. */
export interface Settling extends Shown {
  readonly options: SettleOptions
}

/** What a step says: a table for people, data for programs (bigints become decimal strings). */
export interface StepAnswer {
  readonly text: string
  readonly data: object
  /** Something was found that ends the command with 1. */
  readonly failed?: boolean
}

/** One action of `artel settle`. */
export type SettleStep = (settling: Settling) => Promise<StepAnswer>

/** The key that was given, so that a script may send a step again; else a fresh one. */
export const keyOf = ({ options }: Settling): { readonly idempotencyKey: string } => ({
  idempotencyKey: options['idempotency-key'] || newId(),
})

/** `--window` as a number; fails with a line where there is none. */
export function windowOf({ options: { window } }: Settling): number {
  return Number(needed('--window', window))
}

/** The value of an option that the step cannot do without; fails with a line. */
export function needed(name: string, value: string | undefined): string {
  if (value) return value
  throw new UsageError(`This step needs ${name}.`, { ru: `Этому шагу нужен ${name}.` })
}

/** The value as one of the words; fails with a line. */
export function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text)
  if (found === undefined)
    throw new UsageError(`${name} must be one of ${words.join(', ')}; it is "${text}".`, {
      ru: `${name} - одно из ${words.join(', ')}; указано «${text}».`,
    })
  return found
}
