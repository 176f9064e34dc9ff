import type { builder } from '../vocabulary/builder.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** The code that every input with a bill takes. */
export const billCodeField = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) =>
  t.string({
    description:
      'A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case.',
  })

/** The vouchers that every input with a bill takes. */
export const vouchersField = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) =>
  t.stringList({
    description: "Codes of the customer's vouchers to use on it, 10 at most, as they are printed or typed.",
  })
