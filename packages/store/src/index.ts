export {
  addAuditEvent,
  addAuditEventBy,
  DEPLOYMENT_LOG,
  type NewAuditEvent,
} from './audit/add-audit-event.ts'
export { coalitionNow } from './coalition/coalition-now.ts'
export type {
  ActingPerson,
  Command,
  CommandKey,
  CounterToLoad,
  DecisionContext,
  EntryGroup,
  GroupsToLoad,
  NewHold,
  NewPurchase,
  NewRefund,
  OutboxEvent,
  Posted,
  PostOptions,
  SaleSought,
} from './command/command.ts'
export {
  CustomerNotFound,
  DeadlineExceeded,
  IdempotencyKeyMismatch,
  Overloaded,
} from './command/errors.ts'
export { receivedUnder } from './command/received-under.ts'
export type { IssuedVoucher, VoucherMove, VoucherStanding } from './command/voucher-moves.ts'
export { countConfirmationAttempt } from './confirmation/count-attempt.ts'
export {
  type ConfirmationName,
  type ConfirmationUse,
  freeConfirmation,
  takeConfirmation,
} from './confirmation/take-confirmation.ts'
export { consentIdsInForce } from './customer/consent-ids-in-force.ts'
export { enrolledSince } from './customer/enrolled-since.ts'
export { type ErasureOutcome, eraseCustomerData } from './customer/erase-customer.ts'
export { firstOfHouseholds, firstOpenHolds, firstOpenLots } from './customer/firsts-of-customers.ts'
export { holdBooks } from './customer/hold-books.ts'
export { lockCustomers } from './customer/lock-customers.ts'
export { openAccount } from './customer/open-account.ts'
export { pointsByIssuer } from './customer/points-by-issuer.ts'
export { recentMovesOf } from './customer/recent-moves.ts'
export { erasuresToScrub, scrubErasure } from './customer/scrub-erasure.ts'
export { seeDevice } from './customer/see-device.ts'
export { type ClaimedTelling, claimDeviceToTell, deviceTold } from './customer/tell-of-device.ts'
export {
  admitTokenHold,
  pointsUnderToken,
  releaseTokenHold,
  type TokenAdmission,
  type TokenName,
} from './customer/token-holds.ts'
export { coalitionsToRevalue, coalitionsToSettle } from './due-work/agreement-due.ts'
export { coalitionsToAttribute } from './due-work/attribution-due.ts'
export {
  coalitionsToAudit,
  coalitionsToCheckpoint,
  coalitionsToFold,
  coalitionsToRollUp,
  lastAuditHour,
} from './due-work/books-due.ts'
export { coalitionsWithCutOffYeses, YES_CUT_OFF_MINUTES } from './due-work/claims-due.ts'
export { coalitionsToCommission } from './due-work/commissions-due.ts'
export { announceDueWork, listenForDueWork } from './due-work/due-work-channel.ts'
export { coalitionsToExport } from './due-work/exports-due.ts'
export { coalitionsToImport, IMPORT_ROWS_DAYS } from './due-work/imports-due.ts'
export { coalitionsWithOccasions } from './due-work/occasions-due.ts'
export { coalitionToSweepPeople } from './due-work/people-due.ts'
export { coalitionsToRemind, coalitionsWithDueHolds, coalitionsWithDueLots } from './due-work/points-due.ts'
export { rememberJob, rememberLook } from './due-work/remember-job.ts'
export { coalitionsToRetain, ERASURE_SETTLES_SECONDS } from './due-work/retention-due.ts'
export { coalitionsToReview } from './due-work/tiers-due.ts'
export { coalitionsToDeliver, coalitionsToForget, coalitionsToTell } from './due-work/webhooks-due.ts'
export { DataDirectoryUnwritable, EmbeddedServerFailed } from './embedded/errors.ts'
export { type EmbeddedServer, startEmbedded } from './embedded/start-embedded.ts'
export { addExitGuarantee } from './exit/add-exit-guarantee.ts'
export { exitDeposits } from './exit/exit-deposits.ts'
export { memberObligations } from './exit/member-obligations.ts'
export { openLotsOfIssuer } from './exit/open-lots-of-issuer.ts'
export * from './growth-door.ts'
export {
  addCustomerReferences,
  addImportedCustomers,
  type ImportedCustomer,
} from './import-job/add-customers.ts'
export {
  addImport,
  addImportRows,
  faultRowsAlike,
  type ImportFault,
  importWasRead,
  type NewImport,
  type NewImportRow,
} from './import-job/add-import.ts'
export { type CustomerKeys, customersByKeys, type NamedCustomer } from './import-job/find-customers.ts'
export { type PostedBefore, postedUnder, type SoldBefore, salesByReceipt } from './import-job/find-posted.ts'
export { type ImportRow, readImportRows } from './import-job/import-rows.ts'
export {
  beginImport,
  cancelImport,
  endImport,
  failImport,
  nextImport,
  pauseImport,
  postponeImport,
} from './import-job/move-import.ts'
export { removeImports } from './import-job/remove-imports.ts'
export { type SettledPiece, settlePiece } from './import-job/settle-piece.ts'
export { type BookedEntry, type BookedTransfer, journalEntries } from './journal/journal-entries.ts'
export { type AccountMove, journalMoved } from './journal/journal-moved.ts'
export { holdChain } from './lanes/hold-chain.ts'
export type { BatchReport, CommandOutcome, LaneFigures } from './lanes/lane-figures.ts'
export { sweepBuckets } from './limits/sweep-buckets.ts'
export { type Taken, type Taking, takeFromBucket } from './limits/take-from-bucket.ts'
export { addExportPart, type NewExportPart } from './list-export/add-part.ts'
export { failExport, finishExport, postponeExport } from './list-export/end-export.ts'
export { nextExport } from './list-export/next-export.ts'
export { readExportParts } from './list-export/read-parts.ts'
export { removeExports } from './list-export/remove-exports.ts'
export { accountSequence } from './live/account-sequence.ts'
export { type BalanceMove, balanceMoves, type WatchedAccount } from './live/balance-moves.ts'
export { chainHeads } from './live/chain-heads.ts'
export { allowedOrigins } from './member/allowed-origins.ts'
export { migrate } from './migrations/migrate.ts'
export { pendingMigrations } from './migrations/pending-migrations.ts'
export { newId } from './new-id.ts'
export { addEvent, addEventAt } from './outbox/add-event.ts'
export { addReminders } from './points/add-reminders.ts'
export { accountsDueByDate, accountsDueByInactivity, type DueAccount } from './points/due-lots.ts'
export { type DueReminder, dueReminders } from './points/due-reminders.ts'
export { countGivenByOne, type GivenByOne, uncountGivenByOne } from './points/given-by-one.ts'
export { withLongTimeout } from './pool/open-pool.ts'
export { POOLERS, type Pooler } from './pool/pooled-client.ts'
export { PoolerInBetween } from './pool/pooler-in-between.ts'
export { post } from './post/post.ts'
export { type MoneyEntry, type PostedMoney, postMoney } from './post/post-money.ts'
export { IncompleteDatabase } from './privileges/incomplete-database.ts'
export { privilegeFaults } from './privileges/restore-privileges.ts'
export { billsWithLine } from './purchase/bills-with-line.ts'
export { type LineJson, lineJson, parseLine } from './purchase/line-json.ts'
export { type PayerJson, paidByOf, parseRefundRules, refundRulesJson } from './purchase/paid-by.ts'
export type { BatchRange } from './reads/batch-ranges.ts'
export { type ChainBatch, type ChainHead, type ChainStep, chainBatch, chainHead } from './reads/chain.ts'
export { clearingBalance } from './reads/clearing-balance.ts'
export { type ClearingSums, clearingSums } from './reads/clearing-sums.ts'
export { type CoverageSums, coverageSums, type IssuerCoverageSums } from './reads/coverage-sums.ts'
export { payableSums } from './reads/payable-sums.ts'
export { type WalletSums, walletSums } from './reads/wallet-sums.ts'
export { driveSellers, hasOtherSeller } from './receipt-claim/drive-sellers.ts'
export { type FiscalHolders, fiscalHolders } from './receipt-claim/fiscal-holders.ts'
export { endStaleClaim, freeReceiptClaim, receiptStanding } from './receipt-claim/receipt-standing.ts'
export { addReconciliation } from './reconciliation/add-reconciliation.ts'
export { type DisputableLine, disputableLines } from './reconciliation/disputable-lines.ts'
export { type FiscalSale, fiscalSales } from './reconciliation/fiscal-sales.ts'
export {
  addMissingThere,
  addReconciliationLines,
  type EarlierRow,
  earlierRows,
  type NewReconciliationLine,
  type ReconciliationLineKind,
} from './reconciliation/reconciliation-lines.ts'
export { type RecordedSale, recordedSales } from './reconciliation/recorded-sales.ts'
export { type CohortSums, cohortSums } from './reports/cohort-sums.ts'
export { type OpenLeg, openLegs } from './reports/open-legs.ts'
export {
  type AccountMovement,
  type OperatorAccountKind,
  operatorAccounts,
} from './reports/operator-accounts.ts'
export { type ReciprocitySums, reciprocitySums } from './reports/reciprocity-sums.ts'
export { inactiveCustomers, rememberPlace } from './retention/inactive-customers.ts'
export { sweepConfirmations } from './retention/sweep-confirmations.ts'
export { sweepDevices } from './retention/sweep-devices.ts'
export { type RolledUpAccounts, rollUpAccounts } from './rollup/roll-up-accounts.ts'
export { databaseAnswers } from './server/database-answers.ts'
export { databaseNow } from './server/database-now.ts'
export { roleRights, serverVersion } from './server/server-facts.ts'
export { addBankImport, type HubLeg, hubLegs, lastReading } from './settlement/bank-imports.ts'
export {
  addBankLine,
  type KnownBankLine,
  knownBankLines,
  type MovementOnRecord,
  movementsOnRecord,
  unkeptLinesThatPaid,
} from './settlement/bank-lines.ts'
export { type ClearingEntry, type ClearingLeg, clearingEntries } from './settlement/clearing-entries.ts'
export { clearingMoved } from './settlement/clearing-moved.ts'
export { closeWindows, openWindows } from './settlement/close-windows.ts'
export { addDispute, addResolution, type DisputedLeg, disputedLeg } from './settlement/disputes.ts'
export { inTransaction, type TransactionClient } from './settlement/in-transaction.ts'
export { listWindows } from './settlement/list-windows.ts'
export { answeredBefore, type OnceAnswer, once, settleAlone } from './settlement/once.ts'
export { openReceivables } from './settlement/open-receivables.ts'
export { type PayeeDetails, payeeDetails } from './settlement/payee-details.ts'
export {
  addPaymentLegs,
  legsOfWindow,
  markReceivable,
  paymentLegParties,
  type WindowLeg,
} from './settlement/payment-legs.ts'
export {
  addPayment,
  addPaymentReversal,
  type BankProof,
  equalPayment,
  type PaymentOnLeg,
  paymentOnLeg,
} from './settlement/payments.ts'
export { type PlanPosition, planPositions } from './settlement/plan-positions.ts'
export { addApproval, addPlan, approvalsOf, newestPlan } from './settlement/plans.ts'
export { setBusinessYear } from './settlement/set-business-year.ts'
export { addAcceptance, answersTo } from './settlement/statement-answers.ts'
export {
  markApproved,
  markSettled,
  reopenUnpaid,
  windowAndUnapprovedBefore,
  windowStatus,
} from './settlement/window-steps.ts'
export { inviteAlone } from './staff/invite-alone.ts'
export { isPerson } from './staff/is-person.ts'
export { lockPerson } from './staff/lock-person.ts'
export { makeKeysAlone } from './staff/make-keys-alone.ts'
export { type AttemptBucket, admitAttempt, forgiveAttempt, takeAttemptBack } from './staff/sign-in-delay.ts'
export { sweepPeople } from './staff/sweep-people.ts'
export { openStore, type Store } from './store.ts'
export { addRevaluation, type NewRevaluation } from './terms/add-revaluation.ts'
export { lockTerms } from './terms/lock-terms.ts'
export { outstandingPoints } from './terms/outstanding-points.ts'
export { promoFundBalance } from './terms/promo-fund-balance.ts'
export { lockTill } from './till/lock-till.ts'
export type { ExpectedHead } from './verify/expected-head.ts'
export type { Finding } from './verify/finding.ts'
export { type RecordedCheckpoint, recordCheckpoint } from './verify/record-checkpoint.ts'
export {
  type VerifiedHead,
  type VerifyOptions,
  type VerifyProgress,
  type VerifyResult,
  verify,
} from './verify/verify.ts'
export {
  type AuditLogVerified,
  auditLogs,
  type ExpectedAuditHead,
  verifyAuditLog,
} from './verify/verify-audit-log.ts'
export { loadVouchers } from './voucher/load-vouchers.ts'
export { type OutstandingVouchers, outstandingVouchers } from './voucher/outstanding-vouchers.ts'
export { keepBody, type TakenDelivery, takeDueDeliveries } from './webhook/due-deliveries.ts'
export {
  addEndpoint,
  changeEndpoint,
  deleteEndpoint,
  lockEndpoint,
  lockEndpointCount,
  pauseEndpoint,
  replaceSecret,
  replayDelivery,
  resumeEndpoint,
} from './webhook/endpoints.ts'
export { forgetDeliveries } from './webhook/forget-deliveries.ts'
export {
  type EndedAttempt,
  endAttempt,
  lockEndpointOf,
  noteStanding,
  triesBefore,
} from './webhook/record-attempt.ts'
export {
  addDeliveries,
  endpointsToTell,
  markTold,
  type NewDelivery,
  type ToldEndpoint,
  takeUntoldEvents,
  type UntoldEvent,
} from './webhook/untold-events.ts'
export { sumOf } from './wire/sum-of.ts'
