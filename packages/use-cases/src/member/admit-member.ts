import type { Minor, Points } from '@artel/ledger'
import { AlreadyExistsError, CoalitionWindingDownError, NotFoundError } from '@artel/ledger'
import { coalitionNow, newId } from '@artel/store'
import type { EarnRule, Member, Terms } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import { makeApiSecret } from '../access/api-secret.ts'
import { requireAdmin } from '../access/authorise.ts'
import { memberScopesOf } from '../access/grantable-scopes.ts'
import type { Context } from '../access/principal.ts'
import { type Act, recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkBrandColor, checkBrandLogoUrl, checkOrigins } from '../input/branding.ts'
import { checkHandle, checkOneOf, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { loadAgreement, termsInForce } from '../terms/agreement.ts'
import { checkEarnRule } from './earn-rule-input.ts'

const MEMBER_KINDS = [
  'AUTO_SERVICE',
  'CAR_WASH',
  'PARTS_SHOP',
  'TYRE',
  'INSURANCE',
  'CLUB',
  'CAFE',
  'OTHER',
] as const
const MEMBER_SEGMENTS = ['SMALL', 'MEDIUM', 'LARGE'] as const

/** What kind of business a member is. */
export type MemberKind = (typeof MEMBER_KINDS)[number]
/** How big it is. */
export type MemberSegment = (typeof MEMBER_SEGMENTS)[number]

/** How a member's sales earn. PERCENT needs `percentBps`, FIXED needs `fixedPoints`. */
export interface EarnRuleInput {
  readonly kind: 'PERCENT' | 'FIXED'
  readonly percentBps?: number | null
  readonly fixedPoints?: Points | null
  /** Bills below this earn nothing, minor units. */
  readonly minTotalMinor?: Minor | null
}

export interface AdmitMemberInput {
  readonly handle: string
  readonly name: string
  readonly kind: MemberKind
  readonly segment: MemberSegment
  readonly earnRule: EarnRuleInput
  readonly allowedOrigins: readonly string[]
  readonly brandColor?: string | null
  readonly brandLogoUrl?: string | null
}

export interface AdmittedMember {
  readonly member: Member
  readonly earnRule: EarnRule
  /** The terms to accept before the member is active. */
  readonly terms: Terms
  /** The member's first secret key, with all scopes that its administrator can give; shown this once. */
  readonly apiKey: string
}

/**
 * Admits a member as INVITED, with its first API key. Administrators only.
 * Throws InvalidInputError, AlreadyExistsError when the handle is taken in the coalition, and CoalitionWindingDownError.
 */
export async function admitMember(context: Context, input: AdmitMemberInput): Promise<AdmittedMember> {
  const principal = requireAdmin(context.principal, 'members:write')
  const { coalitionId } = principal
  const { store } = context
  const columns = checkedMember(input)
  const rule = checkEarnRule(input.earnRule)
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const { windDownEndsAt } = agreement.coalition
  if (windDownEndsAt) throw new CoalitionWindingDownError({ endsAt: windDownEndsAt })
  const terms = termsInForce(agreement, now)
  if (!terms) throw new NotFoundError({ what: 'terms' })
  const memberId = newId()
  const secret = makeApiSecret('member', agreement.coalition)
  const scopes = memberScopesOf(principal)
  const keyId = newId()
  const { handle, kind, segment } = columns
  const admission: Act = {
    ...{ act: 'memberAdmit', coalitionId, memberId, subject: { type: 'member', id: memberId } },
    details: { handle, kind, segment, firstKey: encodePublicId('apiKey', keyId), scopes },
  }
  try {
    const [member, earnRule] = await store.prisma.$transaction([
      store.prisma.member.create({
        data: { coalitionId, id: memberId, ...columns, status: 'INVITED', createdAt: now },
      }),
      store.prisma.earnRule.create({
        data: { coalitionId, id: newId(), memberId, version: 1, ...rule, createdAt: now },
      }),
      store.prisma.apiKey.create({
        data: {
          coalitionId,
          id: keyId,
          memberId,
          name: 'First key',
          secretHash: secret.secretHash,
          lastFour: secret.lastFour,
          scopes,
          createdAt: now,
          madeByKeyId: makerKeyOf(principal),
        },
      }),
      store.prisma.outbox.create({
        data: outboxRow(coalitionId, now, {
          kind: 'member.admitted',
          subjectId: memberId,
          payload: { memberId },
        }),
      }),
      recordAct(context, store.prisma, admission),
    ])
    return { member, earnRule, terms: terms.row, apiKey: secret.secret }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const taken = await store.prisma.member.findUnique({
      where: { coalitionId_handle: { coalitionId, handle: columns.handle } },
    })
    throw new AlreadyExistsError({ what: 'member', existingId: taken?.id ?? null }, { path: ['handle'] })
  }
}

function checkedMember(input: AdmitMemberInput) {
  return {
    handle: checkHandle(['handle'], input.handle),
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    kind: checkOneOf(['kind'], input.kind, MEMBER_KINDS),
    segment: checkOneOf(['segment'], input.segment, MEMBER_SEGMENTS),
    brandColor: checkBrandColor(input.brandColor),
    brandLogoUrl: checkBrandLogoUrl(input.brandLogoUrl),
    allowedOrigins: checkOrigins(input.allowedOrigins),
  }
}
