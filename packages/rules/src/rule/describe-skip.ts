import type { RuleLanguage } from './rule-language.ts'
import type { SkipReason } from './skip-reason.ts'

/** Why a rule gave nothing on a bill, as one sentence. */
export const describeSkip = (reason: SkipReason, language: RuleLanguage): string =>
  SENTENCES[reason][language]

const SENTENCES: Readonly<Record<SkipReason, Readonly<Record<RuleLanguage, string>>>> = {
  NOT_STARTED: { en: 'It had not begun yet.', ru: 'Ещё не началось.' },
  ENDED: { en: 'It was over.', ru: 'Уже закончилось.' },
  OTHER_DAY: { en: 'Not on this day or at this hour.', ru: 'Не в этот день или не в этот час.' },
  NOT_THIS_CUSTOMER: { en: 'Not for this customer.', ru: 'Не для этого покупателя.' },
  NO_CODE: { en: 'Its code was not named.', ru: 'Код не назван.' },
  BELOW_MINIMUM: { en: 'The bill is below its minimum.', ru: 'Чек меньше нужного.' },
  NO_LINE: {
    en: 'The bill lacks what it asks for, or has what it rules out.',
    ru: 'В чеке нет нужных товаров или есть те, на которые не действует.',
  },
  LIMIT_REACHED: {
    en: 'The customer has had it as often as one may.',
    ru: 'Покупатель уже получил это столько раз, сколько можно.',
  },
  BUDGET_ENDED: { en: 'What is left of its budget is too little.', ru: 'Бюджета осталось слишком мало.' },
  PAYER_LIMIT: {
    en: 'Whoever pays for it cannot pay any more now.',
    ru: 'Тот, кто за это платит, сейчас больше платить не может.',
  },
  LATE_SALE: {
    en: 'Others pay for it than the member where it happened, and it was told on a later day.',
    ru: 'За это платит не тот участник, у которого это было, а сообщили об этом позже своего дня.',
  },
  LOST_TO: {
    en: 'Something else gives more, and the two do not add up.',
    ru: 'Другое условие выгоднее, а вместе они не складываются.',
  },
  CONTROL_GROUP: {
    en: 'The customer is held out, so that what the rule brings can be measured.',
    ru: 'Покупатель в контрольной группе: по ней видно, что даёт правило.',
  },
  GIVES_NOTHING: { en: 'On this bill it rounds down to nothing.', ru: 'На этом чеке выходит меньше одного.' },
}
