import type { Prisma } from '@artel/store/prisma'
import { PIN_ROLES } from '../session/session-principal.ts'

/** Somebody who may sign in at a till, as the till is shown them. */
export interface TillCashier {
  /** Raw UUID of the person. */
  readonly personId: string
  readonly name: string | null
}

/** Persons who have a role at a member that a PIN is for. */
export const servesAt = (place: {
  readonly coalitionId: string
  readonly memberId: string
}): Prisma.PersonWhereInput => ({
  grants: { some: { ...place, role: { in: [...PIN_ROLES] }, revokedAt: null, acceptedAt: { not: null } } },
})
