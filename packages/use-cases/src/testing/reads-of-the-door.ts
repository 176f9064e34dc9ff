/** Reads of a store, whose callers decide who sees what they answer. */
export const READS_OF_THE_STORE = [
  'consentsInForceOf',
  'exportLink',
  'fillSearchWords',
  'findHostedCoalition',
  'findWindow',
  'knownCustomers',
  'knownDealings',
  'loadRuleVersions',
  'openExportFile',
  'readAppliedRules',
  'readBusinessDays',
  'readExit',
  'readMemberStatus',
  'readReferrals',
  'readTerms',
  'readTermsInForce',
  'readTierStandings',
  'readVouchers',
  'rowsBeyond',
  'seenEarnCode',
  'todayOf',
  'writeFoundJournal',
  'writeStatement',
]

/** Reads by ids, which answer nothing instead of refusing, so that one query serves many. */
export const READS_BY_IDS = ['readWallet', 'readActivity', 'readClearingPosition']

/** What a door writes down of whoever calls: that somebody was refused, and of a customer alone from which device it looks. */
export const NOTES_OF_A_DOOR = ['noticeDevice', 'recordDenial']
