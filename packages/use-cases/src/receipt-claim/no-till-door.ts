// Verbs for bills without a till: one-time codes of members, and fiscal receipts that customers claim. Part of the door, `index.ts`.
export { type ClaimEarnCodeInput, claimEarnCode } from '../earn-code/claim-earn-code.ts'
export { type EarnCodeDoor, earnCodeAddress } from '../earn-code/code-of.ts'
export { type IssuedEarnCode, type IssueEarnCodeInput, issueEarnCode } from '../earn-code/issue-earn-code.ts'
export { readEarnCodes } from '../earn-code/read-earn-codes.ts'
export { revokeEarnCode } from '../earn-code/revoke-earn-code.ts'
export { type SeenEarnCode, seenEarnCode } from '../earn-code/seen-earn-code.ts'
export { dayText, type EarnCodeState, stateOfEarnCode } from '../earn-code/state-of.ts'
export { acceptFiscalDrive } from '../fiscal-drive/accept-fiscal-drive.ts'
export { type AddFiscalDriveInput, addFiscalDrive } from '../fiscal-drive/add-fiscal-drive.ts'
export { closeFiscalDrive } from '../fiscal-drive/close-fiscal-drive.ts'
export { readFiscalDrives } from '../fiscal-drive/read-fiscal-drives.ts'
export { type ConfirmReceiptClaimInput, confirmReceiptClaim } from './confirm-receipt-claim.ts'
export { declineReceiptClaim } from './decline-receipt-claim.ts'
export { endCutOffYeses } from './end-cut-off-yeses.ts'
export {
  type MadeReceiptClaim,
  type MakeReceiptClaimInput,
  makeReceiptClaim,
} from './make-receipt-claim.ts'
export { readReceiptClaims } from './read-receipt-claims.ts'
export { pendingOn, type ReceiptClaimState, stateOfReceiptClaim } from './state-of.ts'
