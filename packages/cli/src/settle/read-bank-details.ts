import type { SetBankDetailsInput } from '@artel/use-cases'
import { type FileFindings, meaning, readFields, refuseFindings } from '../file/read-fields.ts'
import { readJsonFile } from '../file/read-named-file.ts'
import type { Language } from '../words/language.ts'
import { BANK_DETAILS_FIELDS } from './bank-details-fields.ts'

/**
 * Reads the bank details of a party from a JSON file, whole: a CliError names every field that is missing or wrong. Whose
 * they are is said on the command line, so a `memberId` in the file is left out.
 */
export async function readBankDetails(
  file: string,
  { isCoalition, language }: { readonly isCoalition: boolean; readonly language: Language },
): Promise<SetBankDetailsInput> {
  const { memberId: _, ...source } = await readJsonFile(file)
  const findings: FileFindings = { problems: [], taken: [] }
  const values = readFields(source, BANK_DETAILS_FIELDS, { root: '', findings, language })
  if (!isCoalition && values.vatRateBps != null)
    findings.problems.push(['vatRateBps', `- ${meaning(BANK_DETAILS_FIELDS.vatRateBps, language)}`])
  refuseFindings(file, findings, language)
  return values as unknown as SetBankDetailsInput
}
