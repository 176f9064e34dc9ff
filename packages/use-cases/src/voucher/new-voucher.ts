import { randomInt } from 'node:crypto'
import {
  FREE_VOUCHER_SYMBOLS,
  lastDayOf,
  localDateOf,
  makeVoucherCode,
  type VoucherEffect,
} from '@artel/rules'
import { type IssuedVoucher, newId } from '@artel/store'

const SYMBOLS = 32

/**
 * A voucher that a sale gives. A decision that is made again makes another: the first was never recorded, and nobody has
 * been told its code.
 */
export function newVoucher(
  effect: VoucherEffect,
  by: Pick<IssuedVoucher, 'versionId' | 'memberId' | 'purchaseId'> & {
    readonly now: Date
    readonly timeZone: string
  },
): IssuedVoucher {
  return {
    id: newId(),
    code: makeVoucherCode(Array.from({ length: FREE_VOUCHER_SYMBOLS }, () => randomInt(SYMBOLS))),
    versionId: by.versionId,
    memberId: by.memberId,
    purchaseId: by.purchaseId,
    lastDay: lastDayOf(effect, localDateOf(by.now, by.timeZone)),
  }
}
