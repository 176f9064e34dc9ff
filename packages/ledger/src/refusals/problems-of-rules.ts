import type { Problems } from './problems.ts'

/** What can be wrong with a rule of a member, and with a pilot that tries one. */
export const RULE_PROBLEMS: Problems = {
  // Rules of members.
  'Must have 1 to {max} effects.': 'должно содержать от 1 до {max} наград',
  'Must have at most {max} parts.': 'должно содержать не больше {max} частей',
  'Must name one effect.': 'должно называть одну награду',
  'Must be left out or true.': 'не указывается или true',
  'Must stay in points, or in money. End the rule and draft another.':
    'остаётся в баллах или в деньгах: завершите правило и составьте другое',
  'Must be an amount of points or of money, not both.':
    'должно быть суммой баллов или денег, но не тем и другим',
  'Must be up to 40 lower-case Latin letters, digits and hyphens.':
    'должно состоять из строчных латинских букв, цифр и дефисов, не больше 40',
  'Must be 3 to 32 letters, digits and hyphens.': 'должно состоять из 3-32 букв, цифр и дефисов',
  'Can never hold together with a first purchase.': 'не бывает вместе с первой покупкой',
  'Must name 1 to {max}.': 'должно называть от 1 до {max}',
  'Must name the customer whose vouchers they are.': 'должно называть покупателя, чьи это купоны',
  'Must name at most {max} vouchers.': 'должно называть не больше {max} купонов',
  'Must name 1 to {max} members, each once.': 'должно называть от 1 до {max} участников, каждого один раз',
  'Must be more than that of the tier below.': 'должно быть больше, чем у уровня ниже',
  'Must name each once.': 'должно называть каждого один раз',
  'Must name a segment of the member or of the coalition.': 'должно называть список участника или коалиции',
  'Must name a tier of the member or of the coalition.': 'должно называть уровень участника или коалиции',
  'Rules out every line that the rule asks for.': 'исключает все строки, которых правило требует',
  'Must name a category or an article.': 'должно называть категорию или артикул',
  'Must name at most {max} categories and articles.': 'должно называть не больше {max} категорий и артикулов',
  'Must be a path of lower-case words such as service/oil.':
    'должно быть путём из строчных слов, например service/oil',
  'Must not be before the first day.': 'не должно быть раньше первого дня',
  'Must name each day of the week once.': 'должно называть каждый день недели один раз',
  'Must be later than the beginning: for a night, name both days.':
    'должно быть позже начала: для ночи назовите оба дня',
  'Must name a day of the week that lies between the first day and the last.':
    'должно называть день недели, который есть между первым днём и последним',
  'Must be a time of day such as 09:30, or 24:00 for its end.':
    'должно быть временем суток, например 09:30, или 24:00 для их конца',
  'Must not be base: a multiplier raises what that group gave.':
    'не должно быть base: множитель увеличивает то, что дала эта группа',
  'Must be left out: only EVENT has a name.': 'не указывается: имя есть только у EVENT',
  'Must be left out: there is no bill, only a purchase has one.':
    'не указывается: чека нет, он бывает только у покупки',
  'Must be a fixed number of points: there is no bill to take a part of.':
    'должно быть твёрдым числом баллов: чека, от которого считать, нет',
  'Must be ADD: rules compete on a bill alone.': 'должно быть ADD: правила соревнуются только в чеке',
  'Must be left out: a birthday lasts the whole day.': 'не указывается: день рождения длится весь день',
  'Must be left out: a birthday gives once a year, and enrolment once for ever.':
    'не указывается: за день рождения даётся раз в год, за вступление - один раз',
  'Must be left out: a customer is brought once.': 'не указывается: привести покупателя можно один раз',
  'Must be left out: only REFERRER and REFERRED wait for a purchase of a friend.':
    'не указывается: покупки друга ждут только REFERRER и REFERRED',
  'Must be left out: a birthday is at no member.': 'не указывается: день рождения не у участника',
  'Must stay what the rule gives for. End the rule and draft another.':
    'должно остаться тем, за что правило даёт: завершите это и составьте другое',
  'Must be from {min} to today.': 'должно быть от {min} до сегодняшнего дня',
  'Must not be before the member joined.': 'должно быть не раньше вступления участника',
  'Must not be before the customer joined.': 'должно быть не раньше вступления покупателя',
  'Must not be more than {days} days ago.': 'должно быть не раньше чем {days} дней назад',
  'Must be a rule on purchases: a dry run replays them.':
    'должно быть правилом за покупки: проба повторяет покупки',
  'Must be left out: the rule gives no points.': 'не указывается: правило не даёт баллов',
  'Must have 1 to {max} payers.': 'должно называть от 1 до {max} плательщиков',
  'Must name each payer once.': 'должно называть каждого плательщика один раз',
  'Must have shares that sum to {total}.': 'доли в сумме должны давать {total}',
  'Must name a member or the promo fund, not both.': 'должно называть участника или промофонд, но не обоих',
  'Must name each member once, or be left out.':
    'должно называть каждого участника один раз или не указываться',
  'Must be a member of the coalition.': 'должно быть участником коалиции',
  'Must be left out: a rule of a member is for its own sales.':
    'не указывается: правило участника действует только на его продажи',
  'Must be given: somebody else than the seller pays.': 'нужно: платит не только продавец',
  'Must be an amount of money: the rule takes money off.': 'должно быть суммой денег: правило даёт скидку',
  'Has {count} rules of yours to answer already: wait for its answer, or end some of them.':
    'у этого плательщика уже {count} ваших правил без ответа: дождитесь ответа или завершите часть из них',
  // Pilots.
  'Must be {day} or later: a pilot begins on a day that is still to come.':
    'должно быть {day} или позже: пилот начинается в день, который ещё не наступил',
  'Must be within {max} days.': 'должно укладываться в {max} дней',
  'Must be a pilot of yours, or of all members.': 'должен быть вашим пилотом или общим для всех участников',
  'Has begun: rules join before the first day.': 'уже начался: правила входят в него до первого дня',
  'Must stay until the pilot is over, or decided.':
    'остаётся, пока пилот не закончится или по нему не примут решение',
  'Must lie within the days of the pilot.': 'должно быть в пределах дней пилота',
  'Is tried in a pilot that has been decided: edit it without pilotId.':
    'проверяется в пилоте, по которому решение принято: измените правило, убрав pilotId',
  'Has been decided: plan another pilot, or leave it out.':
    'по нему уже решено: назначьте другой пилот или уберите это поле',
}
