import type { Facts } from './details.ts'
import type { Field, Fields, Finding } from './field.ts'
import { problemInRussian } from './problems.ts'
import type { Language, Words } from './words.ts'

/** What can be told to people: a message of its own, or what the code means and what to do. */
export interface Telling {
  readonly meaning: Words
  readonly remedy: Words
  /** Says it with the facts, where the general words are not enough. */
  readonly message?: Words
  readonly fields?: Fields
}

const MINOR_DIGITS = 2
const MICRO_DIGITS = 6

/** The message of an entry with its facts in their places: what happened and what to do. */
export function tell(entry: Telling, facts: Facts, language: Language): string {
  if (!entry.message) return `${entry.meaning[language]} ${entry.remedy[language]}`
  return entry.message[language].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const field = entry.fields?.[name]
    return field ? factInWords(field, facts[name] ?? null, language) : hole
  })
}

function factInWords(field: Field, fact: unknown, language: Language): string {
  const isNone = fact === null || (Array.isArray(fact) && fact.length === 0)
  if (isNone) return field.said?.none[language] ?? ''
  const said = valueInWords(field, fact, language)
  return field.said?.some?.[language].replace('{it}', said) ?? said
}

function valueInWords(field: Field, fact: unknown, language: Language): string {
  const named = (value: string) => field.values?.[value]?.[language] ?? value
  switch (field.kind) {
    case 'money':
      return decimal(String(fact), MINOR_DIGITS, language)
    case 'exactMoney':
      return decimal(String(fact), MICRO_DIGITS, language)
    case 'day':
      return language === 'ru' ? russianDay(String(fact)) : String(fact)
    case 'instant':
      return instant(fact as Date, language)
    case 'choice':
      return named(String(fact))
    case 'choices':
      return listed((fact as readonly string[]).map(named), language)
    case 'findings':
      return listed([...new Set((fact as readonly Finding[]).map(({ kind }) => named(kind)))], language)
    case 'texts':
      return (fact as readonly string[]).join(', ')
    case 'path':
      return (fact as readonly string[]).join('.')
    case 'problem':
      return problem(String(fact), language)
    case 'problems':
      return listed(
        (fact as readonly string[]).map((one) => problem(one, language)),
        language,
      )
    default:
      return String(fact)
  }
}

const problem = (said: string, language: Language) => (language === 'ru' ? problemInRussian(said) : said)

/** Words in Russian may have commas of their own. */
const listed = (words: readonly string[], language: Language) => words.join(language === 'ru' ? '; ' : ', ')

const russianDay = (day: string) => day.split('-').toReversed().join('.')

function instant(at: Date, language: Language): string {
  const [day = '', time = ''] = at.toISOString().split('T')
  return language === 'ru' ? `${russianDay(day)} ${time.slice(0, 5)} UTC` : at.toISOString()
}

/** Small units as people write money: two decimals at least, and as many as are not 0. */
function decimal(units: string, digits: number, language: Language): string {
  const text = units.replace('-', '').padStart(digits + 1, '0')
  const part = text.slice(-digits).replace(/0+$/, '').padEnd(2, '0')
  return `${units.startsWith('-') ? '-' : ''}${text.slice(0, -digits)}${language === 'ru' ? ',' : '.'}${part}`
}
