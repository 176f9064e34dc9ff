import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** The one advice for every cap: the share of the bill, the token's, the balance. */
const fewer = {
  en: 'Fewer points can pay this bill now. Please choose again.',
  ru: 'Сейчас можно списать меньше баллов. Выберите ещё раз.',
}

/** INSUFFICIENT_POINTS: fewer points are spendable now than were asked for. */
export class InsufficientPointsError extends refusal('INSUFFICIENT_POINTS', {
  meaning: {
    en: 'Fewer points are spendable now than were asked for.',
    ru: 'Сейчас можно потратить меньше баллов, чем запрошено.',
  },
  remedy: { en: 'Ask for at most `available`.', ru: 'Запросите не больше `available`.' },
  fields: {
    available: field.points('Spendable now.'),
    requested: field.points('Asked for.'),
  },
  message: {
    en: 'Only {available} of the {requested} points asked for can be spent now. Ask for at most {available}.',
    ru: 'Из {requested} запрошенных баллов сейчас можно потратить {available}. Запросите не больше {available}.',
  },
  path: ['points'],
  customer: fewer,
}) {}

/** POINTS_SHARE_EXCEEDED: the terms cap the share of a bill payable in points. */
export class PointsShareExceededError extends refusal('POINTS_SHARE_EXCEEDED', {
  meaning: {
    en: 'The terms cap the share of a bill payable in points.',
    ru: 'Условия ограничивают долю счёта, которую можно оплатить баллами.',
  },
  remedy: { en: 'Ask for at most `maxPoints`.', ru: 'Запросите не больше `maxPoints`.' },
  fields: {
    maxPoints: field.points('Most points that the bill takes.'),
    requested: field.points('Asked for.'),
  },
  message: {
    en: 'This bill takes at most {maxPoints} points; {requested} were asked for. Lower the points or raise the bill.',
    ru: 'Баллами можно оплатить не больше {maxPoints}, а запрошено {requested}. Уменьшите число баллов или увеличьте счёт.',
  },
  path: ['points'],
  customer: fewer,
}) {}

/** TOKEN_CAP_EXCEEDED: the customer's token allows fewer points than were asked for. */
export class TokenCapExceededError extends refusal('TOKEN_CAP_EXCEEDED', {
  meaning: {
    en: "The customer's token allows fewer points.",
    ru: 'Токен покупателя позволяет меньше баллов.',
  },
  remedy: {
    en: 'Ask for at most `maxPoints`, or issue a token with a higher cap.',
    ru: 'Запросите не больше `maxPoints` или выпустите токен с пределом выше.',
  },
  fields: { maxPoints: field.points('Most points that the token still allows.') },
  message: {
    en: 'This token allows at most {maxPoints} points more. Ask for fewer, or have the member issue a token with a higher cap.',
    ru: 'По этому токену можно ещё не больше {maxPoints} баллов. Запросите меньше или возьмите у участника токен с пределом выше.',
  },
  path: ['points'],
  customer: fewer,
}) {}

/** PROMO_FUND_SHORT: the coalition's promo fund holds less than the points cost. */
export class PromoFundShortError extends refusal('PROMO_FUND_SHORT', {
  meaning: {
    en: "The coalition's promo fund holds less than the points cost.",
    ru: 'В промофонде коалиции меньше, чем стоят эти баллы.',
  },
  remedy: {
    en: 'Award fewer points, or name members who pay.',
    ru: 'Начислите меньше баллов или назовите участников, которые заплатят.',
  },
  fields: {
    fund: field.exactMoney('What the promo fund holds.'),
    needed: field.exactMoney('What the points cost it: their reserve price and issue fee.'),
  },
  message: {
    en: 'The promo fund holds {fund}; the points cost {needed}. Award fewer, or name members who pay.',
    ru: 'В промофонде {fund}, а баллы стоят {needed}. Начислите меньше или назовите участников, которые заплатят.',
  },
  path: ['points'],
}) {}

