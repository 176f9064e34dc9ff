import type { Message, MessageKey, Messages } from './messages.ts'
import { texts } from './texts.ts'

/** Everything that turns values into words for one locale. */
export interface Speech {
  /** BCP 47 tag that numbers, dates and plural forms follow. */
  readonly locale: string
  /** A text by name; `count` chooses the plural form and fills `{n}` and `{points}`. */
  say(key: MessageKey, values?: Readonly<Record<string, string>>, count?: bigint): string
  /** Whether a text of that name exists: codes of the API are looked up as names. */
  knows(key: string): key is MessageKey
  number(value: bigint): string
  /** An amount in minor units, for example 450000n RUB as 4 500 ₽. */
  money(amountMinor: bigint, currency: string): string
  /** Day and month of an instant, in the coalition's time zone where it is known; `short` in lists. */
  date(iso: string, timeZone?: string, month?: 'long' | 'short'): string
}

/** In the order of a text's forms. */
const languages: readonly string[] = ['en', 'ru']
const million = 1_000_000n

/** Texts of one element in English and Russian, by name: they stand in place of the texts of all. */
export type Words = Readonly<Record<string, readonly [en: Message, ru: Message]>>

/** Builds the speech of a locale. A language without texts gets English, unless the page brings its own texts. */
export function speak(requested: string, overrides: Messages = {}, own: Words = {}): Speech {
  const language = languages.indexOf(requested.toLowerCase().split('-')[0] ?? '')
  const foreign = language < 0 && Object.keys(overrides).length === 0
  const locale = foreign ? 'en' : canonical(requested)
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)

  const formOf = (message: Message, count: bigint): string => {
    if (typeof message === 'string') return message
    // PluralRules takes no bigint; the category depends on the last digits alone, and "one" only on 1 itself.
    const size = count < 0n ? -count : count
    const sample = size < million ? size : (size % million) + million
    return message[plurals.select(Number(sample))] ?? message.other
  }
  const say: Speech['say'] = (key, values = {}, count = 0n) => {
    const text = formOf(overrides[key] ?? (own[key] ?? texts[key])[language === 1 ? 1 : 0], count)
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      if (name === 'n') return numbers.format(count)
      return values[name] ?? (name === 'points' ? say('points', {}, count) : hole)
    })
  }
  return {
    locale,
    say,
    knows: (key): key is MessageKey => key in texts,
    number: (value) => numbers.format(value),
    money: (amountMinor, currency) => formatMoney(locale, amountMinor, currency),
    date: (iso, timeZone, month = 'long') => formatDate(locale, iso, { day: 'numeric', month, timeZone }),
  }
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en' // not a language tag: the page's mistake must not take the widget down
  }
}

function formatMoney(locale: string, amountMinor: bigint, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
    // A coalition's currency has two decimals; browsers show some of those without them.
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  // As text, so that no double rounds the last kopeck.
  return format.format(`${amountMinor}E-2` as `${number}`).replace('-', '\u2212')
}

function formatDate(locale: string, iso: string, options: Intl.DateTimeFormatOptions): string {
  // A day and its month stay on one line.
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso)).replaceAll(' ', '\u00a0')
}
