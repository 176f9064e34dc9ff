import { minor } from '@artel/ledger'
import type { CommissionDefinitionInput } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { isRecord, readJsonFile } from '../file/read-named-file.ts'

/** Amounts are digits in quotes, since JSON's numbers are not exact. */
const DIGITS = /^\d{1,15}$/

/**
 * Reads a commission programme from a JSON file in the shape of the API's input. Fails with a line where the file is none; what the
 * fields say the verb judges.
 */
export async function readProgramme(file: string): Promise<CommissionDefinitionInput> {
  const source = await readJsonFile(file)
  for (const name of ['name', 'effect', 'fromDay'])
    if (!Object.hasOwn(source, name))
      throw new CliError(`${name} is missing in the file.`, { ru: `В файле нет поля ${name}.` })
  return withAmounts(source, '') as CommissionDefinitionInput
}

function withAmounts(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, at) => withAmounts(item, `${path}.${at}`))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const at = path === '' ? name : `${path}.${name}`
      if (name !== 'amountMinor') return [name, withAmounts(field, at)]
      if (typeof field !== 'string' || !DIGITS.test(field))
        throw new CliError(`${at} must be digits in quotes.`, { ru: `${at} - это цифры в кавычках.` })
      return [name, minor(BigInt(field))]
    }),
  )
}
