import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { databaseNow, newId } from '@artel/store'
import type { Till } from '@artel/store/prisma'
import { actorOf, makerKeyOf } from '../access/actor.ts'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkInteger, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { hashSecret } from '../session/session-secret.ts'
import { makeTillSecret } from './till-secret.ts'

/** A session by PIN that nobody uses for so long is over, minutes. */
const IDLE_MINUTES = { usual: 15, min: 5, max: 240 } as const

export interface RegisterTillInput {
  /** Administrators name the member; a member registers its own. */
  readonly memberId?: string | null
  readonly name: string
  /** Where it stands. */
  readonly place?: string | null
  /** So long a cashier's session may be left alone, minutes: 5 to 240, 15 when left out. */
  readonly idleMinutes?: number | null
}

export interface RegisteredTill {
  readonly till: Till
  /** `tl_...`, for the device to keep; shown this once. */
  readonly secret: string
}

/**
 * Registers a till of a member. Its secret lists the cashiers and lets them sign in by PIN, and does nothing else.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function registerTill(context: Context, input: RegisterTillInput): Promise<RegisteredTill> {
  const { store, principal } = context
  const caller = requireMemberOrAdmin(principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'registerTill',
  })
  const { coalitionId } = caller
  const named = memberInQuestion(caller, input.memberId)
  if (named === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member.' })
  const id = checkId('member', named, ['memberId'])
  const name = checkText(['name'], input.name, MAX_NAME_LENGTH)
  const place = input.place ? checkText(['place'], input.place, MAX_NAME_LENGTH) : null
  const idleMinutes = checkInteger(['idleMinutes'], input.idleMinutes ?? IDLE_MINUTES.usual, IDLE_MINUTES)
  const member = await store.prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!member || member.status === 'CLOSED')
    throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  const secret = makeTillSecret(coalitionId)
  const data = {
    ...{ coalitionId, id: newId(), memberId: id, name, place, idleMinutes },
    ...{ secretHash: hashSecret(secret), lastFour: secret.slice(-4) },
    ...{ createdAt: await databaseNow(store.pool), createdById: actorOf(caller) },
    madeByKeyId: makerKeyOf(caller),
  }
  const [till] = await store.prisma.$transaction([
    store.prisma.till.create({ data }),
    recordAct(context, store.prisma, {
      ...{ act: 'tillRegister', coalitionId, memberId: id, subject: { type: 'till', id: data.id } },
      details: { idleMinutes },
    }),
  ])
  return { till, secret }
}
