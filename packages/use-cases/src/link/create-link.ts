import { randomInt } from 'node:crypto'
import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { FREE_SYMBOLS, foldLinkCode, makeLinkCode } from '@artel/rules'
import { coalitionNow, newId, type Store } from '@artel/store'
import type { Link } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkInteger, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { isFreeForLink } from './free-code.ts'
import { checkLinkCode, checkTarget, checkUtm, type UtmInput } from './link-input.ts'

export interface CreateLinkInput {
  /** Whose customers it brings; the caller's member when left out. Raw UUID. */
  readonly memberId?: string | null
  /** The member that brings them; the caller's, and for an administrator that of `memberId`, when left out. Raw UUID. */
  readonly sourceMemberId?: string | null
  /** The affiliate that brings them, in place of a member. Raw UUID. */
  readonly sourceAffiliateId?: string | null
  readonly name: string
  /** 4 to 32 letters and digits; one is made when left out. */
  readonly code?: string | null
  /** On a page that the member allows; the first of those when left out. */
  readonly targetUrl?: string | null
  readonly utm?: UtmInput | null
  /** Local days that a binding by it counts: 1 to 365, by a source alone to the coalition's; that when left out. */
  readonly windowDays?: number | null
}

/** Made codes that were all taken: chance does not do that. */
const MAX_TRIES = 5

/**
 * Makes a link with a code, by which a member or a partner of it brings customers. A member makes links to itself, and such that
 * it is the source of; an administrator any. Throws InvalidInputError, also for a page that the member does not allow and for a
 * code that is taken or looks like one, NotFoundError, MemberNotActiveError.
 */
export async function createLink(context: Context, input: CreateLinkInput): Promise<{ readonly link: Link }> {
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'promotions:write', admin: 'promotions:write', verb: 'createLink' },
  })
  const { store } = context
  const { coalitionId } = caller
  const ends = endsOf(input, caller.kind === 'member' ? caller.memberId : undefined)
  const target = await memberOf(context, { coalitionId, id: ends.memberId, field: 'memberId' })
  await findSource(context, coalitionId, ends)
  const typed = checkLinkCode(input.code)
  const utm = checkUtm(input.utm)
  const data = {
    ...{ coalitionId, memberId: target.id, sourceKind: ends.sourceKind, sourceId: ends.sourceId },
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    targetUrl: checkTarget(input.targetUrl, target.linkPages),
    utm: Object.keys(utm).length > 0 ? JSON.stringify(utm) : null,
    windowDays:
      input.windowDays == null
        ? null
        : checkInteger(['windowDays'], input.windowDays, {
            min: 1,
            max: await longestWindow(caller, ends, store),
          }),
    ...{ status: 'ACTIVE', archivedAt: null, createdAt: await coalitionNow(store, coalitionId) },
    createdById: caller.personId ?? caller.keyId,
  }
  for (let attempt = 1; ; attempt += 1) {
    const code = typed ?? makeLinkCode(Array.from({ length: FREE_SYMBOLS }, () => randomInt(32)))
    const isMade = typed === null
    const link = { ...data, id: newId(), code, foldedCode: foldLinkCode(code), isMade }
    const written = await writeLink(context, link)
    if (written) return { link: written }
    if (typed !== null)
      throw new InvalidInputError({
        path: ['code'],
        problem: 'Is taken, or looks or is typed like one that is. Choose another.',
      })
    if (attempt === MAX_TRIES) throw new Error('Every code that was made is taken')
  }
}

/** Most days of a window: a source that makes a link to another member does not outlast what the coalition agreed on. */
async function longestWindow(
  caller: AdminPrincipal | MemberPrincipal,
  { memberId }: Ends,
  store: Store,
): Promise<number> {
  if (caller.kind === 'admin' || caller.memberId === memberId) return 365
  return (await loadAgreement(store, caller.coalitionId)).coalition.bindingDays
}

/** The link; undefined when its code is taken. */
async function writeLink(context: Context, data: Link): Promise<Link | undefined> {
  const { coalitionId, memberId, id, sourceId, code } = data
  try {
    return await context.store.prisma.$transaction(async (transaction) => {
      if (!(await isFreeForLink(transaction, { coalitionId, code }))) return undefined
      const link = await transaction.link.create({ data })
      await recordAct(context, transaction, {
        ...{ act: 'linkCreate', coalitionId, memberId, subject: { type: 'link', id } },
        details: { source: sourceId, code },
      })
      return link
    })
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

interface Ends {
  readonly memberId: string
  readonly sourceKind: 'MEMBER' | 'AFFILIATE'
  readonly sourceId: string
}

/** Whom a link brings customers to, and who brings them. Throws InvalidInputError, NotFoundError. */
function endsOf(input: CreateLinkInput, ownId: string | undefined): Ends {
  const { memberId: named, sourceMemberId, sourceAffiliateId } = input
  const target = named ?? ownId
  if (target === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member.' })
  const memberId = checkId('member', target, ['memberId'])
  if (sourceAffiliateId != null && sourceMemberId != null)
    throw new InvalidInputError({
      path: ['sourceAffiliateId'],
      problem: 'Must be left out when a member is the source.',
    })
  const source: Pick<Ends, 'sourceKind' | 'sourceId'> =
    sourceAffiliateId == null
      ? {
          sourceKind: 'MEMBER',
          sourceId: checkId('member', sourceMemberId ?? ownId ?? memberId, ['sourceMemberId']),
        }
      : {
          sourceKind: 'AFFILIATE',
          sourceId: checkId('affiliate', sourceAffiliateId, ['sourceAffiliateId']),
        }
  // Neither to itself nor by itself: no affair of the caller's.
  if (ownId !== undefined && memberId !== ownId && source.sourceId !== ownId)
    throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return { memberId, ...source }
}

/** Throws NotFoundError unless there is such a source, an affiliate an active one. */
async function findSource(
  context: Context,
  coalitionId: string,
  { memberId, sourceKind, sourceId: id }: Ends,
): Promise<void> {
  if (sourceKind === 'AFFILIATE') {
    const where = { coalitionId, id, status: 'ACTIVE' }
    if ((await context.store.prisma.affiliate.count({ where })) === 0)
      throw new NotFoundError({ what: 'affiliate' }, { path: ['sourceAffiliateId'] })
  } else if (id !== memberId) await memberOf(context, { coalitionId, id, field: 'sourceMemberId' })
}

async function memberOf(
  { store }: Context,
  { coalitionId, id, field }: { readonly coalitionId: string; readonly id: string; readonly field: string },
) {
  const found = await store.prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!found || found.status === 'CLOSED') throw new NotFoundError({ what: 'member' }, { path: [field] })
  return found
}
