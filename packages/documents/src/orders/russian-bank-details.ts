import { InvalidRequisiteError } from '../document-error.ts'

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_12_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_12_SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

/**
 * Checks a Russian taxpayer number: 10 digits of an organisation or 12 of a person, with their control digits.
 * Throws InvalidRequisiteError naming `field`.
 */
export function checkInn(inn: string, field: string): void {
  if (!/^(\d{10}|\d{12})$/.test(inn)) throw new InvalidRequisiteError(field, 'INN has 10 or 12 digits')
  const fits =
    inn.length === 10
      ? control(inn, INN_10) === digit(inn, 9)
      : control(inn, INN_12_FIRST) === digit(inn, 10) && control(inn, INN_12_SECOND) === digit(inn, 11)
  if (!fits || /^0+$/.test(inn))
    throw new InvalidRequisiteError(field, 'the control digits of the INN do not fit')
}

/** Checks a KPP: four digits of the tax office, two digits or capital letters of the reason, three digits. */
export function checkKpp(kpp: string, field: string): void {
  if (!/^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp))
    throw new InvalidRequisiteError(field, 'KPP has 9 characters: 4 digits, 2 digits or letters, 3 digits')
}

/** Checks a BIK: nine digits, of which the first two are a country's code of a bank's participation (00 to 04). */
export function checkBik(bik: string, field: string): void {
  if (!/^0[0-4]\d{7}$/.test(bik))
    throw new InvalidRequisiteError(field, 'BIK has 9 digits and begins with 00 to 04')
}

/** Checks a customer's account (20 digits) against the bank's BIK by the Bank of Russia's control key. */
export function checkAccount(account: string, bik: string, field: string): void {
  // A bank is meant by its last three digits; a department of the Bank of Russia by 0 and its fifth and sixth.
  const isCentralBank = /00[0-2]$/.test(bik)
  checkKey(account, isCentralBank ? `0${bik.slice(4, 6)}` : bik.slice(-3), field)
}

/** Checks a bank's correspondent account (20 digits, 301...) against its BIK. */
export function checkCorrespondentAccount(account: string, bik: string, field: string): void {
  if (!account.startsWith('301'))
    throw new InvalidRequisiteError(field, 'a correspondent account begins with 301')
  checkKey(account, `0${bik.slice(4, 6)}`, field)
}

function checkKey(account: string, bank: string, field: string): void {
  if (!/^\d{20}$/.test(account)) throw new InvalidRequisiteError(field, 'an account has 20 digits')
  const weights = [7, 1, 3]
  let sum = 0
  for (const [index, character] of [...(bank + account)].entries())
    sum += (Number(character) * (weights[index % 3] ?? 0)) % 10
  if (sum % 10 !== 0)
    throw new InvalidRequisiteError(field, 'the control digit of the account does not fit the BIK')
}

const digit = (text: string, index: number): number => Number(text[index])

const control = (inn: string, weights: readonly number[]): number =>
  (weights.reduce((sum, weight, index) => sum + weight * digit(inn, index), 0) % 11) % 10
