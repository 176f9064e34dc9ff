import { describeRule } from '@artel/rules'
import { newId } from '@artel/store'
import {
  encodePublicId,
  type RecordedOccasion,
  recordCustomerEvent,
  recordVisit,
  setBirthDate,
} from '@artel/use-cases'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { Language } from '../words/language.ts'
import type { CodeAnswer, CodeStepping } from './code-steps.ts'
import { customerNamed } from './customer-named.ts'

/** Options of what a customer did, or is. */
export const OCCASION_OPTIONS = {
  event: {
    type: 'string',
    description: 'What happened: lower-case Latin letters, digits and hyphens.',
    ru: 'Что произошло: строчные латинские буквы, цифры и дефисы.',
  },
  date: {
    type: 'string',
    description: 'The birth date, YYYY-MM-DD.',
    ru: 'Дата рождения, ГГГГ-ММ-ДД.',
  },
} as const

/** Records a visit. */
export async function visit({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const idempotencyKey = args['idempotency-key'] || newId()
  return recordedAnswer(
    await recordVisit(context, { customer: customerNamed(args.customer), idempotencyKey }),
    language,
  )
}

/** Records something else that the customer did. */
export async function event({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const idempotencyKey = args['idempotency-key'] || newId()
  const told = { customer: customerNamed(args.customer), event: args.event ?? '', idempotencyKey }
  return recordedAnswer(await recordCustomerEvent(context, told), language)
}

/** Writes down when the customer was born. */
export async function born({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const { customer } = await setBirthDate(context, {
    ...{ customer: customerNamed(args.customer), birthDate: args.date || null },
  })
  const id = encodePublicId('customer', customer.id)
  const birthDate = customer.birthDate?.toISOString().slice(0, 10) ?? null
  return { text: CUSTOMER_WORDS[language].born(id, birthDate), data: { customer: { id, birthDate } } }
}

function recordedAnswer(
  { points, rules, replayed, currency }: RecordedOccasion,
  language: Language,
): CodeAnswer {
  const lines = rules.map(
    ({ rule, points: n, reason }) => `${describeRule(rule, language, currency)}: ${reason ?? n}`,
  )
  return {
    text: [CUSTOMER_WORDS[language].recorded(points), ...lines].join('\n'),
    data: {
      points: `${points}`,
      rules: rules.map(({ rule, points: n, reason }) => ({ version: rule.version, points: `${n}`, reason })),
      replayed,
    },
  }
}
