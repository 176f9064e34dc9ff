import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildSchema, type GraphQLSchema, getNamedType, isUnionType, Kind, parse } from 'graphql'
import { expect, test } from 'vitest'
import en from '../generated/refusals-en.json' with { type: 'json' }
import ru from '../generated/refusals-ru.json' with { type: 'json' }
import { fieldAtFault } from './field-at-fault.ts'
import { ownEn } from './own-words-en.ts'
import { ownRu } from './own-words-ru.ts'
import { type Figures, type RefusalWords, sayRefusal } from './say-refusal.ts'

const LANGUAGES = { ru: { general: ru, own: ownRu }, en: { general: en, own: ownEn } } as const
const schemaFile = createRequire(import.meta.url).resolve('@artel/schema/schema.graphql')
const sources = new URL('../', import.meta.url)

const FIGURES: Figures = {
  ...{ available: '1250', maxPoints: '700', left: '90', held: '300', givesUpAtMost: '1000' },
  ...{ attemptsLeft: 2, retryAt: '2026-11-30T21:30:00.000Z' },
  refundable: { amountMinor: '70000', currency: 'RUB' },
}

function said(code: string, language: 'ru' | 'en', figures: Figures = FIGURES): string {
  const words: { general: RefusalWords; own: RefusalWords } = LANGUAGES[language]
  const { meaning, remedy } = sayRefusal(
    { code, ...figures },
    { ...words, language, timeZone: 'Europe/Moscow' },
  ) ?? { meaning: '', remedy: '' }
  return `${meaning} ${remedy}`.trim()
}

/** The codes of all refusals that an operation of the portal may meet, as the schema lists them. */
function codesThatAreMet(schema: GraphQLSchema): Set<string> {
  const codes = new Set<string>()
  for (const file of readdirSync(sources, { recursive: true }).filter((name) =>
    String(name).endsWith('.graphql'),
  ))
    for (const definition of parse(readFileSync(new URL(String(file), sources), 'utf8')).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      const root = schema.getRootType(definition.operation)
      for (const selection of definition.selectionSet.selections) {
        const field = selection.kind === Kind.FIELD ? root?.getFields()[selection.name.value] : undefined
        const answer = field && getNamedType(field.type)
        for (const { description } of isUnionType(answer) ? answer.getTypes() : []) {
          const code = /^([A-Z_]+):/.exec(description ?? '')?.[1]
          if (code) codes.add(code)
        }
      }
    }
  return codes
}

test('what people read of a refusal has no name of a field or of a command in it', () => {
  const codes = codesThatAreMet(buildSchema(readFileSync(schemaFile, 'utf8')))
  expect(codes.size).toBeGreaterThan(40)
  for (const code of codes)
    for (const language of ['ru', 'en'] as const) {
      const text = said(code, language)
      expect([code, language, text === '']).toEqual([code, language, false])
      expect([code, language, /`|[a-z][A-Z]|[{}…]|ключом повтора|idempotency/.exec(text)?.[0]]).toEqual([
        code,
        language,
        undefined,
      ])
    }
})

test('the figures of a refusal stand in what is said', () => {
  expect(said('INSUFFICIENT_POINTS', 'ru')).toMatch(/доступно 1\s250:/)
  expect(said('POINTS_SHARE_EXCEEDED', 'en')).toContain('At most 700')
  expect(said('REFUND_EXCEEDS_PURCHASE', 'ru')).toMatch(/700,00\s₽/)
  expect(said('CONFIRMATION_INVALID', 'en')).toContain('Attempts left: 2.')
  expect(said('CONFIRMATION_TOO_SOON', 'ru')).toContain('1 дек. 2026')
})

test('a code without attempts is said to be used up', () => {
  expect(said('CONFIRMATION_INVALID', 'ru', { attemptsLeft: 0 })).toContain('Отправьте новый код')
})

test('an input is refused at the field of the page that holds it', () => {
  const at = (path: readonly string[], code = 'INVALID_INPUT') => fieldAtFault({ code, path })
  expect(at(['input', 'total', 'amountMinor'])).toBe('total')
  expect(at(['input', 'phone'])).toBe('phone')
  expect(at(['input', 'definition', 'give', '0', 'pointsPercentBps'])).toBe('pointsPercentBps')
  expect(at(['input', 'idempotencyKey'])).toBeNull()
  expect(at(['input', 'phone'], 'NOT_FOUND')).toBeNull()
})
