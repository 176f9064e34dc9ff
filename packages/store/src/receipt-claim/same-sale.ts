import type { Command, SaleSought } from '../command/command.ts'
import { toJson } from '../wire/to-json.ts'

type Querier = { query<Row>(query: object): Promise<{ rows: Row[] }> }

const NONE: ReadonlyMap<number, string> = new Map()

/**
 * The purchases that are the sales of commands under another name, by the command's place in the batch. Asks only where a command does: most
 * sales have one name.
 */
export async function loadSameSales(
  querier: Querier,
  coalitionId: string,
  commands: readonly Pick<Command, 'sameSale'>[],
): Promise<ReadonlyMap<number, string>> {
  const sought = commands.flatMap(({ sameSale }, index) => (sameSale ? [soughtFields(index, sameSale)] : []))
  if (sought.length === 0) return NONE
  const { rows } = await querier.query<{ index: number; id: string }>({
    name: 'artel_load_same_sales',
    text: `select x.step as index, same_sale($1::uuid, x.member, x.refs, x.document, x.paid, x.since, x.until) as id
      from jsonb_to_recordset($2::jsonb)
        x(step int, member uuid, refs text[], document text, paid bigint, since timestamptz, until timestamptz)`,
    values: [coalitionId, toJson(sought)],
  })
  return new Map(rows.flatMap(({ index, id }) => (id === null ? [] : [[index, id] as const])))
}

/** What is sought for a step, in the names of `jsonb_to_recordset` in SQL. */
export const soughtFields = (step: number, { memberId, receiptRefs, documentNo, ...of }: SaleSought) => ({
  ...{ step, member: memberId, refs: receiptRefs, document: documentNo },
  ...{ paid: of.paidMinor, since: of.from, until: of.to },
})

/** Under which a purchase with a fiscal receipt is taken in a batch, for who seeks it by the number of the document alone. */
export const documentName = (memberId: string, documentNo: string): string =>
  `${memberId} document ${documentNo}`
