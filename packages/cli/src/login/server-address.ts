import { UsageError } from '../cli-error.ts'
import { plainText } from '../plain-text.ts'

/** Which server a command speaks to; every command that speaks HTTP takes it. */
export const SERVER = {
  type: 'string',
  description: 'Address of the server. Default: ARTEL_PUBLIC_URL, else http://localhost:4000.',
  ru: 'Адрес сервера. Без него - ARTEL_PUBLIC_URL, иначе http://localhost:4000.',
} as const

const HERE = 'http://localhost:4000'

/**
 * The address by which sessions are kept, normalised, so that the same server is the same name however it is written. Secrets
 * go there: over http to this machine alone. Throws UsageError for any other address.
 */
export function serverAddress(named: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = named ?? (env.ARTEL_PUBLIC_URL || HERE)
  const option = named === undefined && env.ARTEL_PUBLIC_URL ? 'ARTEL_PUBLIC_URL' : '--server'
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url && [url.search, url.hash, url.username, url.password].every((part) => part === '')
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${option} must be an address such as https://api.example.com.`, {
      ru: `${option} - адрес вида https://api.example.com.`,
    })
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new UsageError(
      `${option} must be https: a password sent to ${plainText(url.host)} over http could be read on the way.`,
      {
        ru: `${option} должен быть https: пароль, посланный на ${plainText(url.host)} по http, можно прочитать в пути.`,
      },
    )
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/**
 * The server that the settings name, as sessions are kept for it. Undefined for one over http on another machine, where nobody can have
 * signed in. Throws UsageError for what is no address: it is not taken for a server without sessions.
 */
export function serverOfSettings(env: NodeJS.ProcessEnv): string | undefined {
  const given = env.ARTEL_PUBLIC_URL || HERE
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isOutOfReach = url?.protocol === 'http:' && !isThisMachine(url.hostname)
  return isOutOfReach ? undefined : serverAddress(undefined, env)
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
