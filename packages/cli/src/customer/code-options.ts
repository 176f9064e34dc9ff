import { CONFIRMATION_PURPOSES } from '@artel/use-cases'
import { oneOfWords, WHOLE } from '../command/value-forms.ts'

/** Options of the steps that ask a customer for a yes. */
export const CODE_OPTIONS = {
  for: {
    type: 'string',
    description: `What the code is for: ${CONFIRMATION_PURPOSES.join(', ')}.`,
    ru: `На что код: ${CONFIRMATION_PURPOSES.join(', ')}.`,
    form: oneOfWords(...CONFIRMATION_PURPOSES),
  },
  with: {
    type: 'string',
    description: 'The other customer: whom it joins, or gives to.',
    ru: 'Другой покупатель: к кому вступает или кому отдаёт.',
  },
  points: {
    type: 'string',
    description: 'How many points at most.',
    ru: 'Не больше стольких баллов.',
    form: WHOLE,
  },
  confirmation: {
    type: 'string',
    description: 'What `code` printed (cnf_...); the code itself is asked for.',
    ru: 'Что напечатал `code` (cnf_...); сам код будет спрошен.',
  },
  'with-confirmation': {
    type: 'string',
    description: 'The same of the other customer.',
    ru: 'То же от другого покупателя.',
  },
  'phone-lost': {
    type: 'boolean',
    description: 'Whoever has the phone gets the codes: only an administrator unfreezes.',
    ru: 'Коды получает тот, у кого телефон: разморозит только администратор.',
  },
  'idempotency-key': {
    type: 'string',
    description: 'Sent again with the same one, it is done once. Default: a fresh one.',
    ru: 'С тем же ключом повторённое делается один раз. Без него - новый.',
  },
} as const
