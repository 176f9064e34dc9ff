import { defineCommand } from '../command/define-command.ts'
import { inWords } from '../login/explain-sdk-error.ts'
import { keepSession, keptSession } from '../login/kept-sessions.ts'
import { openPrompter } from '../login/prompter.ts'
import { SERVER, serverAddress } from '../login/server-address.ts'
import { clientOf, signIn } from '../login/sign-in.ts'
import { LOGIN_WORDS } from '../words/login-words.ts'

/** `artel login`: signs a person in at a running server, and keeps the session for the commands that speak to it. */
export const login = defineCommand({
  meta: {
    name: 'login',
    description: 'Sign in at a running server by e-mail and password, or by a link, and keep the session.',
    ru: 'Войти на работающий сервер по почте и паролю или по ссылке и запомнить сеанс.',
  },
  args: {
    server: SERVER,
    email: {
      type: 'string',
      description: 'Your e-mail; asked for if left out.',
      ru: 'Ваша почта; без неё спросит.',
    },
    link: {
      type: 'boolean',
      description: 'Have a one-time link sent instead of giving the password.',
      ru: 'Получить одноразовую ссылку вместо пароля.',
      default: false,
    },
  },
  run: async ({ args, language }) => {
    const words = LOGIN_WORDS[language]
    const server = serverAddress(args.server, process.env)
    const prompter = openPrompter()
    try {
      const before = keptSession(process.env, server)
      const session = await inWords(server, () =>
        signIn(prompter, { server, email: args.email, byLink: args.link, words, language }),
      )
      keepSession(process.env, server, session)
      // Nobody would ever end it otherwise. One that is over already is refused, and that is as good.
      if (before)
        await clientOf(server, before.token)
          .sessions.end({})
          .catch(() => undefined)
      process.stdout.write(`${words.signedIn(session.email, server)}\n`)
      return 0
    } finally {
      prompter.close()
    }
  },
})
