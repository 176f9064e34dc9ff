import { type ApiConfig, rateLimitsFrom } from '@artel/api/parts'
import { CliError } from '../cli-error.ts'

const MOST_PROXIES = 9

/**
 * How the environment says what callers may ask for and where their addresses stand: `ARTEL_RATE_LIMITS`,
 * `ARTEL_CLIENT_ADDRESS_HEADER` and `ARTEL_TRUSTED_PROXIES`. Throws CliError for what cannot be.
 */
export function limitSettings(env: NodeJS.ProcessEnv): Partial<ApiConfig> {
  const {
    ARTEL_RATE_LIMITS: limits,
    ARTEL_CLIENT_ADDRESS_HEADER: header,
    ARTEL_TRUSTED_PROXIES: proxies,
  } = env
  return {
    ...(limits ? { rateLimits: rateLimits(limits) } : {}),
    ...(header ? { clientAddressHeader: header } : {}),
    ...(proxies ? { trustedProxies: trustedProxies(proxies, header) } : {}),
  }
}

function rateLimits(text: string) {
  try {
    return rateLimitsFrom(text)
  } catch (error) {
    throw new CliError(`ARTEL_RATE_LIMITS: ${error instanceof Error ? error.message : String(error)}`, {
      ru: `ARTEL_RATE_LIMITS задаётся так: "customer=20000:100 anonymous=off"; сейчас "${text}".`,
    })
  }
}

function trustedProxies(text: string, header: string | undefined): number {
  const proxies = Number(text)
  if (!header)
    throw new CliError(
      'ARTEL_TRUSTED_PROXIES counts addresses in a header: name it with ARTEL_CLIENT_ADDRESS_HEADER.',
      {
        ru: 'ARTEL_TRUSTED_PROXIES считает адреса в заголовке: назовите его в ARTEL_CLIENT_ADDRESS_HEADER.',
      },
    )
  if (Number.isInteger(proxies) && proxies >= 1 && proxies <= MOST_PROXIES) return proxies
  throw new CliError(`ARTEL_TRUSTED_PROXIES must be a number from 1 to ${MOST_PROXIES}; it is "${text}".`, {
    ru: `ARTEL_TRUSTED_PROXIES должен быть числом от 1 до ${MOST_PROXIES}; сейчас "${text}".`,
  })
}
