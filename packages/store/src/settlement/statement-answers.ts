import type pg from 'pg'

/** Kinds of the answers that a statement has been given: ACCEPTED, or SILENCE. */
export async function answersTo(
  client: pg.ClientBase,
  { coalitionId, statementId }: { readonly coalitionId: string; readonly statementId: string },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ kind: string }>(
    'select kind from statement_response where coalition_id = $1 and statement_id = $2',
    [coalitionId, statementId],
  )
  return rows.map(({ kind }) => kind)
}

/** Writes down that a member accepts its statement; false when it had an answer already. */
export async function addAcceptance(
  client: pg.ClientBase,
  answer: {
    readonly coalitionId: string
    readonly statementId: string
    readonly respondedAt: Date
    readonly respondedById: string
  },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'artel_accept_statement',
    text: `insert into statement_response (coalition_id, statement_id, kind, responded_at, responded_by_id)
        values ($1, $2, 'ACCEPTED', $3, $4) on conflict do nothing`,
    values: [answer.coalitionId, answer.statementId, answer.respondedAt, answer.respondedById],
  })
  return rowCount === 1
}
