import { expect, test } from 'vitest'
import {
  CustomerPurchasesDocument,
  HoldCaptureDocument,
  PurchaseGetDocument,
  PurchaseListDocument,
  PurchaseRecordDocument,
} from './generated/graphql.ts'

test('what a sale answers does not look for who recorded it; what is read back does', () => {
  for (const sale of [PurchaseRecordDocument, HoldCaptureDocument])
    expect(String(sale)).not.toContain('recordedBy')
  for (const read of [PurchaseGetDocument, PurchaseListDocument, CustomerPurchasesDocument])
    expect(String(read)).toContain('recordedBy')
})
