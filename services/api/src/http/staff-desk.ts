import type { ApiConfig } from '../config.ts'
import type { Visit } from '../context.ts'
import { type AddressSource, clientAddress } from './client-address.ts'
import { describeDevice } from './describe-device.ts'
import type { Exchange } from './exchange.ts'
import { readHeader } from './read-header.ts'
import { makeSessionCookie, type SessionCookie } from './session-cookie.ts'

/** Where people come in: the cookie of their sessions, and each of their requests. */
export interface StaffDesk {
  readonly cookie: SessionCookie
  visitOf(exchange: Exchange): Visit
}

/** Makes the desk of one deployment. */
export function makeStaffDesk(
  config: Pick<ApiConfig, 'publicUrl' | 'secretsKey'> & AddressSource,
): StaffDesk {
  const { publicUrl, secretsKey } = config
  const cookie = makeSessionCookie(publicUrl)
  return {
    cookie,
    visitOf: ({ request, response }) => ({
      door: () => ({
        secretsKey,
        publicUrl,
        device: describeDevice(readHeader(request, 'user-agent')),
        address: clientAddress(request, config),
      }),
      isByCookie: request.headers.authorization === undefined,
      keepCookie: (secret) => cookie.write(response, secret),
    }),
  }
}
