import { AuthenticationError } from '@artel/sdk'
import { defineCommand } from '../command/define-command.ts'
import { inWords } from '../login/explain-sdk-error.ts'
import { forgetSession, keptSession } from '../login/kept-sessions.ts'
import { SERVER, serverAddress } from '../login/server-address.ts'
import { clientOf } from '../login/sign-in.ts'
import { LOGIN_WORDS } from '../words/login-words.ts'

/** `artel logout`: ends the session at a server, and forgets it whether or not the server answers. */
export const logout = defineCommand({
  meta: {
    name: 'logout',
    description: 'End the session that artel login began, and forget it here.',
    ru: 'Закончить сеанс, начатый командой artel login, и забыть его здесь.',
  },
  args: { server: SERVER },
  run: async ({ args, language }) => {
    const words = LOGIN_WORDS[language]
    const server = serverAddress(args.server, process.env)
    const kept = keptSession(process.env, server)
    if (!kept) {
      process.stderr.write(`${words.nobody(server)}\n`)
      return 1
    }
    try {
      await inWords(server, () => ended(server, kept.token))
    } catch (error) {
      // Whoever leaves this machine must not leave the secret on it because a server is away.
      forgetSession(process.env, server)
      process.stderr.write(`${words.forgotten(server)}\n`)
      throw error
    }
    forgetSession(process.env, server)
    process.stdout.write(`${words.signedOut(server)}\n`)
    return 0
  },
})

/** Ends the session; one that is over already is as good as ended. */
async function ended(server: string, token: string): Promise<void> {
  try {
    await clientOf(server, token).sessions.end({}).unwrap()
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error
  }
}
