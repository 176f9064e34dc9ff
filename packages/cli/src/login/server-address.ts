import { UsageError } from '../cli-error.ts'
import { plainText } from '../plain-text.ts'

/** Which server a command speaks to; every command that speaks HTTP takes it. */
export const SERVER = {
  type: 'string',
  description: 'Address of the server. Default: ARTEL_PUBLIC_URL, else http://localhost:4000.',
  ru: 'Адрес сервера. Без него - ARTEL_PUBLIC_URL, иначе http://localhost:4000.',
} as const

/** The address without a trailing slash, as sessions are kept under. Throws UsageError for anything but http and https. */
export function serverAddress(named: string | undefined, env: NodeJS.ProcessEnv): string {
  const address = (named ?? env.ARTEL_PUBLIC_URL ?? 'http://localhost:4000').replace(/\/+$/, '')
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address
  throw new UsageError(`--server must be an address; it is "${plainText(address)}".`, {
    ru: `--server должен быть адресом; указано «${plainText(address)}».`,
  })
}
