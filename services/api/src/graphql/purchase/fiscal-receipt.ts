import type { FiscalId } from '@artel/rules'
import { builder } from '../vocabulary/builder.ts'

/** What names a fiscal receipt. */
export const FiscalReceipt = builder.objectRef<FiscalId>('FiscalReceipt').implement({
  description: 'What names a Russian fiscal receipt in the world.',
  fields: (t) => ({
    fn: t.exposeString('fn', { description: 'Number of the fiscal drive in the till, 16 digits.' }),
    i: t.exposeString('i', { description: 'Number of the document on the drive, without leading zeros.' }),
    fp: t.exposeString('fp', { description: 'Fiscal sign of the document, without leading zeros.' }),
  }),
})

export const FiscalReceiptInput = builder.inputType('FiscalReceiptInput', {
  description:
    'What names a Russian fiscal receipt: the parts `fn`, `i` and `fp` of its QR code. Leading zeros of the last two do not count.',
  fields: (t) => ({
    fn: t.string({ required: true, description: 'Number of the fiscal drive, 16 digits.' }),
    i: t.string({ required: true, description: 'Number of the fiscal document, 1 to 10 digits.' }),
    fp: t.string({ required: true, description: 'Fiscal sign of the document, 1 to 10 digits.' }),
  }),
})
