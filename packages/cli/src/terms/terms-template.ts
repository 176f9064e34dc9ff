import type { FileField, JsonValue } from '../file/file-field.ts'
import { meaning } from '../file/read-fields.ts'
import { textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'
import { TERMS_FIELDS } from './terms-fields.ts'

const WORDS = {
  en: {
    columns: ['field', 'here', 'what it is'],
    intro:
      'Fill in what is empty and agree on the prices (micros: millionths of the currency unit; they are examples). All other fields are at their defaults and may be left out.',
    startsAt: 'From when on it binds, an instant such as 2027-01-01T00:00:00+03:00; in the future',
    overrides:
      'What the terms are for a segment or one member; "segment" or "memberId" and the fields that differ',
    empty: 'empty',
    example: (value: string) => `${value} (example)`,
  },
  ru: {
    columns: ['поле', 'здесь', 'что это'],
    intro:
      'Заполните пустое и договоритесь о ценах (микро - миллионные доли рубля; здесь они для примера). Остальные поля стоят по умолчанию, их можно не указывать.',
    startsAt: 'С какого момента действует, например 2027-01-01T00:00:00+03:00; в будущем',
    overrides:
      'Условия для сегмента или одного участника: "segment" или "memberId" и поля, которые отличаются',
    empty: 'пусто',
    example: (value: string) => `${value} (пример)`,
  },
} as const

/** A whole proposal for `terms propose --file`: defaults, examples of prices, and empty what nobody can guess. */
export function termsTemplate(): object {
  const terms = Object.fromEntries(
    Object.entries<FileField>(TERMS_FIELDS).map(([name, field]) => [name, shownOf(field)]),
  )
  return { startsAt: '', terms, overrides: [] }
}

/** What each field of the template means, as a table; JSON itself has no comments. */
export function explainTemplate(language: Language): string {
  const words = WORDS[language]
  const rows = Object.entries<FileField>(TERMS_FIELDS).map(([name, field]) => {
    const shown = shownOf(field)
    const value = shown === '' ? words.empty : String(shown)
    return [
      `terms.${name}`,
      field.example !== undefined ? words.example(value) : value,
      meaning(field, language),
    ]
  })
  const table = textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    [['startsAt', words.empty, words.startsAt], ...rows, ['overrides', '[]', words.overrides]],
  )
  return `${words.intro}\n${table}`
}

const shownOf = ({ usual, example = '' }: FileField): JsonValue => (usual === undefined ? example : usual)
