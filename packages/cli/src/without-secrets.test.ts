import { expect, test } from 'vitest'
import { withoutSecrets } from './without-secrets.ts'

test.each([
  ['"settle ak_test_ChXucuu9j4AcdiyDxnkpL_FXLPLACDqbyNat" is not known', '"settle ak_test_..." is not known'],
  ['sk_live_ChXucuu9j4AcdiyDxnkpL_FXLP and op_qA2_2J-i9JXd4-RAjGV6', 'sk_live_... and op_...'],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw+/==', 'whsec_...'],
  ['the token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjdXMifQ.c2ln ended', 'the token eyJ... ended'],
  [
    'the coalition coa_ChXucuu9j4AcdiyDxnkpL has no sk_ key',
    'the coalition coa_ChXucuu9j4AcdiyDxnkpL has no sk_ key',
  ],
])('%s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown)
})