/** SPENDING_LIMIT_REACHED: the customer spends too much, or too often. Never recorded: its key stays free. */
export class SpendingLimitReachedError extends refusal('SPENDING_LIMIT_REACHED', {
  meaning: {
    en: 'The customer has spent or held as much of late as the coalition allows.',
    ru: 'Покупатель за последнее время потратил столько, сколько разрешает коалиция.',
  },
  remedy: {
    en: 'Ask for at most `left`, or send the same command again at `retryAt`.',
    ru: 'Запросите не больше `left` или повторите ту же команду в `retryAt`.',
  },
  fields: {
    reached: field.choice(
      {
        POINTS_PER_HOUR: { en: 'points in an hour', ru: 'баллов за час' },
        POINTS_PER_DAY: { en: 'points in a day', ru: 'баллов за день' },
        SPENDINGS_PER_HOUR: { en: 'spendings in an hour', ru: 'списаний за час' },
      },
      'Which limit it is; of several the one that ends last.',
    ),
    left: field.points('Points that may be spent now.'),
    retryAt: field.instant(
      'When so many may be spent, by the coalition’s clock, if nothing else is; null: never so many at once.',
      {
        nullable: true,
        said: {
          none: { en: 'never so many at once', ru: 'столько сразу нельзя' },
          some: { en: 'the next at {it}', ru: 'следующее - {it}' },
        },
      },
    ),
  },
  message: {
    en: 'The customer is at the limit of {reached}: {left} points may be spent now, {retryAt}.',
    ru: 'Достигнут предел: {reached}. Сейчас можно списать {left}, {retryAt}.',
  },
  path: ['points'],
  retryable: true,
}) {}

/** NEW_DEVICE: the customer's token comes from a device that is not known for long enough. Never recorded: its key stays free. */
export class NewDeviceError extends refusal('NEW_DEVICE', {
  meaning: {
    en: 'The device is new to the customer, and spends no more points than the coalition lets one.',
    ru: 'Устройство для покупателя новое и тратит не больше баллов, чем разрешает коалиция.',
  },
  remedy: {
    en: 'Ask for at most `maxPoints`, send the same command again at `endsAt`, or have the customer pay at the till.',
    ru: 'Запросите не больше `maxPoints`, повторите ту же команду в `endsAt` или пусть покупатель платит на кассе.',
  },
  fields: {
    maxPoints: field.points('Points that may be spent from a new device now.'),
    endsAt: field.instant(
      'When the device is new no more, by the coalition’s clock; null: the page sends none to be known again by.',
      {
        nullable: true,
        said: {
          none: {
            en: 'while the page sends no device to be known by',
            ru: 'пока страница не называет устройства',
          },
          some: { en: 'until {it}', ru: 'до {it}' },
        },
      },
    ),
  },
  message: {
    en: 'This device is new: {endsAt}, {maxPoints} points at most may be spent from it.',
    ru: 'Это новое устройство: {endsAt} с него можно списать не больше {maxPoints} баллов.',
  },
  path: ['points'],
  retryable: true,
  customer: {
    en: 'Fewer points can be spent from a new device. Please choose again.',
    ru: 'С нового устройства можно списать меньше баллов. Выберите ещё раз.',
  },
}) {}

/** AWARD_LIMIT_REACHED: a member gives one customer too many promo points in a day. Never recorded: its key stays free. */
export class AwardLimitReachedError extends refusal('AWARD_LIMIT_REACHED', {
  meaning: {
    en: 'The member has given this customer as many promo points today as the coalition allows.',
    ru: 'Участник сегодня уже дал этому покупателю столько промобаллов, сколько разрешает коалиция.',
  },
  remedy: {
    en: 'Give at most `left`, or send the same command again at `retryAt`.',
    ru: 'Дайте не больше `left` или повторите ту же команду в `retryAt`.',
  },
  fields: {
    memberId: field.id('member', 'The member.'),
    left: field.points('Points that it may give this customer today.'),
    retryAt: field.instant('When the next day begins, by the coalition’s clock.'),
  },
  message: {
    en: 'The member may give this customer {left} promo points more today. The next day begins at {retryAt}.',
    ru: 'Сегодня участник может дать этому покупателю ещё {left} промобаллов. Следующий день начнётся {retryAt}.',
  },
  path: ['points'],
  retryable: true,
}) {}
