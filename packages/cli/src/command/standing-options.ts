/** In which language a command speaks; every command takes it. */
export const LANG = {
  type: 'string',
  description: 'Language of help, answers and refusals: ru or en.',
  ru: 'Язык справки, ответов и отказов: ru или en.',
  default: 'en',
  form: { pattern: /^(?:ru|en)$/, en: 'ru or en', ru: 'ru или en' },
} as const

/** Of which coalition a command is. */
export const COALITION = {
  type: 'string',
  description: 'The coalition: its handle or its id (coa_...).',
  ru: 'Коалиция: её имя или номер (coa_...).',
  required: true,
} as const

/** Whether the answer is for a program. */
export const JSON_LINE = {
  type: 'boolean',
  description: 'Print the answer as one JSON line.',
  ru: 'Печатать ответ одной строкой JSON.',
  default: false,
} as const
