import { COALITION_LANGUAGE } from './place.ts'
import { en } from './words/en.ts'
import { ru, type Words } from './words/ru.ts'

export type Language = 'en' | 'ru'

const KEY = 'artel-page-language'
const WORDS: Readonly<Record<Language, Words>> = { en, ru }

let chosen: Language = kept() ?? COALITION_LANGUAGE

/** The language of the page now. */
export const language = (): Language => chosen

/** What the page says in it. */
export const words = (): Words => WORDS[chosen]

/** The same for the API. */
export const languageOfApi = (): 'EN' | 'RU' => (chosen === 'en' ? 'EN' : 'RU')

/** Changes the language, and keeps it in this browser. */
export function choose(next: Language): void {
  chosen = next
  document.documentElement.lang = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // A browser that keeps nothing asks again at the next visit.
  }
}

function kept(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'en' || value === 'ru' ? value : undefined
  } catch {
    return undefined
  }
}

export const wholeNumber = (value: string | bigint): string =>
  new Intl.NumberFormat(chosen).format(BigInt(value))

/** Points with their sign, as a change. */
export function change(value: string): string {
  const points = BigInt(value)
  return `${points > 0n ? '+' : points < 0n ? '−' : ''}${wholeNumber(points < 0n ? -points : points)}`
}

export const money = ({ amountMinor, currency }: { amountMinor: string; currency: string }): string => {
  const whole = BigInt(amountMinor) % 100n === 0n
  return new Intl.NumberFormat(chosen, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 },
    // As text, so that no double rounds the last kopeck.
  }).format(`${BigInt(amountMinor)}E-2` as `${number}`)
}

export const moment = (iso: string): string =>
  new Intl.DateTimeFormat(chosen, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

export const day = (iso: string): string =>
  new Intl.DateTimeFormat(chosen, { dateStyle: 'medium' }).format(new Date(iso))
