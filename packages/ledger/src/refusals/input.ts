import { field } from './field.ts'
import { nouns, uniqueNouns } from './nouns.ts'
import { refusal } from './refusal.ts'

/** INVALID_INPUT: `path` leads to the field from the root of what was checked, `problem` says what it must be. */
export class InvalidInputError extends refusal('INVALID_INPUT', {
  meaning: {
    en: 'A field of the input is against its rule.',
    ru: 'Поле запроса не подходит под своё правило.',
  },
  remedy: {
    en: '`path` leads to the field, and the message says what it must be.',
    ru: 'К полю ведёт `path`, а каким оно должно быть, говорит сообщение.',
  },
  fields: {
    path: field.path('Path of the field.', { hidden: true, said: { none: { en: 'input', ru: 'запроса' } } }),
    problem: field.problem('What it must be.', { hidden: true }),
  },
  message: { en: '{problem}', ru: 'Поле {path}: {problem}.' },
}) {}

/** NOT_FOUND: there is no such thing, or the caller may not see it; the two look the same. */
export class NotFoundError extends refusal('NOT_FOUND', {
  meaning: {
    en: 'There is no such thing, or the caller may not see it; the two look the same.',
    ru: 'Такого объекта нет, или он вам не виден: это выглядит одинаково.',
  },
  remedy: {
    en: 'Check the id, and that the key belongs to the right coalition.',
    ru: 'Проверьте номер и то, той ли коалиции ключ.',
  },
  fields: { what: field.choice(nouns, 'What was not found.', { hidden: true }) },
  message: {
    en: 'No such {what} within your reach. Check the id or the reference, and that your key belongs to the right coalition.',
    ru: 'Нет такого объекта или он вам не виден: {what}. Проверьте название и то, той ли коалиции ключ.',
  },
  status: 404,
}) {}

/** ALREADY_EXISTS: a unique handle, phone, e-mail, reference or key id is taken. `existingId` is a raw UUID. */
export class AlreadyExistsError extends refusal('ALREADY_EXISTS', {
  meaning: {
    en: 'A handle, phone, e-mail, reference or key id is taken.',
    ru: 'Такое имя, телефон, почта, номер или ключ уже заняты.',
  },
  remedy: {
    en: 'Use the existing object, or another value.',
    ru: 'Возьмите тот объект или другое значение.',
  },
  fields: {
    what: field.choice(uniqueNouns, 'What exists.', { hidden: true }),
    existingId: field.id({ field: 'what' }, 'The existing object, where the caller may see it.', {
      nullable: true,
    }),
  },
  message: {
    en: 'This {what} already exists. Use the existing one, or choose another value for the field named in the path.',
    ru: 'Такой объект уже есть ({what}). Возьмите его или назовите другое значение.',
  },
}) {}

/** IDEMPOTENCY_KEY_MISMATCH: the key was used before with another request. */
export class IdempotencyKeyMismatchError extends refusal('IDEMPOTENCY_KEY_MISMATCH', {
  meaning: {
    en: 'The idempotency key was used before with another request.',
    ru: 'Этот ключ повтора был с другим запросом.',
  },
  remedy: {
    en: 'Repeat that request exactly, or send this one under a new key.',
    ru: 'Повторите тот запрос в точности или дайте этому новый ключ.',
  },
  path: ['idempotencyKey'],
}) {}
