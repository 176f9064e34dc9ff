import type { Store } from '@artel/store'
import { type MemberPrincipal, readMemberStatus } from '@artel/use-cases'
import { requestError } from '../errors/request-error.ts'

/**
 * The member that a key acts for, as it stands now, whatever is cached of the credentials. Throws
 * UNAUTHENTICATED for a CLOSED one.
 */
export async function memberAsItStands(
  store: Store,
  acting: Omit<MemberPrincipal, 'status'>,
): Promise<MemberPrincipal> {
  const status = await readMemberStatus(store, acting)
  if (status === 'CLOSED') throw memberClosed()
  return { ...acting, status }
}

/** UNAUTHENTICATED: what was given out for the member ended with it. */
export function memberClosed() {
  return requestError(
    'UNAUTHENTICATED',
    "This key's member has left the coalition, and its keys ended with it. Ask the coalition for a link to a statement.",
  )
}
