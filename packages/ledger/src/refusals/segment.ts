import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** SEGMENT_IN_USE: a rule that is not over asks for the segment. */
export class SegmentInUseError extends refusal('SEGMENT_IN_USE', {
  meaning: {
    en: 'A rule that is not over asks for customers of the segment.',
    ru: 'Список нужен правилу, которое ещё не закончено.',
  },
  remedy: { en: 'End the rule first, or edit it.', ru: 'Сначала закончите правило или измените его.' },
  fields: { ruleId: field.id('rule', 'The rule, or one of several.') },
  message: {
    en: 'The rule {ruleId} asks for customers of the segment. End it first, or edit it.',
    ru: 'Список нужен правилу {ruleId}. Сначала закончите его или измените.',
  },
}) {}

/** SEGMENT_LIMIT_REACHED: there are as many segments as there may be. */
export class SegmentLimitReachedError extends refusal('SEGMENT_LIMIT_REACHED', {
  meaning: {
    en: 'The member, or the coalition, has as many segments as it may have.',
    ru: 'У участника или коалиции уже столько списков, сколько можно.',
  },
  remedy: { en: 'Delete those that nobody needs.', ru: 'Удалите те, что никому не нужны.' },
  fields: { limit: field.count('How many segments one owner may have at once.') },
  message: {
    en: 'No more than {limit} segments may be there at once. Delete those that nobody needs.',
    ru: 'Списков не может быть больше, чем {limit}. Удалите ненужные.',
  },
}) {}
