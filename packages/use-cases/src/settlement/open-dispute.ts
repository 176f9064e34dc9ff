import { AlreadyExistsError, DisputeTooLateError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, newId } from '@artel/store'
import type { Dispute, DisputeResolution } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
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
  const { coalitionId, memberId, keyId } = requireMember(context.principal, 'settlement:accept')
  const { store } = context
  const draft = checkedDispute(input)
  const statement = await ownStatement({ store, coalitionId, memberId }, input.statementId)
  const { windowNo, disputeDeadline } = statement
  const now = await coalitionNow(store, coalitionId)
  const key = settlementKey(memberId, 'disputeOpen', input)
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const { rows: answers } = await client.query<{ kind: string }>(
      'select kind from statement_response where coalition_id = $1 and statement_id = $2',
      [coalitionId, statement.id],
    )
    if (answers.length > 0 || disputeDeadline <= now) throw new DisputeTooLateError()
    const id = newId()
    const { rows } = await client.query<{ dispute_id: string; amount: string | null }>(
      `with line as (
          select case when t.debit_kind = 'CLEARING' and t.debit_owner_id = $4 then t.amount else -t.amount end as amount
          from transfer t
          join batch b on b.coalition_id = $1 and b.batch_no = t.batch_no and b.window_no = $5
          where t.coalition_id = $1 and t.entry_id = $2 and t.position = $3
            and (t.debit_kind = 'CLEARING' and t.debit_owner_id = $4
              or t.credit_kind = 'CLEARING' and t.credit_owner_id = $4)),
        known as (select dispute_id from dispute where coalition_id = $1 and entry_id = $2 and position = $3),
        made as (insert into dispute (coalition_id, dispute_id, statement_id, window_no, member_id, entry_id, position,
            amount, reason, evidence, opened_at, opened_by_id)
          select $1, $6, $7, $5, $4, $2, $3, line.amount, $8, $9, $10, $11
          from line where not exists (select from known)
          returning dispute_id)
        select coalesce((select dispute_id from made), (select dispute_id from known)) as dispute_id,
          (select amount from line)::text as amount`,
      [
        ...[coalitionId, draft.entryId, draft.position, memberId, windowNo, id, statement.id],
        ...[draft.reason, draft.evidence, now, keyId],
      ],
    )
    const [row] = rows
    if (!row || row.amount === null) throw new NotFoundError({ what: 'statementLine' }, { path: ['entryId'] })
    if (row.dispute_id !== id)
      throw new AlreadyExistsError({ what: 'dispute', existingId: row.dispute_id }, { path: ['entryId'] })
    await announce(client, coalitionId, {
      kind: 'dispute.opened',
      subjectId: id,
      payload: { disputeId: id, memberId, windowNo, amountMicros: row.amount },
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
