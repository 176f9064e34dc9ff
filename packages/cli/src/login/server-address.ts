import { UsageError } from '../cli-error.ts'
import { plainText } from '../plain-text.ts'

/** Which server a command speaks to; every command that speaks HTTP takes it. */
export const SERVER = {
  type: 'string',
  description: 'Address of the server. Default: ARTEL_PUBLIC_URL, else http://localhost:4000.',
  ru: 'Адрес сервера. Без него - ARTEL_PUBLIC_URL, иначе http://localhost:4000.',
} as const

/**
 * The address by which sessions are kept, normalised, so that the same server is the same name however it is written. Secrets
 * go there: over http to this machine alone. Throws UsageError for any other address.
 */
export function serverAddress(named: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = named ?? env.ARTEL_PUBLIC_URL ?? 'http://localhost:4000'
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url && [url.search, url.hash, url.username, url.password].every((part) => part === '')
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--server must be an address such as https://api.example.com.`, {
      ru: '--server - адрес вида https://api.example.com.',
    })
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new UsageError(
      `--server must be https: a password sent to ${plainText(url.host)} over http could be read on the way.`,
      {
        ru: `--server должен быть https: пароль, посланный на ${plainText(url.host)} по http, можно прочитать в пути.`,
      },
    )
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
