import { NotFoundError } from '@artel/ledger'
import { createStatementLink, type StatementLink } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { documentPaths } from '../vocabulary/document-paths.ts'
import { uuidOf } from '../vocabulary/node-id.ts'

const StatementLinkCreateInput = builder.inputType('StatementLinkCreateInput', {
  description: 'A statement to make a link to.',
  fields: (t) => ({
    statementId: t.id({ required: true, description: 'Id of the statement.' }),
    days: t.int({ required: true, defaultValue: 30, description: 'Days until the link ends, 1 to 90.' }),
  }),
})

const StatementLinkCreatePayload = builder.objectRef<StatementLink>('StatementLinkCreatePayload').implement({
  description: 'A link that opens one statement without a key.',
  fields: (t) => ({
    paths: t.stringList({
      description: 'Paths of the statement as PDF, CSV and JSON, for GET without Authorization.',
      resolve: ({ statementId, token }) => documentPaths(statementId).map((path) => `${path}?link=${token}`),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends.' }),
  }),
})

builder.mutationField('statementLinkCreate', (t) =>
  t.field({
    type: StatementLinkCreatePayload,
    description:
      'Signs a link to one statement, for a member that has left and has no keys any more. Whoever holds it reads the statement. Administrators only.',
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: StatementLinkCreateInput, required: true, description: 'The statement.' }) },
    resolve: (_root, { input }, context) =>
      createStatementLink(verbContext(context), {
        days: input.days,
        statementId: uuidOf('statement', input.statementId, ['statementId']),
        sessionKey: context.sessionKey,
      }),
  }),
)
