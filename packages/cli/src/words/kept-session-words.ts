interface InBoth<Facts> {
  readonly en: (facts: Facts) => string
  readonly ru: (facts: Facts) => string
}

const LACKS: Readonly<Record<string, readonly [en: string, ru: string]>> = {
  SECOND_FACTOR: [
    'Your session lacks its second factor. Sign in again: artel login.',
    'Сеансу недостаёт второго фактора. Войдите снова: artel login.',
  ],
  ENROLMENT: [
    'A role of yours demands a second factor: enrol one first.',
    'Ваша роль требует второго фактора: сначала заведите его.',
  ],
  CLOSED: [
    'The member that you served has left the coalition.',
    'Участник, у которого вы работали, вышел из коалиции.',
  ],
}
const NO_ROLE = ['You have no role there any more.', 'У вас там больше нет роли.'] as const

/** What a command says of the session that `artel login` keeps, when it acts by it or cannot. */
export const KEPT_SESSION_WORDS: {
  readonly actsAs: (email: string) => string
  readonly operator: InBoth<void>
  readonly elsewhere: InBoth<readonly string[]>
  readonly over: InBoth<string>
  readonly noRole: InBoth<{ readonly email: string; readonly handle: string }>
  readonly noSuchPlace: InBoth<string>
  readonly severalPlaces: InBoth<readonly string[]>
  readonly lacks: InBoth<string>
} = {
  actsAs: (email) => `(${email})`,
  operator: { en: () => '(whoever holds the database)', ru: () => '(тот, у кого база)' },
  elsewhere: {
    en: (servers) =>
      `You are signed in at ${servers.join(', ')}, not at the server of these settings. Name it in ARTEL_PUBLIC_URL, give --key, or say ARTEL_AS_OPERATOR=1 to act as whoever holds the database.`,
    ru: (servers) =>
      `Вы вошли на ${servers.join(', ')}, а не на сервер из настроек. Назовите его в ARTEL_PUBLIC_URL, укажите --key или задайте ARTEL_AS_OPERATOR=1, чтобы действовать как тот, у кого база.`,
  },
  over: {
    en: (server) =>
      `Your session at ${server} is over, or is of another database. Sign in again (artel login), or forget it (artel logout) to act as whoever holds the database.`,
    ru: (server) =>
      `Сеанс на ${server} закончился или он от другой базы. Войдите снова (artel login) или забудьте его (artel logout), чтобы действовать как тот, у кого база.`,
  },
  noRole: {
    en: ({ email, handle }) =>
      `${email} has no role in ${handle}. Give --key, or sign out (artel logout) to act as whoever holds the database.`,
    ru: ({ email, handle }) =>
      `У ${email} нет роли в «${handle}». Укажите --key или выйдите (artel logout), чтобы действовать как тот, у кого база.`,
  },
  noSuchPlace: {
    en: (named) => `ARTEL_ACTING_FOR names no place of yours in this coalition: ${named}. See artel whoami.`,
    ru: (named) =>
      `ARTEL_ACTING_FOR не называет вашего места в этой коалиции: ${named}. Места показывает artel whoami.`,
  },
  severalPlaces: {
    en: (ids) => `You serve at several members here. Say which with ARTEL_ACTING_FOR: ${ids.join(', ')}.`,
    ru: (ids) =>
      `Вы работаете здесь у нескольких участников. Назовите одного в ARTEL_ACTING_FOR: ${ids.join(', ')}.`,
  },
  lacks: {
    en: (lack) => (LACKS[lack] ?? NO_ROLE)[0],
    ru: (lack) => (LACKS[lack] ?? NO_ROLE)[1],
  },
}
