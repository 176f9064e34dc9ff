import type { Context, TillPrincipal } from '../access/principal.ts'
import type { AcceptedInvitation } from '../staff/accept-invitation.ts'
import { createTillSession } from '../till/create-till-session.ts'
import { registerTill } from '../till/register-till.ts'
import { setPin } from '../till/set-pin.ts'
import type { BuiltCoalition } from './a-coalition.ts'
import { aDoor, aPerson, signedIn } from './people.ts'

/** A till as its device calls. */
export type TillContext = Context & { readonly principal: TillPrincipal }

/** The PIN of cashiers in tests. */
export const PIN = '4071'

/** A till of a member. */
export async function aTill(town: BuiltCoalition, handle = 'wash'): Promise<TillContext> {
  const { till } = await registerTill(town.member(handle).context, { name: 'Bay 1' })
  const { coalitionId, memberId, id: tillId } = till
  return { store: town.store, principal: { kind: 'till', coalitionId, memberId, tillId } }
}

let people = 0

/** Somebody with a role at a member, who came by a link. */
export async function staffAt(
  town: BuiltCoalition,
  handle = 'wash',
  role: 'CASHIER' | 'MEMBER_MANAGER' = 'CASHIER',
): Promise<AcceptedInvitation & { readonly personId: string }> {
  people += 1
  const person = await aPerson(town.member(handle).context, { email: `person${people}@example.com`, role })
  return { ...person, personId: person.session.personId }
}

/** The same with a PIN, which the person set while signed in by e-mail. */
export async function aCashier(...who: Parameters<typeof staffAt>): ReturnType<typeof staffAt> {
  const person = await staffAt(...who)
  await setPin(await signedIn({ store: who[0].store }, person.secret), { pin: PIN, door: aDoor() })
  return person
}

/** Signs somebody in at a till. */
export const signInAt = (till: Context, personId: string, pin = PIN) =>
  createTillSession(till, { personId, pin, door: aDoor() })
