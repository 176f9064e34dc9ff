import {
  CONSENT_PURPOSES,
  CONSENT_SOURCES,
  type ConsentPurpose as Purpose,
  type ConsentSource as Source,
} from '@artel/use-cases'
import { builder } from './builder.ts'

const PURPOSES: Readonly<Record<Purpose, string>> = {
  PROGRAMME_RULES: 'The rules of the programme.',
  PERSONAL_DATA: 'That personal data is kept and shared among the members.',
  MARKETING_SMS: 'Being written to by SMS.',
  MARKETING_EMAIL: 'Being written to by e-mail.',
  MARKETING_CALL: 'Being called.',
  MARKETING_PUSH: 'Being shown notifications.',
}

const SOURCES: Readonly<Record<Source, string>> = {
  MEMBER_SYSTEM: "By a member's own system, which did not say how.",
  TILL: 'At a till.',
  WIDGET: 'In a widget of Artel.',
  WEB: 'On a page of the member or of the coalition.',
  PHONE: 'On the phone.',
  PAPER: 'On paper.',
  IMPORT: 'Before Artel, and taken over.',
}

/** The values of an enum, each with what it means. */
const valuesOf = <Word extends string>(words: readonly Word[], meanings: Readonly<Record<Word, string>>) =>
  Object.fromEntries(words.map((word) => [word, { description: meanings[word] }])) as Record<
    Word,
    { description: string }
  >

export const ConsentPurpose = builder.enumType('ConsentPurpose', {
  description: 'What a customer agrees to; new ones may come.',
  values: valuesOf(CONSENT_PURPOSES, PURPOSES),
})

export const ConsentSource = builder.enumType('ConsentSource', {
  description: 'How a customer said yes or no; new ones may come.',
  values: valuesOf(CONSENT_SOURCES, SOURCES),
})

export const ConsentGivenInput = builder.inputType('ConsentGivenInput', {
  description: 'A yes of a customer.',
  fields: (t) => ({
    purpose: t.field({ type: ConsentPurpose, required: true, description: 'What to.' }),
    textVersion: t.string({
      required: true,
      description: 'Version of the text that the customer was shown: one that the coalition has published.',
    }),
    source: t.field({ type: ConsentSource, required: true, description: 'How the customer said it.' }),
    proof: t.string({
      description:
        'Where the proof is, such as the number of a form: 128 characters at most, and no personal data.',
    }),
    happenedAt: t.field({ type: 'DateTime', description: 'When the customer said it; now when left out.' }),
  }),
})
