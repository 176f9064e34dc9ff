import { BankDetailsMissingError } from '@artel/ledger'
import { CliError } from '../cli-error.ts'
import type { FileFields } from '../file/file-field.ts'
import { meaning } from '../file/read-fields.ts'
import { BANK_DETAILS_FIELDS } from './bank-details-fields.ts'
import { membersById } from './find-settled.ts'
import type { Settling } from './settling.ts'

/** The refusal of bank details that are missing, told by the party's name, the fields and the command that sets them. */
export async function withMissingBankDetails(settling: Settling, error: unknown): Promise<unknown> {
  if (!(error instanceof BankDetailsMissingError)) return error
  const { coalition, words } = settling
  const member = (await membersById(settling)).get(error.ownerId)
  const fields: FileFields = BANK_DETAILS_FIELDS
  const named = error.fields.map((field) => {
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined
    return known ? `${field} (${meaning(known, words.language)})` : field
  })
  const whose = member ? ` --member ${member.handle}` : ''
  const text = words.bankDetailsMissing({
    party: member?.name ?? words.coalition,
    fields: named.join(', '),
    command: `artel settle bank-details --coalition ${coalition.handle}${whose} --file FILE.json`,
  })
  return new CliError(`${text} [${error.code}]`, { cause: error, ru: `${text} [${error.code}]` })
}
