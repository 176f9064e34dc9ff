import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** MEMBER_EXIT_INCOMPLETE: closing now would strand customers' points or leave what they may cost without cover. */
export class MemberExitIncompleteError extends refusal('MEMBER_EXIT_INCOMPLETE', {
  meaning: {
    en: "Closing now would strand customers' points, or leave what they may cost without cover.",
    ru: 'Закрыть сейчас - значит оставить баллы покупателей без хозяина или без обеспечения.',
  },
  remedy: { en: 'Do what `missing` names.', ru: 'Сделайте то, что называет `missing`.' },
  fields: {
    missing: field.choices(
      {
        NOTICE: 'уведомление о выходе',
        REDEMPTION_WINDOW: 'срок, в который тратят его баллы',
        OPEN_HOLDS: 'открытые резервы',
        POINTS_TO_EXPIRE: 'баллы, которые должны сгореть',
        FINAL_ESTIMATE: 'итоговый расчёт',
        GUARANTEE: 'депозит или гарантия',
      },
      'What is missing, in the order in which it is to be done.',
    ),
    guaranteeNeeded: field.exactMoney('Security that is missing.', { recordedAs: 'guaranteeNeededMicros' }),
    redemptionEndsAt: field.instant("When its customers' time to spend its points ends.", { nullable: true }),
  },
  message: {
    en: 'The member cannot close yet. Missing: {missing}.',
    ru: 'Закрыть участника ещё нельзя. Не хватает: {missing}.',
  },
}) {}

/** COALITION_WINDING_DOWN: a coalition that winds down admits nobody and agrees on no new terms. */
export class CoalitionWindingDownError extends refusal('COALITION_WINDING_DOWN', {
  meaning: {
    en: 'The coalition winds down: nothing new is agreed any more.',
    ru: 'Коалиция сворачивается: новых договорённостей нет.',
  },
  remedy: { en: 'Points can be spent until `endsAt`.', ru: 'Баллы можно тратить до `endsAt`.' },
  fields: { endsAt: field.instant('Until when points can be spent.') },
  message: {
    en: 'The coalition winds down: points can be spent until {endsAt}, and nothing new is agreed.',
    ru: 'Коалиция сворачивается: баллы можно тратить до {endsAt}, новых договорённостей нет.',
  },
}) {}

/** EXIT_NOTICE_STANDS: the notice of a member cannot be taken back any more, or not by this caller. */
export class ExitNoticeStandsError extends refusal('EXIT_NOTICE_STANDS', {
  meaning: {
    en: 'The notice of the member cannot be taken back any more, or not by this caller.',
    ru: 'Уведомление о выходе уже не отозвать, или отозвать его не вам.',
  },
  remedy: {
    en: '`because` says why; a notice that the coalition gave, an administrator takes back.',
    ru: 'Почему, говорит `because`; уведомление от коалиции отзывает администратор.',
  },
  fields: {
    because: field.choice(
      {
        FINAL_ESTIMATE: { en: 'its final estimate is made', ru: 'итоговый расчёт уже сделан' },
        CLOSED: { en: 'the member is closed', ru: 'участник закрыт' },
        WIND_DOWN: { en: 'the whole coalition winds down', ru: 'сворачивается вся коалиция' },
        GIVEN_BY_COALITION: {
          en: 'the coalition gave it, and only an administrator takes it back',
          ru: 'его дала коалиция, и отзывает администратор',
        },
      },
      'Why it stands.',
    ),
  },
  message: {
    en: 'The notice cannot be taken back: {because}.',
    ru: 'Уведомление о выходе не отзывается: {because}.',
  },
}) {}
