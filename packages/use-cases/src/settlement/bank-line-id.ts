import { createHash } from 'node:crypto'
import type { BankLine, PaymentIdentity } from '@artel/documents'

const sha256 = (value: object): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** What a line is kept by: the hash of all that tells it from others. */
export function bankLineId(identity: PaymentIdentity): string {
  const { key, bankRef, documentNo, endToEndId, payerAccount, payerTaxId, payerName } = identity
  return sha256([key, bankRef, documentNo, endToEndId, payerAccount, payerTaxId, payerName])
}

/** What a line was kept by before lines had identities, so that what paid then does not pay again. */
export const unkeptLineId = (line: BankLine): string =>
  sha256([
    ...[line.account, line.direction, String(line.amountMinor), line.currency, line.bookedOn],
    ...[line.documentNo, line.endToEndId, line.counterparty.account, line.remittance],
  ])
