import {
  type Account,
  type DISPUTE_OUTCOMES,
  type Micros,
  type MoneyAccountKind,
  micros,
} from '@artel/ledger'
import type pg from 'pg'

/** A dispute of one line of a statement, before it is written. */
export interface NewDispute {
  readonly coalitionId: string
  readonly id: string
  readonly statementId: string
  readonly windowNo: number
  readonly memberId: string
  /** The line: its entry, and the place of its leg among the transfers of the entry. */
  readonly entryId: string
  readonly position: number
  readonly reason: string
  readonly evidence: readonly string[]
  readonly openedAt: Date
  readonly openedById: string
}

/**
 * Writes a dispute down, in one statement with the look for its line: the id of the dispute that the line has now, an
 * earlier one's where there was one, and what the line moved, positive when the member owes. Undefined when the member
 * has no such line in the window.
 */
export async function addDispute(
  client: pg.ClientBase,
  dispute: NewDispute,
): Promise<
  { readonly disputeId: string; readonly amount: Micros; readonly isOfAffiliate: boolean } | undefined
> {
  const { rows } = await client.query<{
    dispute_id: string
    amount: string | null
    is_of_affiliate: boolean
  }>(
    `with line as (
        select case when t.debit_kind = 'CLEARING' and t.debit_owner_id = $4 then t.amount else -t.amount end as amount,
          'PAYABLE' in (t.debit_kind, t.credit_kind) as is_of_affiliate
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
        (select amount from line)::text as amount, (select is_of_affiliate from line) as is_of_affiliate`,
    [
      ...[dispute.coalitionId, dispute.entryId, dispute.position, dispute.memberId, dispute.windowNo],
      ...[dispute.id, dispute.statementId, dispute.reason, dispute.evidence],
      ...[dispute.openedAt, dispute.openedById],
    ],
  )
  const [row] = rows
  if (!row || row.amount === null) return undefined
  return {
    disputeId: row.dispute_id,
    amount: micros(BigInt(row.amount)),
    isOfAffiliate: row.is_of_affiliate,
  }
}

/** How a dispute is decided. */
type DisputeDecision = Exclude<keyof typeof DISPUTE_OUTCOMES, 'OPEN'>

/** What a dispute is about. */
export interface DisputedLeg {
  readonly debit: Account<MoneyAccountKind>
  readonly credit: Account<MoneyAccountKind>
  readonly amount: Micros
  readonly memberId: string
  /** How it was decided; null while it is open. */
  readonly outcome: DisputeDecision | null
}

/** The leg that a dispute is about; undefined when there is no such dispute. */
export async function disputedLeg(
  client: pg.ClientBase,
  { coalitionId, disputeId }: { readonly coalitionId: string; readonly disputeId: string },
): Promise<DisputedLeg | undefined> {
  const { rows } = await client.query<{
    debit_kind: MoneyAccountKind
    debit_owner_id: string
    credit_kind: MoneyAccountKind
    credit_owner_id: string
    amount: string
    member_id: string
    outcome: DisputeDecision | null
  }>(
    `select t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id, t.amount::text, d.member_id, r.outcome
    from dispute d
    join transfer t on t.coalition_id = $1 and t.entry_id = d.entry_id and t.position = d.position
    left join dispute_resolution r on r.coalition_id = $1 and r.dispute_id = d.dispute_id
    where d.coalition_id = $1 and d.dispute_id = $2`,
    [coalitionId, disputeId],
  )
  const [leg] = rows
  return (
    leg && {
      debit: { kind: leg.debit_kind, ownerId: leg.debit_owner_id },
      credit: { kind: leg.credit_kind, ownerId: leg.credit_owner_id },
      amount: micros(BigInt(leg.amount)),
      memberId: leg.member_id,
      outcome: leg.outcome,
    }
  )
}

/** A decision on a dispute, before it is written. */
export interface NewResolution {
  readonly coalitionId: string
  readonly disputeId: string
  readonly outcome: DisputeDecision
  /** What was taken off the line. */
  readonly amount: Micros
  readonly note: string
  /** The entry that booked it; null when nothing was. */
  readonly entryId: string | null
  readonly resolvedAt: Date
  readonly resolvedById: string
}

/** Writes the decision on a dispute down. */
export async function addResolution(client: pg.ClientBase, row: NewResolution): Promise<void> {
  await client.query(
    `insert into dispute_resolution (coalition_id, dispute_id, outcome, amount, note, entry_id, resolved_at,
      resolved_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[row.coalitionId, row.disputeId, row.outcome, row.amount.toString(), row.note, row.entryId],
      ...[row.resolvedAt, row.resolvedById],
    ],
  )
}
