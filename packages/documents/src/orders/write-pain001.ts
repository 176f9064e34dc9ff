import { NotRepresentableError } from '../document-error.ts'
import { currencyDigits, decimalText } from '../text/decimal.ts'
import { element, xmlText } from '../text/xml-element.ts'

/** An account by IBAN, or by any other number that the banks agree on. */
export type TransferAccount = { readonly iban: string } | { readonly other: string; readonly scheme?: string }

/** A bank by BIC, or by its number in a national clearing system (e.g. `RUCBC` with a BIK), or by name. */
export type TransferBank =
  | { readonly bic: string }
  | { readonly clearingSystem: string; readonly memberId: string; readonly name?: string }

/** A party of a transfer; `taxId` goes out as an organisation's `TXID`. */
export interface TransferParty {
  readonly name: string
  readonly taxId?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

/** One credit transfer. */
export interface CreditTransfer {
  /** Comes back on the bank statement; at most 35 characters. */
  readonly endToEndId: string
  /** In minor units of the currency. */
  readonly amountMinor: bigint
  readonly creditor: TransferParty
  readonly creditorAccount: TransferAccount
  readonly creditorBank?: TransferBank
  /** At most 140 characters. */
  readonly remittance: string
}

/** Transfers from one account on one day. */
export interface TransferBatch {
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly executeOn: string
  readonly debtor: TransferParty
  readonly debtorAccount: TransferAccount
  readonly debtorBank: TransferBank
  readonly transfers: readonly CreditTransfer[]
}

/** A whole message: one currency, one initiating party. */
export interface CreditTransferInitiation {
  readonly messageId: string
  readonly createdAt: Date
  readonly initiator: TransferParty
  /** ISO 4217. */
  readonly currency: string
  /** Which texts are allowed: `sepa` is the Latin set that every European bank takes, `any` all of Unicode. Default `any`. */
  readonly characters?: 'sepa' | 'any'
  readonly batches: readonly TransferBatch[]
}

export const PAIN_001_NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'
/** The set that ISO 20022 implementation guides agree on. */
const SEPA_CHARACTERS = /^[A-Za-z0-9/\-?:().,'+ ]*$/
const MAX_DIGITS = 18

/**
 * Writes credit transfers as an ISO 20022 `pain.001.001.09` message (CustomerCreditTransferInitiationV09) in UTF-8, with
 * counts and control sums on the message and on every batch. Throws NotRepresentableError, naming the field, for what
 * the schema has no place for: lengths, identifiers with characters outside the common set, amounts of nothing,
 * a wrong IBAN or BIC, an end-to-end id that comes twice.
 */
export function writePain001(message: CreditTransferInitiation): Uint8Array {
  const transfers = message.batches.flatMap((batch) => batch.transfers)
  if (transfers.length === 0) throw new NotRepresentableError('batches', 'there is nothing to pay')
  const seen = new Set<string>()
  for (const { endToEndId } of transfers) {
    if (seen.has(endToEndId)) throw new NotRepresentableError('endToEndId', `${endToEndId} comes twice`)
    seen.add(endToEndId)
  }
  const header = element('GrpHdr', [
    element('MsgId', identifier(message.messageId, 'messageId')),
    element('CreDtTm', message.createdAt.toISOString().slice(0, 19).concat('Z')),
    ...controls(transfers, message.currency),
    element('InitgPty', partyContent(message.initiator, message, 'initiator')),
  ])
  const batches = message.batches.map((batch, index) => batchElement(batch, message, `batches[${index}]`))
  const body = element('CstmrCdtTrfInitn', [header, ...batches])
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${PAIN_001_NAMESPACE}">${body}</Document>\n`
  return new TextEncoder().encode(xml)
}

/** Count and control sum: the sum of the amounts, currency or no currency. */
function controls(transfers: readonly CreditTransfer[], currency: string): string[] {
  const sum = transfers.reduce((total, transfer) => total + transfer.amountMinor, 0n)
  return [
    element('NbOfTxs', transfers.length.toString()),
    element('CtrlSum', decimalText(sum, currencyDigits(currency))),
  ]
}

function batchElement(batch: TransferBatch, message: CreditTransferInitiation, at: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(batch.executeOn))
    throw new NotRepresentableError(`${at}.executeOn`, 'must be a date, YYYY-MM-DD')
  return element('PmtInf', [
    element('PmtInfId', identifier(batch.id, `${at}.id`)),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'),
    ...controls(batch.transfers, message.currency),
    // No PmtTpInf: a service level is agreed with the bank, and without one it takes its ordinary service.
    element('ReqdExctnDt', [element('Dt', batch.executeOn)]),
    element('Dbtr', partyContent(batch.debtor, message, `${at}.debtor`)),
    element('DbtrAcct', [accountElement(batch.debtorAccount, `${at}.debtorAccount`)]),
    element('DbtrAgt', [bankElement(batch.debtorBank, message, `${at}.debtorBank`)]),
    element('ChrgBr', 'SLEV'),
    ...batch.transfers.map((transfer, index) =>
      transferElement(transfer, message, `${at}.transfers[${index}]`),
    ),
  ])
}

function transferElement(transfer: CreditTransfer, message: CreditTransferInitiation, at: string): string {
  const amount = decimalText(transfer.amountMinor, currencyDigits(message.currency))
  if (transfer.amountMinor <= 0n || amount.replace('.', '').length > MAX_DIGITS)
    throw new NotRepresentableError(`${at}.amountMinor`, 'must be positive and at most 18 digits')
  const remittance = text(transfer.remittance, 140, message, `${at}.remittance`)
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', identifier(transfer.endToEndId, `${at}.endToEndId`))]),
    element('Amt', [element('InstdAmt', amount, { Ccy: message.currency })]),
    transfer.creditorBank
      ? element('CdtrAgt', [bankElement(transfer.creditorBank, message, `${at}.creditorBank`)])
      : '',
    element('Cdtr', partyContent(transfer.creditor, message, `${at}.creditor`)),
    element('CdtrAcct', [accountElement(transfer.creditorAccount, `${at}.creditorAccount`)]),
    element('RmtInf', [element('Ustrd', remittance)]),
  ])
}

