import type { Prisma } from '../generated/prisma/client.ts'

interface Drive {
  readonly coalitionId: string
  readonly fn: string
}

/**
 * How many sales each member recorded with receipts of a drive. What was sold while the drive was its seller's, which is closed now, speaks for
 * nobody. Asked only where somebody else's till is in question.
 */
export async function driveSellers(
  prisma: Pick<Prisma.TransactionClient, '$queryRaw'>,
  { coalitionId, fn }: Drive,
): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.$queryRaw<{ member: string; sales: number }[]>`
    select p.member_id as member, count(*)::int as sales from purchase p
    where p.coalition_id = ${coalitionId}::uuid and p.fiscal_receipt is not null and left(p.fiscal_receipt, 16) = ${fn}
      and not exists (select from fiscal_drive d where d.coalition_id = ${coalitionId}::uuid and d.fn = ${fn}
        and d.member_id = p.member_id and d.until is not null and p.occurred_at >= d.since and p.occurred_at < d.until)
    group by p.member_id`
  return new Map(rows.map(({ member, sales }) => [member, sales]))
}

/** Whether another member recorded a sale with receipts of a drive: two looks into an index, however many the member's own are. */
export async function hasOtherSeller(
  prisma: Pick<Prisma.TransactionClient, '$queryRaw'>,
  { coalitionId, fn }: Drive,
  memberId: string,
): Promise<boolean> {
  const rows = await prisma.$queryRaw<{ found: boolean }[]>`
    select exists (select from purchase p where p.coalition_id = ${coalitionId}::uuid and p.fiscal_receipt is not null
        and left(p.fiscal_receipt, 16) = ${fn} and p.member_id < ${memberId}::uuid)
      or exists (select from purchase p where p.coalition_id = ${coalitionId}::uuid and p.fiscal_receipt is not null
        and left(p.fiscal_receipt, 16) = ${fn} and p.member_id > ${memberId}::uuid) as found`
  return rows[0]?.found === true
}
