import { InvalidInputError } from '@artel/ledger'
import { decodePublicId } from '@artel/use-cases'
import type { builder } from './builder.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** The click that a sale may name. */
export const clickField = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) =>
  t.id({
    description:
      'The click of a link that led to the sale, `clk_...`: what the site remembered. A click that is not there refuses nothing.',
  })

/** The click behind a public id; null for none. Throws InvalidInputError for what is no id of a click. */
export function clickOf(publicId: string | null | undefined): string | null {
  if (publicId == null) return null
  const id = decodePublicId('click', publicId)
  if (id !== undefined) return id
  throw new InvalidInputError({
    path: ['clickId'],
    problem: 'Must be the id of a click, clk_..., or be left out.',
  })
}
