import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { CliError } from '../cli-error.ts'
import { LOGIN_WORDS } from '../words/login-words.ts'
import { signIn } from './sign-in.ts'

test('who has no second factor to give is told so, even when the server has gone away meanwhile', async () => {
  const me = { person: { email: 'olga@example.com' }, lacks: 'SECOND_FACTOR', places: [] }
  const sessionCreate = { __typename: 'SessionPayload', token: 'ss_x', me }
  const server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { sessionCreate } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const signing = signIn(
    {
      ask: async () => 'olga@example.com',
      askSecret: async (question) => {
        if (question !== LOGIN_WORDS.en.code) return 'a password'
        server.close()
        server.closeAllConnections()
        throw new CliError('The input ended before the answer.', { ru: '' })
      },
      close: () => undefined,
    },
    {
      ...{ server: `http://127.0.0.1:${port}`, email: undefined, byLink: false },
      ...{ words: LOGIN_WORDS.en, language: 'en' },
    },
  )
  await expect(signing).rejects.toThrow('The input ended')
})
