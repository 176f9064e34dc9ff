import type { Prisma } from '../generated/prisma/client.ts'

/** What the newest version of a rule that had a budget counted it in: POINTS or MONEY; undefined where none had one. */
export async function lastBudgetUnit(
  transaction: Prisma.TransactionClient,
  { coalitionId, ruleId }: { readonly coalitionId: string; readonly ruleId: string },
): Promise<string | undefined> {
  const rows = await transaction.$queryRaw<{ unit: string }[]>`
    select x.unit from (select v.version, v.definition::json #>> '{limits,budget,unit}' as unit from rule_version v
      where v.coalition_id = ${coalitionId}::uuid and v.rule_id = ${ruleId}::uuid) x
    where x.unit is not null order by x.version desc limit 1`
  return rows[0]?.unit
}
