import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { FileField } from '../file/file-field.ts'
import { BANK_DETAILS_FIELDS } from '../settle/bank-details-fields.ts'
import { OVERRIDE_FIELDS, TERMS_FIELDS } from './terms-fields.ts'
import { explainTemplate, termsTemplate } from './terms-template.ts'

const schema = readFileSync(fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url)), 'utf8')

/** The fields of an input of the API: name, type, default as the schema writes it. */
function inputFields(input: string): Map<string, { type: string; usual: string | undefined }> {
  const [, body = ''] = new RegExp(`^input ${input} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(schema) ?? []
  const rows = body.matchAll(/^ {2}(\w+): ([\w[\]!]+)(?: = (.+))?$/gm)
  return new Map([...rows].map(([, name = '', type = '', usual]) => [name, { type, usual }]))
}

const names = (fields: object) => Object.keys(fields).toSorted()

test('a file of terms has the fields of the API, with its defaults', () => {
  const api = inputFields('TermsInput')
  expect(names(TERMS_FIELDS)).toEqual([...api.keys()].toSorted())
  for (const [name, field] of Object.entries<FileField>(TERMS_FIELDS)) {
    const { type = '', usual } = api.get(name) ?? {}
    const own = field.kind === 'WORD' ? String(field.usual) : JSON.stringify(field.usual)
    expect({ name, usual: field.usual === null ? undefined : own }).toEqual({ name, usual })
    expect({ name, mayBeNull: field.usual === null }).toEqual({ name, mayBeNull: !type.endsWith('!') })
  }
})

test('words of a file of terms are those of the API', () => {
  for (const [name, field] of Object.entries<FileField>(TERMS_FIELDS)) {
    if (field.kind !== 'WORD') continue
    const type = inputFields('TermsInput').get(name)?.type.replace('!', '')
    const [, body = ''] = new RegExp(`^enum ${type} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(schema) ?? []
    const words = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, word]) => word)
    expect({ name, words: field.words.toSorted() }).toEqual({ name, words: words.toSorted() })
  }
})

test('overrides and bank details have the fields of the API', () => {
  expect(names(OVERRIDE_FIELDS)).toEqual([...inputFields('TermsOverrideInput').keys()].toSorted())
  const whose = ['memberId', 'affiliateId']
  const api = [...inputFields('BankDetailsSetInput').keys()].filter((name) => !whose.includes(name))
  expect(names(BANK_DETAILS_FIELDS)).toEqual(api.toSorted())
})

test('the template holds every field and its table explains each, in both languages', () => {
  expect(termsTemplate()).toMatchObject({ startsAt: '', overrides: [], terms: { holdTtlSeconds: 604_800 } })
  for (const language of ['en', 'ru'] as const)
    for (const name of Object.keys(TERMS_FIELDS))
      expect(explainTemplate(language)).toContain(` terms.${name} `)
})
