const UNITS = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']
const FEMININE = ['', 'одна', 'две']
const TEENS = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать', 'пятнадцать'],
  ...['шестнадцать', 'семнадцать', 'восемнадцать', 'девятнадцать'],
]
const TENS = [
  ...['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят'],
  'девяносто',
]
const HUNDREDS = [
  ...['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот'],
  'девятьсот',
]
/** Forms for 1, 2-4 and 5-20, from the smallest class up; `feminine` for the nouns that want "одна", "две". */
const CLASSES: readonly { readonly forms: readonly [string, string, string]; readonly feminine?: true }[] = [
  { forms: ['рубль', 'рубля', 'рублей'] },
  { forms: ['тысяча', 'тысячи', 'тысяч'], feminine: true },
  { forms: ['миллион', 'миллиона', 'миллионов'] },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'] },
  { forms: ['триллион', 'триллиона', 'триллионов'] },
  { forms: ['квадриллион', 'квадриллиона', 'квадриллионов'] },
  { forms: ['квинтиллион', 'квинтиллиона', 'квинтиллионов'] },
]

/** An amount of kopecks (not negative, below 10^21 roubles) as an act spells it: `Сто двадцать рублей 05 копеек`. */
export function rublesInWords(kopecks: bigint): string {
  const rubles = kopecks / 100n
  const rest = Number(kopecks % 100n)
  const words: string[] = []
  for (const [index, { forms, feminine }] of CLASSES.entries()) {
    const three = Number((rubles / 1000n ** BigInt(index)) % 1000n)
    // The class of units always names the rouble; a higher class without digits is not named.
    if (three === 0 && index > 0) continue
    words.unshift(...threeDigits(three, feminine === true), form(three, forms))
  }
  if (rubles === 0n) words.unshift('ноль')
  const text = `${words.join(' ')} ${rest.toString().padStart(2, '0')} ${form(rest, ['копейка', 'копейки', 'копеек'])}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function threeDigits(value: number, feminine: boolean): string[] {
  const tens = Math.floor(value / 10) % 10
  const units = value % 10
  const small = tens === 1 ? TEENS[units] : ((feminine ? FEMININE[units] : undefined) ?? UNITS[units])
  return [HUNDREDS[Math.floor(value / 100)], tens === 1 ? '' : TENS[tens], small].filter(
    (word): word is string => word !== undefined && word !== '',
  )
}

function form(value: number, [one, few, many]: readonly [string, string, string]): string {
  const teen = Math.floor(value / 10) % 10 === 1
  const last = value % 10
  if (teen || last === 0 || last > 4) return many
  return last === 1 ? one : few
}
