import type { Prisma } from '../generated/prisma/client.ts'

/** A pilot as a rule is held against it. */
export interface PilotOfRule {
  readonly id: string
  readonly isDecided: boolean
  /** ISO dates, both included. */
  readonly firstDay: string
  readonly lastDay: string
}

/** Holds the pilot that the newest version of a rule names until the transaction ends, against a decision; undefined where it names none. */
export async function lockPilotOfRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, ruleId }: { readonly coalitionId: string; readonly ruleId: string },
): Promise<PilotOfRule | undefined> {
  const rows = await transaction.$queryRaw<
    PilotOfRule[]
  >`select p.pilot_id as id, p.decision is not null as "isDecided",
      p.first_day::text as "firstDay", p.last_day::text as "lastDay"
    from rule r
    join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
    join pilot p on p.coalition_id = r.coalition_id and p.pilot_id = (v.definition::json #>> '{pilot,id}')::uuid
    where r.coalition_id = ${coalitionId}::uuid and r.rule_id = ${ruleId}::uuid for share of p`
  return rows[0]
}
