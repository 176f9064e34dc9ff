import { type SetBankDetailsInput, setBankDetails } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import type { MemberHandle } from './demo-members.ts'

type Details = Omit<SetBankDetailsInput, 'memberId'>

/** A bank that is nobody's: its number is given to none. */
const BANK = {
  bankName: 'АО «Заречный банк»',
  bankTown: 'г. Заречный',
  bankCode: '049999777',
  correspondentAccount: '30101810700000000777',
} as const

const operator: Details = {
  legalName: 'ООО «Заречье Оператор»',
  taxId: '9917001019',
  kpp: '991701001',
  address: 'г. Заречный, ул. Ленина, д. 1',
  signatoryPosition: 'Генеральный директор',
  signatoryName: 'Петрова А. С.',
  account: '40702810300000001001',
  ...BANK,
}

const ofMembers: Readonly<Record<MemberHandle, Details>> = {
  'motor-yard': {
    legalName: 'ООО «Моторный двор»',
    taxId: '9917002340',
    kpp: '991701001',
    address: 'г. Заречный, Промышленный проезд, д. 4',
    signatoryPosition: 'Управляющий',
    signatoryName: 'Савельев И. Н.',
    account: '40702810900000002002',
    ...BANK,
  },
  blesk: {
    legalName: 'ИП Ершова Лариса Павловна',
    taxId: '991700441290',
    address: 'г. Заречный, Речная ул., д. 17',
    signatoryPosition: 'Индивидуальный предприниматель',
    signatoryName: 'Ершова Л. П.',
    account: '40802810400000003003',
    ...BANK,
  },
  kolenval: {
    legalName: 'ООО «Коленвал»',
    taxId: '9917005670',
    kpp: '991701001',
    address: 'г. Заречный, ул. Гагарина, д. 32',
    signatoryPosition: 'Директор',
    signatoryName: 'Ушаков Т. Р.',
    account: '40702810100000004004',
    ...BANK,
  },
}

/** Tells who signs the town's acts and where its payments go. Saying it again changes nothing. */
export async function tellBankDetails({ admin, members }: DemoCoalition): Promise<void> {
  await setBankDetails(admin, operator)
  for (const [handle, { context }] of Object.entries(members))
    await setBankDetails(context, ofMembers[handle as MemberHandle])
}
