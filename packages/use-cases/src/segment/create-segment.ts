import { SegmentLimitReachedError } from '@artel/ledger'
import { coalitionNow, lockOwner, newId } from '@artel/store'
import type { Segment } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkText } from '../input/text.ts'
import { groupOwner } from '../rule/group-owner.ts'

/** So many segments one owner may have at once. */
const MAX_SEGMENTS = 200
const MAX_NAME_LENGTH = 80

export interface CreateSegmentInput {
  /** Rules say it, to customers too; it stays. */
  readonly name: { readonly en: string; readonly ru: string }
}

/**
 * Makes an empty segment: of the calling member, or of the coalition for an administrator. At most 200 of one owner are there at
 * once. Throws InvalidInputError, MemberNotActiveError, SegmentLimitReachedError.
 */
export async function createSegment(
  context: Context,
  { name }: CreateSegmentInput,
): Promise<{ readonly segment: Segment }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'createSegment' },
  })
  const owner = groupOwner(caller)
  const names = {
    nameEn: checkText(['name', 'en'], name.en, MAX_NAME_LENGTH),
    nameRu: checkText(['name', 'ru'], name.ru, MAX_NAME_LENGTH),
  }
  const createdAt = await coalitionNow(store, owner.coalitionId)
  const segment = await store.prisma.$transaction(async (transaction) => {
    await lockOwner(transaction, owner)
    const there = await transaction.segment.count({ where: { ...owner, deletedAt: null } })
    if (there >= MAX_SEGMENTS) throw new SegmentLimitReachedError({ limit: MAX_SEGMENTS })
    const made = await transaction.segment.create({
      data: { ...owner, id: newId(), ...names, createdAt, createdById: actorOf(caller) },
    })
    await recordAct(context, transaction, {
      ...{ act: 'segmentCreate', coalitionId: owner.coalitionId, memberId: owner.memberId },
      subject: { type: 'segment', id: made.id },
    })
    return made
  })
  return { segment }
}
