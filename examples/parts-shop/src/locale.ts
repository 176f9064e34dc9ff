import type { Person } from './shop-api.ts'

export type Lang = 'ru' | 'en'

/** The names that the coalition tells, as the English pages write them. */
const latinNames: Readonly<Record<string, string>> = {
  Заречье: 'Zarechye',
  'Моторный двор': 'Motor Yard',
  Блеск: 'Blesk',
  Коленвал: 'Kolenval',
}

/** Texts, numbers and dates of one language. Amounts are exact: kopecks never become a floating-point number. */
export function localeOf(lang: Lang) {
  const plural = new Intl.PluralRules(lang)
  const words: Record<string, string> =
    lang === 'en'
      ? { one: 'point', other: 'points' }
      : { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' }
  return {
    lang,
    say: (ru: string, en: string) => (lang === 'en' ? en : ru),
    /** A customer's name in the letters of the page, where the shop knows it in both. */
    nameOf: ({ name, nameEn }: Person) => (lang === 'en' && nameEn) || name,
    /** What the elements take as `names`: undefined where the page writes as the coalition does. */
    namesFor: ({ name, nameEn }: Person) =>
      lang === 'en' ? { ...latinNames, [name]: nameEn || name } : undefined,
    money: (minor: string | bigint) => formatMoney(lang, BigInt(minor)),
    points: (points: string | bigint) =>
      `${new Intl.NumberFormat(lang).format(BigInt(points))} ${words[plural.select(Number(points))]}`,
    date: (iso: string) =>
      new Intl.DateTimeFormat(lang, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'Europe/Moscow',
      }).format(new Date(iso)),
  }
}
export type Locale = ReturnType<typeof localeOf>

function formatMoney(lang: Lang, minor: bigint): string {
  const kopecks = minor % 100n
  const digits = kopecks === 0n ? 0 : 2
  const format = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: 'RUB',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(`${minor / 100n}.${String(kopecks).padStart(2, '0')}` as `${number}`)
}
