import { actorOf } from '../access/actor.ts'
import { requireCustomer, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Principal } from '../access/principal.ts'
import type { ConsentRecorder } from '../customer/given-consents.ts'
import type { CustomerReach } from '../customer/look-up-customer.ts'

/** Who writes a consent down, and where it looks for the customer. */
export interface Recording {
  readonly recorder: ConsentRecorder
  readonly reach: CustomerReach
  /** The one customer that a token speaks for; null for members and administrators. */
  readonly onlyCustomerId: string | null
}

/** A member or an administrator that may write consents down; or a PermissionError, or MemberNotActiveError. */
export function recordingBy(principal: Principal, verb: 'recordConsent' | 'withdrawConsent'): Recording {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'customers:write', admin: 'customers:write' },
    verb,
  })
  const { coalitionId } = caller
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const recordedBy = caller.kind === 'member' ? 'MEMBER' : 'COALITION'
  return {
    recorder: { coalitionId, memberId, recordedBy, recordedById: actorOf(caller) },
    reach: { coalitionId, memberId },
    onlyCustomerId: null,
  }
}

/** As `recordingBy`, and the customer with a token, for itself alone. */
export function withdrawalBy(principal: Principal): Recording {
  if (principal.kind !== 'customer') return recordingBy(principal, 'withdrawConsent')
  const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:write')
  return {
    recorder: { coalitionId, memberId, recordedBy: 'CUSTOMER', recordedById: customerId },
    reach: { coalitionId, memberId },
    onlyCustomerId: customerId,
  }
}
