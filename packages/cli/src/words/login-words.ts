/** What `artel login`, `logout` and `whoami` say. */
export interface LoginWords {
  readonly email: string
  readonly password: string
  readonly link: string
  readonly code: string
  readonly wrongCode: string
  readonly signedIn: (name: string, server: string) => string
  readonly signedOut: (server: string) => string
  /** Of a server that did not end the session. */
  readonly forgotten: (server: string) => string
  readonly nobody: (server: string) => string
  /** Where the person serves: name, coalition, roles, id. */
  readonly columns: readonly string[]
  /** What a session lacks before it may act. */
  readonly lacks: Readonly<Record<string, string>>
}

export const LOGIN_WORDS: Readonly<Record<'en' | 'ru', LoginWords>> = {
  en: {
    email: 'E-mail: ',
    password: 'Password (not shown): ',
    link: 'A link is on its way if somebody has this e-mail. Paste it (not shown): ',
    code: 'Code of the second factor (not shown): ',
    wrongCode: 'The code is wrong, or was used before.',
    signedIn: (name, server) => `Signed in at ${server} as ${name}.`,
    signedOut: (server) => `Signed out at ${server}.`,
    forgotten: (server) =>
      `The session is forgotten here. ${server} did not end it: it ends there when left alone for twelve hours, or with all others of yours (sessionEndAll).`,
    nobody: (server) => `Nobody is signed in at ${server}: artel login.`,
    columns: ['place', 'coalition', 'roles', 'id'],
    lacks: {
      ENROLMENT: 'A role of yours demands a second factor: enrol one first.',
      CLOSED: 'The member that you served has left the coalition.',
      NOTHING: 'You have no role any more.',
    },
  },
  ru: {
    email: 'Почта: ',
    password: 'Пароль (не показывается): ',
    link: 'Если такая почта у кого-то есть, ссылка отправлена. Вставьте её (не показывается): ',
    code: 'Код второго фактора (не показывается): ',
    wrongCode: 'Код неверен или уже использован.',
    signedIn: (name, server) => `Вы вошли на ${server} как ${name}.`,
    signedOut: (server) => `Вы вышли на ${server}.`,
    forgotten: (server) =>
      `Здесь сеанс забыт. ${server} его не закончил: там он закончится через двенадцать часов без дела или вместе с остальными вашими (sessionEndAll).`,
    nobody: (server) => `На ${server} никто не вошёл: artel login.`,
    columns: ['где', 'коалиция', 'роли', 'номер'],
    lacks: {
      ENROLMENT: 'Ваша роль требует второго фактора: сначала заведите его.',
      CLOSED: 'Участник, у которого вы работали, вышел из коалиции.',
      NOTHING: 'У вас больше нет роли.',
    },
  },
}
