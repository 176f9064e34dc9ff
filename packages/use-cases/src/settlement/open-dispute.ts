import { AlreadyExistsError, DisputeTooLateError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { addDispute, answersTo, coalitionNow, newId } from '@artel/store'
import type { Dispute, DisputeResolution } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkId, checkInteger, checkText } from '../input/text.ts'
import { ownStatement } from './accept-statement.ts'
import { announce } from './announce.ts'
import { settlementKey, settleOnce } from './settle.ts'

export interface OpenDisputeInput {
  readonly statementId: string
  /** The line: its entry, and the place of its leg among the transfers of the entry. */
  readonly entryId: string
  readonly position: number
  /** At most 1000 characters. */
  readonly reason: string
  /** Links and references that speak for it, at most 20 of 500 characters. */
  readonly evidence?: readonly string[] | null
  readonly idempotencyKey: string
}

export type DisputeWithOutcome = Dispute & { readonly resolution: DisputeResolution | null }

export interface OpenedDispute {
  readonly dispute: DisputeWithOutcome
  readonly replayed: boolean
}

const MAX_REASON_LENGTH = 1_000
const MAX_EVIDENCE = 20
const MAX_EVIDENCE_LENGTH = 500

/**
 * Disputes one line of the caller's statement. Until it is decided no plan asks for the line. Scope
 * `settlement:accept` of the member. Throws DisputeTooLateError once the statement is accepted or its days are over,
 * AlreadyExistsError for a line that is disputed, by either side of it, NotFoundError, InvalidInputError,
 * IdempotencyKeyMismatchError.
 */
export async function openDispute(context: Context, input: OpenDisputeInput): Promise<OpenedDispute> {
  const { coalitionId, memberId, keyId } = requireMember(
    context.principal,
    'settlement:accept',
    'openDispute',
  )
  const { store } = context
  const draft = checkedDispute(input)
  const statement = await ownStatement({ store, coalitionId, memberId }, input.statementId)
  const { windowNo, disputeDeadline } = statement
  const now = await coalitionNow(store, coalitionId)
  const key = settlementKey(memberId, 'disputeOpen', input)
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const answers = await answersTo(client, { coalitionId, statementId: statement.id })
    if (answers.length > 0 || disputeDeadline <= now) throw new DisputeTooLateError()
    const id = newId()
    const line = await addDispute(client, {
      ...{ coalitionId, id, statementId: statement.id, windowNo, memberId, ...draft },
      ...{ openedAt: now, openedById: keyId },
    })
    if (!line) throw new NotFoundError({ what: 'statementLine' }, { path: ['entryId'] })
    // Nothing is taken off an affiliate that it no longer has: an administrator takes the commission itself back.
    if (line.isOfAffiliate)
      throw new InvalidInputError({
        path: ['entryId'],
        problem: 'Must not be a commission of an affiliate: have an administrator take it back.',
      })
    if (line.disputeId !== id)
      throw new AlreadyExistsError({ what: 'dispute', existingId: line.disputeId }, { path: ['entryId'] })
    await announce(client, coalitionId, {
      kind: 'dispute.opened',
      subjectId: id,
      payload: { disputeId: id, memberId, windowNo, amountMicros: String(line.amount) },
    })
    await recordActIn(context, client, {
      ...{ act: 'disputeOpen', coalitionId, subject: { type: 'dispute', id } },
      details: { windowNo, amountMicros: line.amount },
    })
    return id
  })
  const dispute = await store.prisma.dispute.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
    include: { resolution: true },
  })
  return { dispute, replayed }
}

function checkedDispute(input: OpenDisputeInput) {
  const evidence = input.evidence ?? []
  if (evidence.length > MAX_EVIDENCE)
    throw new InvalidInputError({
      path: ['evidence'],
      problem: `Must have at most ${MAX_EVIDENCE} references.`,
    })
  return {
    entryId: checkId('statementLine', input.entryId, ['entryId']),
    position: checkInteger(['position'], input.position, { min: 0, max: 1_000_000 }),
    reason: checkText(['reason'], input.reason, MAX_REASON_LENGTH),
    evidence: evidence.map((text, index) =>
      checkText(['evidence', String(index)], text, MAX_EVIDENCE_LENGTH),
    ),
  }
}
