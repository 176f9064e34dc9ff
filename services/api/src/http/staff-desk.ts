import type { ApiConfig } from '../config.ts'
import type { Visit } from '../context.ts'
import { type AddressSource, clientAddress } from './client-address.ts'
import { describeDevice } from './describe-device.ts'
import type { Exchange } from './exchange.ts'
import { readHeader } from './read-header.ts'
import { makeStaffCookies, type StaffCookies } from './session-cookie.ts'

/** Where people come in: their cookies, and each of their requests. */
export interface StaffDesk {
  readonly cookies: StaffCookies
  visitOf(exchange: Exchange): Visit
}

/** Makes the desk of one deployment. */
export function makeStaffDesk(
  config: Pick<ApiConfig, 'publicUrl' | 'secretsKey'> & AddressSource,
): StaffDesk {
  const { publicUrl, secretsKey } = config
  const cookies = makeStaffCookies(publicUrl)
  return {
    cookies,
    visitOf: ({ request, response }) => ({
      door: () => ({
        secretsKey,
        publicUrl,
        device: describeDevice(readHeader(request, 'user-agent')),
        address: clientAddress(request, config),
        deviceProof: cookies.device.read(request),
      }),
      isByCookie: request.headers.authorization === undefined,
      keepCookie: (secret) => cookies.session.write(response, secret),
      customerCookie: {
        read: (coalitionId) => cookies.customerOf(coalitionId).read(request),
        keep: (coalitionId, secret) => cookies.customerOf(coalitionId).write(response, secret),
      },
      keepDeviceProof: (proof) => cookies.device.write(response, proof),
    }),
  }
}
