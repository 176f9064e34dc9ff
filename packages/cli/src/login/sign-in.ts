import { CodeNotValidError, createArtel } from '@artel/sdk'
import type { LoginWords } from '../words/login-words.ts'
import type { KeptSession } from './kept-sessions.ts'
import type { Prompter } from './prompter.ts'

/** So often a code may be mistyped. */
const CODE_TRIES = 3

/** How somebody signs in. */
export interface SignInOptions {
  /** Address of the server, without a trailing slash. */
  readonly server: string
  /** Asked for when left out. */
  readonly email: string | undefined
  /** By a link that goes out by mail, instead of by password. */
  readonly byLink: boolean
  readonly words: LoginWords
  readonly language: 'en' | 'ru'
}

/** The client of somebody signed in, or with null of nobody. */
export const clientOf = (server: string, token: string | null) =>
  createArtel({ url: `${server}/graphql`, apiKey: token, appInfo: { name: 'artel-cli' } })

/**
 * Signs somebody in: by password, or by a one-time link, then the second factor where there is one. A session whose second factor is
 * not given is ended again. Throws the refusals and errors of the SDK, and CliError when the input ends early.
 */
export async function signIn(prompter: Prompter, options: SignInOptions): Promise<KeptSession> {
  const { server, words } = options
  const email = options.email ?? (await prompter.ask(words.email))
  const { token, me } = await begin(prompter, { ...options, email })
  const begun = { email: me.person.email, token: token ?? '' }
  if (me.lacks !== 'SECOND_FACTOR') return begun
  try {
    return { ...begun, token: await confirmed(prompter, { server, token: begun.token, words }) }
  } catch (error) {
    // What went wrong is told, and not that a server that went away ends nothing either.
    await clientOf(server, begun.token)
      .sessions.end({})
      .catch(() => undefined)
    throw error
  }
}

async function begin(prompter: Prompter, options: SignInOptions & { readonly email: string }) {
  const { server, email, byLink, words, language } = options
  const { sessions } = clientOf(server, null)
  if (!byLink) {
    const password = await prompter.askSecret(words.password)
    return sessions.create({ email, password, transport: 'TOKEN' }).unwrap()
  }
  await sessions.requestLink({ email, language: language === 'ru' ? 'RU' : 'EN' }).unwrap()
  const link = await prompter.askSecret(words.link)
  // The whole link, or what stands behind its #.
  const linkSecret = link.trim().split('#').at(-1) ?? ''
  return sessions.create({ linkSecret, transport: 'TOKEN' }).unwrap()
}

interface Unconfirmed {
  readonly server: string
  readonly token: string
  readonly words: LoginWords
}

/** The token under which the session goes on once its second factor is given. */
async function confirmed(prompter: Prompter, { server, token, words }: Unconfirmed): Promise<string> {
  const { sessions } = clientOf(server, token)
  for (let left = CODE_TRIES; ; left -= 1)
    try {
      const code = await prompter.askSecret(words.code)
      return (await sessions.confirm({ code: code.trim() }).unwrap()).token ?? ''
    } catch (error) {
      if (!(error instanceof CodeNotValidError) || left <= 1) throw error
      process.stderr.write(`${words.wrongCode}\n`)
    }
}
