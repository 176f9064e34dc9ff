interface WebhookWords {
  /** Id, state, events, address. */
  readonly endpoints: readonly string[]
  /** Id, event, when it happened, state, attempts, what the last attempt came to. */
  readonly deliveries: readonly string[]
  /** Instead of kinds, where an endpoint hears of all. */
  readonly everything: string
  /** States of endpoints and deliveries. */
  readonly states: Readonly<Record<string, string>>
  readonly secret: (secret: string) => string
  readonly none: string
}

/** What `artel webhook` says. */
export const WEBHOOK_WORDS: Readonly<Record<'en' | 'ru', WebhookWords>> = {
  en: {
    endpoints: ['id', 'state', 'events', 'address'],
    deliveries: ['id', 'event', 'happened', 'state', 'attempts', 'last answer'],
    everything: 'all',
    states: {
      ACTIVE: 'active',
      PAUSED: 'paused',
      PENDING: 'waiting',
      DELIVERED: 'delivered',
      FAILED: 'failed',
    },
    secret: (secret) => `Its messages are signed with ${secret}, which is shown this once.`,
    none: 'There is none yet.',
  },
  ru: {
    endpoints: ['номер', 'состояние', 'события', 'адрес'],
    deliveries: ['номер', 'событие', 'произошло', 'состояние', 'попыток', 'последний ответ'],
    everything: 'все',
    states: {
      ACTIVE: 'работает',
      PAUSED: 'на паузе',
      PENDING: 'ждёт',
      DELIVERED: 'доставлено',
      FAILED: 'не доставлено',
    },
    secret: (secret) => `Сообщения подписываются секретом ${secret}; он показан один раз.`,
    none: 'Пока ни одного.',
  },
}
