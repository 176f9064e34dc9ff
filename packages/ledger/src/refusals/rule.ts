import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** RULE_STATUS: a rule is not where the step begins. */
export class RuleStatusError extends refusal('RULE_STATUS', {
  meaning: {
    en: 'The rule is not where this step begins: a draft is scheduled, what is scheduled or running is paused, what is paused is resumed, and what has ended stays so.',
    ru: 'Из этого состояния такого шага нет: черновик назначают, назначенное или идущее приостанавливают, приостановленное возобновляют, а законченное не вернуть.',
  },
  remedy: {
    en: 'Read the rule again; in place of one that has ended draft another.',
    ru: 'Перечитайте правило; вместо законченного составьте новое.',
  },
  fields: {
    ruleStatus: field.choice(
      {
        DRAFT: 'черновик',
        SCHEDULED: 'назначено',
        RUNNING: 'идёт',
        PAUSED: 'приостановлено',
        ENDED: 'закончено',
      },
      'Where it is.',
      { enumType: 'RuleStatus' },
    ),
  },
  message: {
    en: 'The rule is {ruleStatus}, and this step does not begin there.',
    ru: 'Состояние правила: {ruleStatus}; такого шага из него нет.',
  },
}) {}

/** RULE_CHANGED: somebody edited the rule since it was read. */
export class RuleChangedError extends refusal('RULE_CHANGED', {
  meaning: {
    en: 'The rule has another version by now than the one that was edited.',
    ru: 'У правила уже другая версия, не та, которую правили.',
  },
  remedy: {
    en: 'Read the rule again, and edit the version that it has.',
    ru: 'Перечитайте правило и правьте ту версию, которая у него есть.',
  },
  fields: { currentVersion: field.count('The version that it has.') },
  message: {
    en: 'The rule has version {currentVersion} by now. Read it again, and edit that one.',
    ru: 'У правила уже версия {currentVersion}. Перечитайте его и правьте её.',
  },
}) {}

/** RULE_OVER: a rule whose last day is past would never give anything. */
export class RuleOverError extends refusal('RULE_OVER', {
  meaning: { en: 'The last day of the rule is past.', ru: 'Последний день правила уже прошёл.' },
  remedy: {
    en: 'Give it a later last day, or none.',
    ru: 'Дайте ему последний день позже или никакого.',
  },
  fields: { lastDay: field.day('Its last day, included.') },
  message: {
    en: 'The last day of the rule, {lastDay}, is past. Give it a later one, or none.',
    ru: 'Последний день правила, {lastDay}, уже прошёл. Дайте ему день позже или никакого.',
  },
}) {}

/** RULE_LIMIT_REACHED: the member has as many rules that are not over as it may have. */
export class RuleLimitReachedError extends refusal('RULE_LIMIT_REACHED', {
  meaning: {
    en: 'The member has as many rules that are not over as it may have.',
    ru: 'У участника уже столько незаконченных правил, сколько можно.',
  },
  remedy: { en: 'End those that nobody needs.', ru: 'Закончите те, что никому не нужны.' },
  fields: { limit: field.count('How many rules of one member may be open at once.') },
  message: {
    en: 'No more than {limit} rules of one member may be open at once. End those that nobody needs.',
    ru: 'У одного участника не может быть больше незаконченных правил, чем {limit}. Закончите ненужные.',
  },
}) {}
