import type pg from 'pg'
import { fiscalDocument, fiscalDocumentSql } from './fiscal-document.ts'

/** What has a fiscal receipt, whatever its sign is said to be: each a raw UUID, null for none. */
export interface FiscalHolders {
  readonly purchaseId: string | null
  /** A code of its bill that is not revoked. */
  readonly earnCodeId: string | null
}

/** Who has a fiscal receipt of the coalition already: the purchase of any member, and the code of its bill. */
export async function fiscalHolders(
  client: Pick<pg.PoolClient, 'query'>,
  { coalitionId, receipt }: { readonly coalitionId: string; readonly receipt: string },
): Promise<FiscalHolders> {
  const { rows } = await client.query<FiscalHolders>({
    text: `select (select p.purchase_id from purchase p where p.coalition_id = $1 and p.fiscal_receipt is not null
        and ${fiscalDocumentSql('p.fiscal_receipt')} = $2) as "purchaseId",
      (select c.earn_code_id from earn_code c where c.coalition_id = $1 and c.fiscal_receipt is not null and c.revoked_at is null
        and ${fiscalDocumentSql('c.fiscal_receipt')} = $2) as "earnCodeId"`,
    values: [coalitionId, fiscalDocument(receipt)],
  })
  return rows[0] ?? { purchaseId: null, earnCodeId: null }
}
