import type { PaymentOrder, RussianPayer } from '../orders/payment-order.ts'

/** Bank details in the published form; accounts made up, with control digits that fit. */
export const motorYard: RussianPayer = {
  name: 'ООО "Моторный двор"',
  inn: '7707083893',
  kpp: '770701001',
  account: '40702810200000000001',
  bankName: 'ПАО СБЕРБАНК',
  bankTown: 'г. Москва',
  bik: '044525225',
  correspondentAccount: '30101810400000000225',
}

export const blesk: RussianPayer = {
  name: 'ИП Сидоров Пётр Ильич',
  inn: '500100732259',
  account: '40802810900000000002',
  bankName: 'БАНК ВТБ (ПАО)',
  bankTown: 'г. Москва',
  bik: '044525187',
  correspondentAccount: '30101810700000000187',
}

/** Motor Yard pays Blesk 1 110.05 for window 3. */
export const anOrder = (changes: Partial<PaymentOrder> = {}): PaymentOrder => ({
  no: '17',
  on: '2026-11-09',
  amountKopecks: 111_005n,
  payer: motorYard,
  payee: blesk,
  purpose: 'Расчёты по программе лояльности «Заречье», окно 3, ART-8F3K2. НДС не облагается',
  ...changes,
})
