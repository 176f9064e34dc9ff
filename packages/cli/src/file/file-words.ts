import type { Language } from '../words/language.ts'
import type { FileField } from './file-field.ts'

/** What is said of the fields of a file. */
export interface FileWords {
  readonly missing: string
  readonly unknown: (near: string | undefined) => string
  readonly mustBe: (field: FileField) => string
  readonly mustBeObject: string
  readonly mustBeList: string
  readonly wrong: (file: string) => string
  readonly taken: (defaults: string) => string
}

const en: FileWords = {
  missing: 'is missing',
  unknown: (near) => (near === undefined ? 'is not known' : `is not known; did you mean "${near}"?`),
  mustBe: (field) => `must be ${formEn(field)}`,
  mustBeObject: 'must be an object',
  mustBeList: 'must be a list',
  wrong: (file) => `${file} cannot be taken as it is:`,
  taken: (defaults) => `Left out, so taken at the default: ${defaults}.`,
}

const ru: FileWords = {
  missing: 'не указано',
  unknown: (near) => (near === undefined ? 'такого поля нет' : `такого поля нет; может быть, "${near}"?`),
  mustBe: (field) => `должно быть ${formRu(field)}`,
  mustBeObject: 'должно быть объектом',
  mustBeList: 'должно быть списком',
  wrong: (file) => `${file} так принять нельзя:`,
  taken: (defaults) => `Не указано, берётся по умолчанию: ${defaults}.`,
}

/** Words about files by language. */
export const FILE_WORDS: Readonly<Record<Language, FileWords>> = { en, ru }

function formEn(field: FileField): string {
  switch (field.kind) {
    case 'AMOUNT':
      return `a whole number in quotes, ${field.min ?? 0n} or more${field.max === undefined ? '' : `, at most ${field.max}`}`
    case 'WHOLE':
      return `a whole number from ${field.min} to ${field.max}`
    case 'WORD':
      return `one of ${field.words.join(', ')}`
    case 'FLAG':
      return 'true or false'
    case 'TEXT':
      return `a text of 1 to ${field.max} characters`
  }
}

function formRu(field: FileField): string {
  switch (field.kind) {
    case 'AMOUNT':
      return `целым числом в кавычках, не меньше ${field.min ?? 0n}${field.max === undefined ? '' : ` и не больше ${field.max}`}`
    case 'WHOLE':
      return `целым числом от ${field.min} до ${field.max}`
    case 'WORD':
      return `одним из: ${field.words.join(', ')}`
    case 'FLAG':
      return 'true или false'
    case 'TEXT':
      return `текстом от 1 до ${field.max} символов`
  }
}
