import type { FileFields } from '../file/file-field.ts'

/** What `settle bank-details --file` takes. */
export const BANK_DETAILS_FIELDS = {
  legalName: { kind: 'TEXT', max: 200, description: 'Full legal name.', ru: 'Полное наименование.' },
  taxId: {
    kind: 'TEXT',
    max: 20,
    usual: null,
    description: 'Taxpayer number; in Russia the INN, 10 or 12 digits.',
    ru: 'ИНН, 10 или 12 цифр.',
  },
  kpp: { kind: 'TEXT', max: 9, usual: null, description: 'KPP of a Russian organisation.', ru: 'КПП.' },
  address: { kind: 'TEXT', max: 300, usual: null, description: 'Legal address.', ru: 'Юридический адрес.' },
  signatoryPosition: {
    kind: 'TEXT',
    max: 100,
    usual: null,
    description: 'Office of who signs.',
    ru: 'Должность подписанта.',
  },
  signatoryName: {
    kind: 'TEXT',
    max: 200,
    usual: null,
    description: 'Name of who signs.',
    ru: 'Имя подписанта.',
  },
  account: {
    kind: 'TEXT',
    max: 34,
    usual: null,
    description: 'Bank account: 20 digits in Russia, else an IBAN.',
    ru: 'Расчётный счёт, 20 цифр (вне России - IBAN).',
  },
  bankName: { kind: 'TEXT', max: 200, usual: null, description: 'Name of the bank.', ru: 'Название банка.' },
  bankTown: { kind: 'TEXT', max: 100, usual: null, description: 'Town of the bank.', ru: 'Город банка.' },
  bankCode: {
    kind: 'TEXT',
    max: 11,
    usual: null,
    description: 'BIK in Russia, else BIC.',
    ru: 'БИК (вне России - BIC).',
  },
  correspondentAccount: {
    kind: 'TEXT',
    max: 20,
    usual: null,
    description: "The bank's correspondent account.",
    ru: 'Корреспондентский счёт банка.',
  },
  vatRateBps: {
    kind: 'WHOLE',
    min: 0,
    max: 10_000,
    usual: null,
    description: "VAT inside the operator's fees, basis points; of the coalition alone.",
    ru: 'НДС в вознаграждении оператора, базисные пункты; только у коалиции.',
  },
} as const satisfies FileFields
