import { hash } from 'node:crypto'
import type { PayeeDetails } from '@artel/store'

/** Of a payee without bank details. */
export const NO_DETAILS_HASH = ''

/** SHA-256 of what says where and to whom money goes, hex: two parties' details have the same where a bank would pay the same. */
export const payeeDetailsHash = (details: Omit<PayeeDetails, 'ownerId'>): string =>
  hash(
    'sha256',
    JSON.stringify([
      'artel-payee-1',
      details.legalName,
      details.taxId,
      details.kpp,
      details.account,
      details.bankName,
      details.bankTown,
      details.bankCode,
      details.correspondentAccount,
    ]),
    'hex',
  )
