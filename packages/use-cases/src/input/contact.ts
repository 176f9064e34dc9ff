import { InvalidInputError } from '@artel/ledger'
import { parsePhoneNumberFromString } from 'libphonenumber-js'

const EMAIL = /^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:]+\.[^\s@"<>()[\]\\,;:.]+$/
const MAX_EMAIL_LENGTH = 254
const MAX_PHONE_LENGTH = 40

/** A telephone number in E.164. Numbers without a country code are read as Russian. InvalidInputError otherwise. */
export function checkPhone(path: readonly string[], value: string): string {
  const parsed = value.length <= MAX_PHONE_LENGTH ? parsePhoneNumberFromString(value, 'RU') : undefined
  if (parsed?.isValid()) return parsed.number
  throw new InvalidInputError({ path, problem: 'Must be a telephone number, for example +7 912 345-67-89.' })
}

/** An e-mail address, lower-cased. InvalidInputError otherwise. */
export function checkEmail(path: readonly string[], value: string): string {
  const email = value.trim().toLowerCase()
  if (email.length <= MAX_EMAIL_LENGTH && EMAIL.test(email)) return email
  throw new InvalidInputError({ path, problem: 'Must be an e-mail address, for example anna@example.com.' })
}
