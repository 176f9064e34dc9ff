import { REFUSALS, type Refusal } from '@artel/ledger'
import { builder } from './builder.ts'

/** What callers are told of any refusal. */
export type Refused = Pick<Refusal, 'code' | 'message' | 'path' | 'retryable'>

const codes = Object.values(REFUSALS)
  .filter(({ entry }) => !entry.internal)
  .map(({ code }) => code)
  .sort()

export const UserError = builder.interfaceRef<Refused>('UserError').implement({
  description: `A refusal of business: nothing was written, and the message says what to do. Codes, to which new ones may come: ${codes.join(', ')}.`,
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Stable machine-readable code, as `UserError` lists them.',
    }),
    message: t.exposeString('message', { description: 'What happened and what to do, in English.' }),
    path: t.stringList({
      description:
        'Path of the input field at fault, for example ["input", "total"]; empty when no single field is.',
      resolve: ({ path }) => (path.length > 0 ? ['input', ...path] : []),
    }),
    docUrl: t.string({
      description: 'A page that explains the code.',
      resolve: ({ code }, _args, { errorDocsUrl }) => `${errorDocsUrl}#${code}`,
    }),
    retryable: t.exposeBoolean('retryable', {
      description: 'Whether the same request may succeed later without a change.',
    }),
  }),
})