function partyContent(party: TransferParty, message: CreditTransferInitiation, at: string): string[] {
  const country = party.country
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new NotRepresentableError(`${at}.country`, 'must be two capital letters')
  const taxId =
    party.taxId === undefined
      ? ''
      : element('Id', [
          element('OrgId', [
            element('Othr', [
              element('Id', identifier(party.taxId, `${at}.taxId`)),
              element('SchmeNm', [element('Cd', 'TXID')]),
            ]),
          ]),
        ])
  return [
    element('Nm', text(party.name, 140, message, `${at}.name`)),
    country === undefined ? '' : element('PstlAdr', [element('Ctry', country)]),
    taxId,
  ]
}

function accountElement(account: TransferAccount, at: string): string {
  if ('iban' in account) return element('Id', [element('IBAN', checkedIban(account.iban, `${at}.iban`))])
  const scheme = account.scheme
  if (!/^[A-Za-z0-9/\-?:().,'+ ]{1,34}$/.test(account.other))
    throw new NotRepresentableError(`${at}.other`, 'must be 1 to 34 characters of the common set')
  return element('Id', [
    element('Othr', [
      element('Id', xmlText(account.other)),
      scheme === undefined ? '' : element('SchmeNm', [element('Prtry', identifier(scheme, `${at}.scheme`))]),
    ]),
  ])
}

function bankElement(bank: TransferBank, message: CreditTransferInitiation, at: string): string {
  if ('bic' in bank) {
    if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bank.bic))
      throw new NotRepresentableError(`${at}.bic`, 'must be a BIC of 8 or 11 characters')
    return element('FinInstnId', [element('BICFI', bank.bic)])
  }
  if (!/^[A-Z0-9]{1,5}$/.test(bank.clearingSystem))
    throw new NotRepresentableError(`${at}.clearingSystem`, 'must be a code of at most 5 characters')
  return element('FinInstnId', [
    element('ClrSysMmbId', [
      element('ClrSysId', [element('Cd', bank.clearingSystem)]),
      element('MmbId', identifier(bank.memberId, `${at}.memberId`)),
    ]),
    bank.name === undefined ? '' : element('Nm', text(bank.name, 140, message, `${at}.name`)),
  ])
}

/** Ids must neither begin nor end with a slash nor hold two in a row, as banks' guides ask. */
function identifier(value: string, at: string): string {
  if (value.length < 1 || value.length > 35 || !SEPA_CHARACTERS.test(value))
    throw new NotRepresentableError(at, 'must be 1 to 35 characters of the common Latin set')
  if (value.startsWith('/') || value.endsWith('/') || value.includes('//'))
    throw new NotRepresentableError(at, 'must not begin or end with a slash or hold two in a row')
  return xmlText(value)
}

function text(value: string, most: number, message: CreditTransferInitiation, at: string): string {
  const plain = value.replace(/\s+/g, ' ').trim()
  if (plain.length < 1 || plain.length > most)
    throw new NotRepresentableError(at, `must be 1 to ${most} characters`)
  if (message.characters === 'sepa' && !SEPA_CHARACTERS.test(plain))
    throw new NotRepresentableError(at, 'has characters outside the common Latin set')
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(plain))
    throw new NotRepresentableError(at, 'has characters that XML has no place for')
  return xmlText(plain)
}

function checkedIban(iban: string, at: string): string {
  const plain = iban.replaceAll(' ', '')
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    (letter.charCodeAt(0) - 55).toString(),
  )
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) || BigInt(digits) % 97n !== 1n)
    throw new NotRepresentableError(at, 'must be an IBAN whose control digits fit')
  return plain
}
