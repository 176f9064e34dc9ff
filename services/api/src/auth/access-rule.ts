import type { MemberVerb, Principal } from '@artel/use-cases'

/** false = never; true = always; a list = with any one of these scopes. */
export type Grant = boolean | readonly string[]

/** Who may call one root field. Which rows a caller then sees is decided by `visibleTo`. */
export interface AccessRule extends Readonly<Record<Principal['kind'], Grant>> {
  /** The read that a query is, where a member's status decides too. A mutation's verb refuses by itself. */
  readonly read?: MemberVerb
  /** Only for who is signed in: a key of the same kind is refused. */
  readonly inPerson?: true
  /** Also for a session that has not given the second factor: its verb looks at that itself. */
  readonly beforeFactor?: true
}

export const EVERYBODY: AccessRule = {
  ...{ operator: true, admin: true, member: true },
  ...{ person: true, till: false, customer: true, anonymous: true },
}
export const NOBODY: AccessRule = {
  ...{ operator: false, admin: false, member: false },
  ...{ person: false, till: false, customer: false, anonymous: false },
}
export const SIGNED_IN: AccessRule = { ...NOBODY, admin: true, member: true, person: true, inPerson: true }
export const BEFORE_FACTOR: AccessRule = { ...SIGNED_IN, beforeFactor: true }
export const ADMIN_OF_MEMBERS: AccessRule = { ...NOBODY, admin: ['members:write'] }
export const STAFF: AccessRule = { ...ADMIN_OF_MEMBERS, member: ['member:write'] }
export const memberOrAdminWith = (scope: string): AccessRule => ({
  ...NOBODY,
  member: [scope],
  admin: [scope],
})
export const memberWith = (...scopes: string[]): AccessRule => ({ ...NOBODY, member: scopes })

/** A registered device before anybody has signed in there: these and nothing else. */
export const TILL: AccessRule = { ...NOBODY, till: true }

export const ENDPOINT_OWNERS: AccessRule = { ...NOBODY, admin: ['coalition:write'], member: ['member:write'] }

/** Administrators with one of these scopes. */
export const adminWith = (...scopes: string[]): AccessRule => ({ ...NOBODY, admin: scopes })

/** Who reads sales. */
export const SALES_READERS: AccessRule = {
  ...NOBODY,
  read: 'readPurchases',
  admin: ['coalition:read'],
  member: ['purchases:write', 'reports:read'],
}
