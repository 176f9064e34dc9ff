import type pg from 'pg'

/** What of a party's bank details says where and to whom money goes. */
export interface PayeeDetails {
  readonly ownerId: string
  readonly legalName: string
  readonly taxId: string | null
  readonly kpp: string | null
  readonly account: string | null
  readonly bankName: string | null
  readonly bankTown: string | null
  readonly bankCode: string | null
  readonly correspondentAccount: string | null
}

/** The bank details of payees, of those that have any, in the order of their ids. Read through the caller's transaction. */
export async function payeeDetails(
  client: pg.ClientBase,
  { coalitionId, ownerIds }: { readonly coalitionId: string; readonly ownerIds: readonly string[] },
): Promise<readonly PayeeDetails[]> {
  const { rows } = await client.query<PayeeDetails>(
    `select owner_id as "ownerId", legal_name as "legalName", tax_id as "taxId", kpp, account, bank_name as "bankName",
      bank_town as "bankTown", bank_code as "bankCode", correspondent_account as "correspondentAccount"
    from bank_details where coalition_id = $1 and owner_id = any($2::uuid[]) order by owner_id`,
    [coalitionId, ownerIds],
  )
  return rows
}
