import type { builder } from './builder.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** The key that every mutation of points or money takes: the same key and body get the first answer again. */
export const idempotencyKeyField = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) =>
  t.id({
    required: true,
    description:
      'Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it.',
  })

/** Tells a first answer from one that was recorded for the same key before. */
export const replayedField = <Shape extends { readonly replayed: boolean }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>,
) =>
  t.boolean({
    description: 'Whether this is the recorded answer of an earlier request with the same key.',
    resolve: ({ replayed }) => replayed,
  })
