import type { Prisma } from '../generated/prisma/client.ts'

/** Holds the codes of a coalition until the transaction ends: those of links and of rules are taken one after another. */
export async function lockCodes(transaction: Prisma.TransactionClient, coalitionId: string): Promise<void> {
  await transaction.$queryRaw<object[]>`select 1 from coalition
    where coalition_id = ${coalitionId}::uuid for no key update`
}

/** Codes that rules of a coalition ask for, by their newest versions: drafts and paused ones too, until they are over. */
export async function codesOfRules(
  transaction: Prisma.TransactionClient,
  coalitionId: string,
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ code: string }[]>`
    select distinct v.definition::json #>> '{if,code}' as code
    from coalition c
    join rule r on r.coalition_id = c.coalition_id and r.status <> 'ENDED' and (r.last_day is null
      or r.last_day >= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date)
    join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
    where c.coalition_id = ${coalitionId}::uuid and v.definition::json #>> '{if,code}' is not null`
  return rows.map(({ code }) => code)
}
