import type { Micros, Minor } from '../money.ts'
import type { Points } from '../points.ts'
import type { Words } from './words.ts'

/**
 * How the values of a field cross every border: how they are recorded (`details.ts`), said (`tell.ts`), and typed in the
 * API and its clients.
 */
export type FieldKind =
  | 'points'
  /** Money as people pay it, minor units. */
  | 'money'
  /** Money of the ledger, micros. */
  | 'exactMoney'
  | 'count'
  | 'text'
  /** A day of the coalition's calendar, ISO 8601. */
  | 'day'
  | 'instant'
  /** A raw UUID; public and typed outside. */
  | 'id'
  /** One of a few known words. */
  | 'choice'
  | 'choices'
  | 'texts'
  /** The way to a field of the input. */
  | 'path'
  /** What is wrong with an input or a file, in English; `problems.ts` has it in Russian. */
  | 'problem'
  | 'problems'
  /** JSON objects of a known `kind`; callers are shown the kinds. */
  | 'findings'

export interface FieldOptions {
  /** May be null. */
  readonly nullable?: boolean
  /** For messages and the record only: callers of the API are not shown it. */
  readonly hidden?: boolean
  /** Its name in `details`, where that was another before. */
  readonly recordedAs?: string
  /** What a message says when it is null (`none`) and when it is not (`some`, with `{it}` for the value). */
  readonly said?: { readonly none: Words; readonly some?: Words }
}

/** One fact of a refusal. `Value` is what the thrown error has under its name. */
export interface Field<Value = unknown> extends FieldOptions {
  readonly kind: FieldKind
  /** What it says, with its unit. */
  readonly description: string
  /** What each value of a choice is called in a message. */
  readonly values?: Readonly<Record<string, Words>>
  /** The enum of the API that has those values; where there is none, they are texts. */
  readonly enumType?: string
  /** Whose id it is: a noun, or the field that names it. */
  readonly idOf?: string | { readonly field: string }
  /** Only for the type checker. */
  readonly value?: Value
}

export type Fields = Readonly<Record<string, Field>>

/** The facts that an error is thrown with, by the names of its fields. */
export type FactsOf<Named> = {
  readonly [Name in keyof Named]: Named[Name] extends Field<infer Value> ? Value : never
}

type Given<Value, Options> = Options extends { readonly nullable: true } ? Value | null : Value

/** Makes the fields of one kind. */
const ofKind =
  <Value>(kind: FieldKind) =>
  <const Options extends FieldOptions = FieldOptions>(
    description: string,
    options?: Options,
  ): Field<Given<Value, Options>> => ({ kind, description, ...options })

/** What a value is called: in Russian alone where people read the value itself in English. */
type ValueWords = string | Words

interface ChoiceOptions extends FieldOptions {
  readonly enumType?: string
}

const wordsOfValues = (values: Readonly<Record<string, ValueWords>>): Record<string, Words> =>
  Object.fromEntries(
    Object.entries(values).map(([value, words]) => [
      value,
      typeof words === 'string' ? { en: value, ru: words } : words,
    ]),
  )

/** The kinds of fields that a refusal can have. */
export const field = {
  points: ofKind<Points>('points'),
  money: ofKind<Minor>('money'),
  exactMoney: ofKind<Micros>('exactMoney'),
  count: ofKind<number>('count'),
  text: ofKind<string>('text'),
  texts: ofKind<readonly string[]>('texts'),
  day: ofKind<string>('day'),
  instant: ofKind<Date>('instant'),
  path: ofKind<readonly string[]>('path'),
  problem: ofKind<string>('problem'),
  problems: ofKind<readonly string[]>('problems'),
  id: <const Options extends FieldOptions = FieldOptions>(
    idOf: string | { readonly field: string },
    description: string,
    options?: Options,
  ): Field<Given<string, Options>> => ({ kind: 'id', idOf, description, ...options }),
  choice: <const Value extends string>(
    values: Readonly<Record<Value, ValueWords>>,
    description: string,
    options?: ChoiceOptions,
  ): Field<Value> => ({ kind: 'choice', values: wordsOfValues(values), description, ...options }),
  choices: <const Value extends string>(
    values: Readonly<Record<Value, ValueWords>>,
    description: string,
    options?: ChoiceOptions,
  ): Field<readonly Value[]> => ({ kind: 'choices', values: wordsOfValues(values), description, ...options }),
  findings: <const Kind extends string>(
    kinds: Readonly<Record<Kind, ValueWords>>,
    description: string,
    options?: FieldOptions,
  ): Field<readonly Finding<Kind>[]> => ({
    ...{ kind: 'findings', values: wordsOfValues(kinds), description },
    ...options,
  }),
}

/** Something found, with what is known of it. */
export interface Finding<Kind extends string = string> {
  readonly kind: Kind
  readonly [fact: string]: string | number
}
