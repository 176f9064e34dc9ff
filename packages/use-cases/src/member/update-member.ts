import { InvalidInputError } from '@artel/ledger'
import { coalitionNow, newId } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { type AuditDetails, changesOf } from '../audit/details.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkBrandColor, checkBrandLogoUrl, checkOrigins } from '../input/branding.ts'
import { checkId, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { checkLinkPages } from '../link/link-input.ts'
import { retryUniqueViolation } from '../posting/transaction-failure.ts'
import { forgetParticipation, loadAgreement, loadParticipation } from '../terms/agreement.ts'
import type { EarnRuleInput } from './admit-member.ts'
import { checkEarnRule } from './earn-rule-input.ts'

/** Fields left out stay as they are; null clears a colour or logo. */
export interface UpdateMemberInput {
  /** Administrators name the member; a member updates itself. */
  readonly memberId?: string | null
  readonly name?: string | null
  readonly earnRule?: EarnRuleInput | null
  readonly allowedOrigins?: readonly string[] | null
  /** https pages that links may lead to, and all below them; the first is where a link leads that names none. At most 20. */
  readonly linkPages?: readonly string[] | null
  readonly brandColor?: string | null
  readonly brandLogoUrl?: string | null
}

/**
 * Changes a member's name, branding or origins, or gives it a new version of its earn rule, which binds the sales
 * recorded from then on. A member changes itself, an administrator any member. Throws InvalidInputError, NotFoundError.
 */
export async function updateMember(
  context: Context,
  input: UpdateMemberInput,
): Promise<{ readonly member: Member }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'updateMember',
  })
  const named = memberInQuestion(principal, input.memberId)
  if (named === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member to change.' })
  const { coalitionId } = principal
  const memberId = checkId('member', named, ['memberId'])
  const { store } = context
  const { coalition } = await loadAgreement(store, coalitionId)
  const data = checkedChanges(input, { isTest: coalition.mode === 'TEST' })
  const rule = input.earnRule ? checkEarnRule(input.earnRule) : undefined
  const owner = { coalitionId, memberId }
  const createdAt = await coalitionNow(store, coalitionId)
  await retryUniqueViolation(async () => {
    forgetParticipation(store, owner)
    const { earnRuleRow, member: before } = await loadParticipation(store, owner)
    const version = earnRuleRow.version + 1
    await store.prisma.$transaction([
      store.prisma.member.update({ where: { coalitionId_id: { coalitionId, id: memberId } }, data }),
      ...(rule
        ? [store.prisma.earnRule.create({ data: { ...owner, id: newId(), version, ...rule, createdAt } })]
        : []),
      recordAct(context, store.prisma, {
        ...{ act: 'memberUpdate', ...owner, subject: { type: 'member', id: memberId } },
        details: {
          ...changesOfMember(before, { ...before, ...data }),
          ...(rule ? changesOf(earnRuleRow, { ...earnRuleRow, ...rule, version }, EARN_RULE_FIELDS) : {}),
        },
      }),
    ])
  })
  forgetParticipation(store, owner)
  const { member } = await loadParticipation(store, owner)
  return { member }
}

/** A name may be a person's, and the rest of an address a secret: that they changed is told, and the host alone. */
function changesOfMember(before: Member, after: Member): AuditDetails {
  const texts = (['name', 'brandLogoUrl'] as const).filter((field) => before[field] !== after[field])
  const [was, is] = [hostOf(before.brandLogoUrl), hostOf(after.brandLogoUrl)]
  return {
    ...changesOf(before, after, ['allowedOrigins', 'linkPages', 'brandColor']),
    ...(texts.length > 0 ? { changed: texts } : {}),
    ...(was === is ? {} : { brandLogoHost: { before: was, after: is } }),
  }
}

const hostOf = (url: string | null): string | null => (url === null ? null : (URL.parse(url)?.host ?? null))

const EARN_RULE_FIELDS = ['version', 'kind', 'percentBps', 'fixedPoints', 'minTotalMinor'] as const

function checkedChanges(input: UpdateMemberInput, coalition: { readonly isTest: boolean }) {
  const { name, allowedOrigins, linkPages, brandColor, brandLogoUrl } = input
  return {
    ...(name === undefined || name === null ? {} : { name: checkText(['name'], name, MAX_NAME_LENGTH) }),
    ...(allowedOrigins ? { allowedOrigins: checkOrigins(allowedOrigins) } : {}),
    ...(linkPages ? { linkPages: checkLinkPages(linkPages, coalition) } : {}),
    ...(brandColor === undefined ? {} : { brandColor: checkBrandColor(brandColor) }),
    ...(brandLogoUrl === undefined ? {} : { brandLogoUrl: checkBrandLogoUrl(brandLogoUrl) }),
  }
}
