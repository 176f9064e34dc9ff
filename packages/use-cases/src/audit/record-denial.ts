import { createHmac } from 'node:crypto'
import { addAuditEventBy, DEPLOYMENT_LOG, newId, type Store } from '@artel/store'
import type { Origin, Principal } from '../access/principal.ts'
import { detailsText } from './details.ts'
import { whoActs } from './record-act.ts'
import { type LogPlace, logsOfPerson } from './record-person-act.ts'

/** What somebody was refused, as often as it was the same. */
export interface Denial {
  readonly principal: Principal
  readonly from: Origin
  /** The field of the root that was asked for; a route; `credentials` and `lookUps` for what comes before one; `others`. */
  readonly act: string
  /** DENIED: they may not ask for it at all. REFUSED: it was looked at, and the answer was no. */
  readonly outcome: 'REFUSED' | 'DENIED'
  readonly code: string
  /** The e-mail that a sign-in was tried with: only a keyed hash of it is kept, and whose account it is. */
  readonly email?: string | null
  /** The log that tells it, raw UUID, where the caller does not say which: of many callers who are counted as one. */
  readonly log?: string
  readonly times: number
}

const MAX_EMAIL_LENGTH = 320
/** Digits of an e-mail's hash: enough to see that the same one was tried again. */
const HASH_DIGITS = 16

/**
 * Writes a denial into the log of the caller's coalition; of a person without a place into that of each coalition they have a
 * role in, all or none; of anybody else into the deployment's. After the answer, in a transaction of its own: nothing was done
 * that it could be part of. Answers with how many events that were.
 */
export async function recordDenial(
  { prisma }: Store,
  secretsKey: Uint8Array,
  denial: Denial,
): Promise<number> {
  const email = denial.email?.normalize('NFC').trim().toLowerCase()
  const personId = await personOf(prisma, denial.principal, email)
  const emailHash = email
    ? createHmac('sha256', secretsKey).update(`audit ${email}`).digest('hex').slice(0, HASH_DIGITS)
    : undefined
  const { act, outcome, code, times } = denial
  const places = await placesOf(prisma, denial, personId)
  await prisma.$transaction(
    places.map((place) =>
      addAuditEventBy(prisma, {
        ...{ id: newId(), ...place, ...whoActs(denial), act, outcome, code, times },
        subject: personId === null ? null : { type: 'person', id: personId },
        details: detailsText({ emailHash }),
      }),
    ),
  )
  return places.length
}

/** The person whose account it is about, where it is about one. */
async function personOf(
  prisma: Store['prisma'],
  principal: Principal,
  email: string | undefined,
): Promise<string | null> {
  if (principal.kind === 'person') return principal.personId
  // PostgreSQL has no text with a NUL or half a character, so nobody has such an e-mail.
  if (!email || email.length > MAX_EMAIL_LENGTH || email.includes('\u0000') || /\p{Surrogate}/u.test(email))
    return null
  const found = await prisma.person.findUnique({ where: { email }, select: { id: true } })
  return found?.id ?? null
}

async function placesOf(
  prisma: Store['prisma'],
  { principal, log }: Pick<Denial, 'principal' | 'log'>,
  personId: string | null,
): Promise<readonly LogPlace[]> {
  if (log !== undefined) return [{ coalitionId: log, memberId: null }]
  if ('coalitionId' in principal) {
    const { coalitionId } = principal
    return [{ coalitionId, memberId: principal.kind === 'admin' ? null : principal.memberId }]
  }
  return personId === null
    ? [{ coalitionId: DEPLOYMENT_LOG, memberId: null }]
    : logsOfPerson(prisma, personId)
}
