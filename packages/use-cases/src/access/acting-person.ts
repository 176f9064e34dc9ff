import type { ActingPerson } from '@artel/store'
import type { Principal } from './principal.ts'

/** Who is signed in, as it is written beside a sale, and at which till. A key acts for a person, and is none: undefined. */
export function actingPerson(principal: Principal): ActingPerson | undefined {
  if (principal.kind !== 'member' || principal.sessionId === undefined || !principal.personId)
    return undefined
  return { personId: principal.personId, tillId: principal.tillId ?? null }
}

/** The same as an event has it; nothing where nobody is signed in. */
export const actingFacts = (by: ActingPerson | undefined) =>
  by === undefined
    ? undefined
    : by.tillId === null
      ? { personId: by.personId }
      : { personId: by.personId, tillId: by.tillId }
