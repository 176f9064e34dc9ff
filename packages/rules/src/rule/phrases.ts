import type { CustomerGroup, LineFilter } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'

export const listed = (parts: readonly string[], language: RuleLanguage): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : 'ru', { type: 'conjunction' }).format(parts)

export const filterWords = ({ categories, skus }: LineFilter, language: RuleLanguage): string =>
  oneOf([...categories, ...skus], language)

export const groupWords = (groups: readonly CustomerGroup[], language: RuleLanguage): string =>
  oneOf(
    groups.map(({ name }) => name[language]),
    language,
  )

const oneOf = (words: readonly string[], language: RuleLanguage): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(words.map((word) => `«${word}»`))

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
