import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** LADDER_IN_USE: a rule that is not over asks for a tier of the ladder. */
export class LadderInUseError extends refusal('LADDER_IN_USE', {
  meaning: {
    en: 'A rule that is not over asks for a tier of the ladder.',
    ru: 'Уровень этой лестницы нужен правилу, которое ещё не закончено.',
  },
  remedy: { en: 'End the rule first, or edit it.', ru: 'Сначала закончите правило или измените его.' },
  fields: { ruleId: field.id('rule', 'The rule, or one of several.') },
  message: {
    en: 'The rule {ruleId} asks for a tier of the ladder. End it first, or edit it.',
    ru: 'Уровень этой лестницы нужен правилу {ruleId}. Сначала закончите его или измените.',
  },
}) {}

/** LADDER_OPEN: the owner has a ladder already. */
export class LadderOpenError extends refusal('LADDER_OPEN', {
  meaning: {
    en: 'The member, or the coalition, has a ladder of tiers already.',
    ru: 'У участника или коалиции уже есть лестница уровней.',
  },
  remedy: { en: 'End it first.', ru: 'Сначала закончите её.' },
  fields: { ladderId: field.id('tierLadder', 'The ladder that there is.') },
  message: {
    en: 'There is the ladder {ladderId} already. End it first.',
    ru: 'Лестница {ladderId} уже есть. Сначала закончите её.',
  },
}) {}
