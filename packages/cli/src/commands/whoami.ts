import type { Artel } from '@artel/sdk'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { inWords } from '../login/explain-sdk-error.ts'
import { keptSession } from '../login/kept-sessions.ts'
import { SERVER, serverAddress } from '../login/server-address.ts'
import { clientOf } from '../login/sign-in.ts'
import { plainText } from '../plain-text.ts'
import { textTable } from '../text-table.ts'
import { LOGIN_WORDS, type LoginWords } from '../words/login-words.ts'

/** `artel whoami`: who is signed in at a server, and where they serve. */
export const whoami = defineCommand({
  meta: {
    name: 'whoami',
    description: 'Show who is signed in at a server, and where they serve.',
    ru: 'Показать, кто вошёл на сервер и где работает.',
  },
  args: {
    server: SERVER,
    token: {
      type: 'boolean',
      description: 'Print the secret of the session alone, to send as "Authorization: Bearer".',
      ru: 'Напечатать только секрет сеанса - для "Authorization: Bearer".',
      default: false,
    },
    json: JSON_LINE,
  },
  run: async ({ args, language }) => {
    const words = LOGIN_WORDS[language]
    const server = serverAddress(args.server, process.env)
    const kept = keptSession(process.env, server)
    const me = kept && (await inWords(server, () => clientOf(server, kept.token).sessions.me()))
    if (!kept || !me) {
      process.stderr.write(`${words.nobody(server)}\n`)
      return 1
    }
    process.stdout.write(
      args.token ? `${kept.token}\n` : args.json ? `${JSON.stringify(me)}\n` : shown(me, server, words),
    )
    return 0
  },
})

type SignedIn = NonNullable<Awaited<ReturnType<Artel['sessions']['me']>>>

function shown({ person, places, lacks }: SignedIn, server: string, words: LoginWords): string {
  const who = person.name === null ? person.email : `${person.name} <${person.email}>`
  const lacking = lacks === null ? undefined : words.lacks[lacks]
  const rows = places.map(({ id, name, coalitionName, roles }) => [
    ...[plainText(name), plainText(coalitionName), roles.join(', '), id],
  ])
  return [
    `${words.signedIn(plainText(who), server)}\n`,
    ...(lacking === undefined ? [] : [`${lacking}\n`]),
    ...(rows.length === 0
      ? []
      : [
          textTable(
            words.columns.map((title) => ({ title, align: 'left' as const })),
            rows,
          ),
        ]),
  ].join('')
}
