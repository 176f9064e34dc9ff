import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** WEBHOOK_ADDRESS_REFUSED: nothing is sent to such an address. */
export class WebhookAddressRefusedError extends refusal('WEBHOOK_ADDRESS_REFUSED', {
  meaning: {
    en: 'Nothing is sent to such an address: it is no public https address.',
    ru: 'На такой адрес ничего не отправляется: это не публичный адрес https.',
  },
  remedy: {
    en: '`reason` says why. Give an https address whose host is found by everybody and leads into no private network.',
    ru: 'Причина - в `reason`. Назовите адрес https, чей хост находят все и который не ведёт в частную сеть.',
  },
  fields: {
    reason: field.choice(
      {
        NOT_HTTPS: { en: 'it is not https', ru: 'это не https' },
        CREDENTIALS: { en: 'it has a user name or a password', ru: 'в нём имя или пароль' },
        PRIVATE: { en: 'it leads into a private network', ru: 'он ведёт в частную сеть' },
        UNKNOWN_HOST: { en: 'its host cannot be found', ru: 'его хост не найти' },
      },
      'Why.',
    ),
  },
  message: {
    en: 'Nothing is sent to this address: {reason}. Give an https address that everybody can reach.',
    ru: 'На этот адрес ничего не отправляется: {reason}. Назовите адрес https, доступный всем.',
  },
  path: ['url'],
}) {}

/** WEBHOOK_QUERY_REFUSED: the query is not valid, or asks for more than one event may carry. */
export class WebhookQueryRefusedError extends refusal('WEBHOOK_QUERY_REFUSED', {
  meaning: {
    en: 'The query of the endpoint is not valid against the schema, or is none that an event can be told by.',
    ru: 'Запрос для уведомлений не подходит к схеме или по нему нельзя рассказать о событии.',
  },
  remedy: {
    en: '`problems` says what is wrong. Give one query whose only variable is `$subjectId: ID!`.',
    ru: 'Что не так, сказано в `problems`. Пришлите один запрос, у которого единственная переменная - `$subjectId: ID!`.',
  },
  fields: { problems: field.problems('What is wrong with it.') },
  message: {
    en: 'The query is refused: {problems} Correct it and save it again.',
    ru: 'Запрос не принят: {problems} Исправьте его и сохраните снова.',
  },
  path: ['query'],
}) {}

/** WEBHOOK_ENDPOINT_LIMIT: one owner has as many endpoints as it may have. */
export class WebhookEndpointLimitError extends refusal('WEBHOOK_ENDPOINT_LIMIT', {
  meaning: {
    en: 'There are as many endpoints as one owner may have.',
    ru: 'Адресов уже столько, сколько можно завести.',
  },
  remedy: {
    en: 'Delete one that is not needed, or have one endpoint take more kinds of events.',
    ru: 'Удалите ненужный или пусть один адрес принимает больше видов событий.',
  },
  fields: { limit: field.count('Most endpoints of one owner.') },
  message: {
    en: 'There are {limit} endpoints already, which is the most. Delete one, or have one take more kinds of events.',
    ru: 'Адресов уже {limit}, больше нельзя. Удалите один или пусть один принимает больше видов событий.',
  },
}) {}

/** WEBHOOK_PAUSED: nothing is sent to an endpoint that is paused. */
export class WebhookPausedError extends refusal('WEBHOOK_PAUSED', {
  meaning: { en: 'The endpoint is paused.', ru: 'Отправка на этот адрес приостановлена.' },
  remedy: {
    en: 'Resume it first: what waits is sent then.',
    ru: 'Сначала возобновите её: всё, что ждёт, тогда уйдёт.',
  },
  message: {
    en: 'This endpoint is paused, so nothing is sent to it. Resume it first; what waits is sent then.',
    ru: 'Отправка на этот адрес приостановлена. Сначала возобновите её: всё, что ждёт, тогда уйдёт.',
  },
}) {}
