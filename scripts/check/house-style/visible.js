import { VISIBLE } from './conditions.js'
import { readsOf } from './reads.js'
import { isCode, isOfTests } from './sources.js'

const HOME = 'services/api/src/auth/visible.ts'

/** The room whose reads answer callers, and what of it reads for itself: who is calling, and what may be asked for. */
const ROOM = 'services/api/src/'
const READS_FOR_ITSELF = ['services/api/src/auth/', 'services/api/src/limits/']

const VISITED = 'Whoever has the address of a link is led to its page, and asks for nothing else.'
const LOADED =
  'rows of ids that stand in a row which was seen, for everybody at once; what of them is shown, their fields decide.'
const PART = 'a part of the row that it is asked of, which was seen, and shown to whoever sees that.'
const WATCHED =
  'one reading for all streams of a coalition: each is asked whether it sees an event before it is told.'

/**
 * Reads without it, and why each may be: `file: read`, where the read is named by its table and method, by the relation, or by
 * the read of the store, `?` for a table that cannot be read off. Whoever adds one says why nobody sees a row by it that `visibleTo` hides.
 * @type {Readonly<Record<string, string>>}
 */
const WITHOUT_VISIBLE = {
  'services/api/src/routes/answer-export.ts: openExportFile':
    'whoever holds the signed address of a file may have it, as whoever made it could',
  'services/api/src/exports/make-export-reader.ts: rowsBeyond':
    'of rows that a query has shown: those that are left out of the file',
  'services/api/src/routes/answer-earn-code.ts: seenEarnCode':
    'whoever holds a code may see what it is for; who guesses pays for each that there is not',
  'services/api/src/routes/send-customer-page.ts: findHostedCoalition':
    'the page says what the coalition is called, to whoever has its address; nothing of a customer is in it',
  'services/api/src/graphql/customer/customer-session.ts: findHostedCoalition':
    'finds in whose log a refusal is told; nothing of it is shown',
  'services/api/src/loaders/loaders.ts: coalition.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: member.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: customer.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: person.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: terms.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: purchase.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: actBy.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: refund.findMany': LOADED,
  'services/api/src/loaders/loaders.ts: earnRule.findMany': LOADED,
  'services/api/src/loaders/commission-loaders.ts: affiliate.findMany': LOADED,
  'services/api/src/loaders/commission-loaders.ts: commissionProgramme.findMany': LOADED,
  'services/api/src/loaders/commission-loaders.ts: commissionVersion.findMany': LOADED,
  'services/api/src/loaders/commission-loaders.ts: payableSums': LOADED,
  'services/api/src/graphql/commission/commission.ts: relation(lines)': PART,
  'services/api/src/graphql/affiliate/affiliate.ts: affiliateTerms.findFirst':
    'what affiliates agree to, which whoever applies reads first.',
  'services/api/src/loaders/loaders.ts: salesMapping.findMany': LOADED,
  'services/api/src/loaders/growth-loaders.ts: loadRuleVersions': LOADED,
  'services/api/src/loaders/growth-loaders.ts: link.findMany': LOADED,
  'services/api/src/loaders/growth-loaders.ts: linkFigures': LOADED,
  'services/api/src/loaders/growth-loaders.ts: attribution.findMany': LOADED,
  'services/api/src/visits/find-link.ts: visitedLink': VISITED,
  'services/api/src/visits/find-link.ts: visitedReferral': VISITED,
  'services/api/src/visits/hash-visits.ts: clickSalt': VISITED,
  'services/api/src/visits/click-queue.ts: addClicks': VISITED,
  'services/api/src/loaders/growth-loaders.ts: newestRuleVersions': LOADED,
  'services/api/src/loaders/growth-loaders.ts: todayOf': LOADED,
  'services/api/src/loaders/growth-loaders.ts: ruleCosts': LOADED,
  'services/api/src/loaders/growth-loaders.ts: ruleAcceptance.findMany': LOADED,
  'services/api/src/loaders/growth-loaders.ts: segmentSizes': LOADED,
  'services/api/src/loaders/growth-loaders.ts: readTierStandings': LOADED,
  'services/api/src/loaders/growth-loaders.ts: readVouchers': LOADED,
  'services/api/src/loaders/customer-loaders.ts: walletSums': LOADED,
  'services/api/src/loaders/customer-loaders.ts: pointsByIssuer': LOADED,
  'services/api/src/loaders/customer-loaders.ts: firstOpenLots': LOADED,
  'services/api/src/loaders/customer-loaders.ts: lot.findMany': LOADED,
  'services/api/src/loaders/customer-loaders.ts: firstOpenHolds': LOADED,
  'services/api/src/loaders/customer-loaders.ts: hold.findMany': LOADED,
  'services/api/src/loaders/customer-loaders.ts: firstOfHouseholds': LOADED,
  'services/api/src/loaders/customer-loaders.ts: customer.findMany': LOADED,
  'services/api/src/loaders/customer-loaders.ts: consentsInForceOf': LOADED,
  'services/api/src/loaders/customer-loaders.ts: knownCustomers': LOADED,
  'services/api/src/loaders/growth-loaders.ts: readReferrals': LOADED,
  'services/api/src/graphql/tier/tier-mutations.ts: tierLadder.findUniqueOrThrow':
    'the ladder that the caller has just made or ended.',
  'services/api/src/loaders/loaders.ts: clearingSums': LOADED,
  'services/api/src/graphql/agreement/terms-versions.ts: readTerms':
    "versions of the terms for all; of one member's own it tells nothing but to that member.",
  'services/api/src/graphql/coalition/coalition.ts: readTermsInForce': 'the terms for all, which are public.',
  'services/api/src/graphql/customer/customer-list.ts: knownDealings':
    'narrows the list that visibleTo allows, and shows nobody.',
  'services/api/src/graphql/exit/member-exit.ts: readExit':
    'of a member whose position is seen: `seesPositionOf` asks.',
  'services/api/src/graphql/settlement/business-days.ts: readBusinessDays':
    'days of a coalition that was seen.',
  'services/api/src/graphql/settlement/member-statement.ts: findWindow': PART,
  'services/api/src/graphql/settlement/member-statement.ts: memberLines': PART,
  'services/api/src/routes/answer-token-keys.ts: member.findFirst':
    'the public halves of keys that sign tokens: they are published, for whoever checks a token, and nothing else of the member is read.',
  'services/api/src/graphql/vocabulary/money.ts: coalition.findUniqueOrThrow':
    'the currency of an amount that was seen.',
  'services/api/src/graphql/exit/member-exit.ts: exitLot.findMany': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: reconciliationLine.findMany': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: recordedSales': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: disputableLines': PART,
  'services/api/src/graphql/purchase/purchase-line.ts: parseLine': PART,
  'services/api/src/graphql/purchase/bills-asked.ts: ruleVersion.findMany':
    'ids for a condition on sales, beside that of visibleTo; nothing of a rule is shown.',
  'services/api/src/graphql/purchase/bills-asked.ts: billsWithLine':
    'ids for a condition on sales, beside that of visibleTo.',
  'services/api/src/graphql/settlement/dispute.ts: disputeResolution.findUnique': PART,
  'services/api/src/graphql/settlement/member-statement.ts: statement.findUniqueOrThrow': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(approvals)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(leg)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(payments)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(reversal)': PART,
  'services/api/src/graphql/webhook/webhook-delivery.ts: webhookAttempt.findMany': PART,
  'services/api/src/graphql/webhook/webhook-endpoint.ts: webhookSecret.findMany': PART,
  'services/api/src/graphql/webhook/event-list.ts: terms.findMany':
    'says of events under a condition of visibleTo whose they are; no terms are shown.',
  'services/api/src/graphql/staff/me.ts: person.findUniqueOrThrow': 'oneself.',
  'services/api/src/graphql/staff/passkey.ts: passkey.findMany': 'oneself.',
  'services/api/src/graphql/staff/me.ts: person.count': 'oneself.',
  'services/api/src/graphql/staff/me.ts: staffSession.findUniqueOrThrow': 'the calling session.',
  'services/api/src/graphql/staff/me.ts: staffSession.findMany':
    'of the session that was just begun, whose caller is nobody yet: the condition is that of visibleTo, `ownSessions`.',
  'services/api/src/audit/denials.ts: recordDenial': 'writes what was refused, and shows nobody anything.',
  'services/api/src/graphql/consent/consent-steps.ts: customer.findUniqueOrThrow':
    'the customer of the record that the verb has just written for this caller.',
  'services/api/src/graphql/consent/consent.ts: consent.findMany':
    'of a customer whose person is seen: `seesPersonOf` asks.',
  'services/api/src/graphql/customer/customer-erase.ts: customer.findUniqueOrThrow':
    'what is left of the customer whom this caller has just erased.',
  'services/api/src/graphql/staff/me.ts: till.findUniqueOrThrow': 'the till of the calling session.',
  'services/api/src/live/balance-feed.ts: accountSequence': WATCHED,
  'services/api/src/live/balance-feed.ts: balanceMoves': WATCHED,
  'services/api/src/live/feed.ts: chainHeads': WATCHED,
  'services/api/src/live/purchase-feed.ts: chainHeads': WATCHED,
  'services/api/src/live/purchase-feed.ts: purchase.findMany': WATCHED,
  'services/api/src/live/window-feed.ts: listWindows': WATCHED,
  'services/api/src/http/allowed-origins.ts: allowedOrigins':
    'what pages may call at all; no caller sees it.',
}

