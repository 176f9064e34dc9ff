import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'
import { textArray } from '../wire/binary-array.ts'

/** What a payer said to a version of a rule that it is asked to pay for. */
export type PayerAnswer = 'ASKED' | 'ACCEPTED' | 'DECLINED'

/** A rule, and what one payer said to its newest version. */
export interface AskedRule {
  readonly ruleId: string
  readonly version: number
  readonly answer: PayerAnswer
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

/** Rules of others that a payer is asked to pay for, by what it said to the version that holds, newest first; not drafts, and not those that ended. */
export async function askedRules(
  store: { readonly pool: pg.Pool },
  of: {
    readonly coalitionId: string
    /** A member; the coalition for its promo fund. */
    readonly payerId: string
    readonly answers: readonly PayerAnswer[]
    /** Raw UUID of the rule that the page before ended with; null: from the newest. */
    readonly after: string | null
    readonly limit: number
  },
): Promise<readonly AskedRule[]> {
  const { rows } = await store.pool.query<AskedRule>({
    name: 'artel_asked_rules',
    text: `select r.rule_id as "ruleId", v.version, a.answer, a.asked_at as "askedAt", a.answered_at as "answeredAt"
      from rule_acceptance a
      join rule_version v on v.coalition_id = a.coalition_id and v.rule_version_id = a.rule_version_id
      join rule r on r.coalition_id = v.coalition_id and r.rule_id = v.rule_id and r.version = v.version
      where a.coalition_id = $1 and a.payer_id = $2 and a.answer = any($3::text[]) and r.status not in ('DRAFT', 'ENDED')
        and ($4::uuid is null or r.rule_id < $4::uuid)
      order by r.rule_id desc limit $5`,
    values: [of.coalitionId, of.payerId, textArray(of.answers, (answer) => answer), of.after, of.limit],
  })
  return rows
}

/** How many rules of one owner wait for the answer of each payer, drafts among them; payers of whom none does are missing. */
export async function waitingAsks(
  transaction: Prisma.TransactionClient,
  owner: {
    readonly coalitionId: string
    /** Null: the coalition. */
    readonly memberId: string | null
    readonly payerIds: readonly string[]
  },
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.$queryRaw<{ payerId: string; waiting: number }[]>`
    select a.payer_id as "payerId", count(*)::int as waiting
    from rule_acceptance a
    join rule_version v on v.coalition_id = a.coalition_id and v.rule_version_id = a.rule_version_id
    join rule r on r.coalition_id = v.coalition_id and r.rule_id = v.rule_id and r.version = v.version
    where a.coalition_id = ${owner.coalitionId}::uuid and a.payer_id = any(${[...owner.payerIds]}::uuid[])
      and a.answer = 'ASKED' and r.status <> 'ENDED' and r.member_id is not distinct from ${owner.memberId}::uuid
    group by a.payer_id`
  return new Map(rows.map(({ payerId, waiting }) => [payerId, waiting]))
}