/**
 * Every read in the API of a table, a relation or by a named read of the store has a condition out of `visibleTo`, or is named
 * above with a reason.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function visibleBreaches({ sources }) {
  const reads = sources
    .filter((source) => isCode(source) && !isOfTests(source) && source.place.startsWith(ROOM))
    .filter(({ place }) => !READS_FOR_ITSELF.some((folder) => place.startsWith(folder)))
    .flatMap(readsOf)
  const unseen = reads.filter((read) => !read.isVisible)
  const known = new Set(unseen.map(({ place, what }) => `${place}: ${what}`))
  const breaches = unseen
    .filter(({ place, what }) => !Object.hasOwn(WITHOUT_VISIBLE, `${place}: ${what}`))
    .map(
      ({ line, what }) =>
        `${line}: ${what} reads without ${VISIBLE}; add its condition to the where, or the read with its reason to house-style/visible.js.`,
    )
  // Of a checkout without the API there is nothing to say.
  if (!sources.some(({ place }) => place === HOME)) return breaches
  const stale = Object.keys(WITHOUT_VISIBLE).filter((name) => !known.has(name))
  return [
    ...breaches,
    ...stale.map(
      (name) =>
        `scripts/check/house-style/visible.js: "${name}" is there no more, or reads through ${VISIBLE} now; take it off the list.`,
    ),
  ]
}
