import { type BasisPoints, type Entry, micros, points, promote, promoteFromFund } from '@artel/ledger'
import {
  activationOf,
  type EvaluatedTrigger,
  evaluateTrigger,
  expiryOf,
  groupsAskedBy,
  type PayerGift,
  type RuleVersion,
  type SkipReason,
  usesOf,
  WHOLE_BPS,
} from '@artel/rules'
import {
  type CounterToLoad,
  type DecisionContext,
  newId,
  type PendingOccasion,
  type Store,
} from '@artel/store'
import { idsByName } from '../ids/ids-by-name.ts'
import { pilotsHoldingOut } from '../pilot/pilot-of-rule.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { countPosted, loadCreditStandings } from '../purchase/credit-standing.ts'
import { type Payers, pursesAt, termsOfPayer } from '../purchase/payers.ts'
import { isOfEarlierDay } from '../purchase/price-sale.ts'
import { type Agreement, termsInForce } from '../terms/agreement.ts'
import { loadRulePayers } from '../terms/running-rules.ts'
import { lavishPart } from '../velocity/award-limit.ts'

/** A rule that is about an occasion, and whose it is: a member's, or with the coalition's id the coalition's. */
export interface AskedRule {
  readonly rule: RuleVersion
  readonly ownerId: string
}

/** Why a rule gives nothing: no refusal, so nothing is written down under its key. */
class GivesNothing extends Error {
  readonly reason: SkipReason

  constructor(reason: SkipReason) {
    super(`The rule gives nothing: ${reason}`)
    this.name = 'GivesNothing'
    this.reason = reason
  }
}

type Gift = Exclude<EvaluatedTrigger, { readonly skipped: SkipReason }>

/**
 * Asks one rule about one occasion and books what it gives: points of each payer, the counters that it moves and the version that
 * gave them, in one command. Its key is made of the occasion and the rule, so whoever asks, and however often, it gives once.
 * Answers why it gave nothing; undefined where it gave.
 */
export async function giveForOccasion(
  store: Store,
  agreement: Agreement,
  {
    occasion,
    asked,
    givers,
  }: { readonly occasion: PendingOccasion; readonly asked: AskedRule; readonly givers: Payers },
): Promise<SkipReason | undefined> {
  const coalitionId = agreement.coalition.id
  const rule = paidBySomebody(asked)
  const { customerId } = occasion
  const payers = giversOf(rule, givers, coalitionId)
  const request = { occasionId: occasion.id, ruleId: rule.ruleId }
  const ids = { giftId: newId(), eventId: newId(), lotIdOf: idsByName() }
  const facts = { agreement, payers, rule, ownerId: asked.ownerId, occasion, ids }
  try {
    const { group } = await postCommand(store, coalitionId, {
      customerId,
      key: {
        scopeId: coalitionId,
        operation: 'ruleGift',
        key: `${occasion.id}:${rule.ruleId}`,
        requestHash: requestHash(request),
      },
      takesAtMost: points(0n),
      looksBack: agreement.coalition.dailyAwardLimitPoints !== null,
      counters: countersOf(rule, occasion),
      ...groupsOf(rule),
      paidByPromoFund: payers.isFund,
      paidByMembers: payers.members.length > 0,
      decide: (state, at) => decideGift(facts, state.customerId, at),
    })
    for (const [payerId, standing] of payers.standings) countPosted(standing, payerId, group?.entries)
    return undefined
  } catch (error) {
    if (error instanceof GivesNothing) return error.reason
    throw error
  }
}

/** What a gift is decided on besides the customer's state. */
interface GiftFacts {
  readonly agreement: Agreement
  readonly payers: Payers
  readonly rule: RuleVersion
  readonly ownerId: string
  readonly occasion: PendingOccasion
  readonly ids: { readonly giftId: string; readonly eventId: string; lotIdOf(payerId: string): string }
}

function decideGift(facts: GiftFacts, customerId: string, at: DecisionContext) {
  const { agreement, payers, rule, ownerId, occasion, ids } = facts
  const { coalition } = agreement
  const terms = termsInForce(agreement, at.now)
  if (!terms || at.customerStatus !== 'ACTIVE') throw new GivesNothing('NOT_THIS_CUSTOMER')
  const controlOf = pilotsHoldingOut([rule], customerId)
  const gift = evaluateTrigger({
    rule,
    ownerId,
    customer: {
      ...{ id: customerId, lastHere: null, lastAnywhere: null },
      ...(at.groups && { groups: at.groups }),
      ...(controlOf && { controlOf }),
    },
    memberId: occasion.memberId,
    // Enrolments and birthdays are of the coalition's own clock, whenever the worker comes to them.
    isLate: isToldLate(occasion, coalition.timeZone),
    happenedAt: occasion.happenedAt,
    timeZone: coalition.timeZone,
    used: at.used ?? new Map(),
    purses: pursesAt(agreement, payers, at),
    faceValueMinor: terms.faceValueMinor,
  })
  if ('skipped' in gift) throw new GivesNothing(gift.skipped)
  const entries = gift.paidBy.flatMap((part) => entriesOf(facts, { part, customerId, at }))
  if (lavishPart(coalition, entries, at)) throw new GivesNothing('PAYER_LIMIT')
  const parts = gift.paidBy.map(({ payerId, points: n }) => ({
    memberId: payerId === coalition.id ? null : payerId,
    points: String(n),
  }))
  const paidByMembers = parts.filter(({ memberId }) => memberId !== null)
  const payload = { awardId: ids.giftId, customerId, points: String(gift.points), payers: paidByMembers }
  return {
    documentId: ids.giftId,
    entries,
    gift: {
      id: ids.giftId,
      occasionId: occasion.id,
      versionId: rule.id,
      ownerId,
      day: occasion.day,
      points: gift.points,
      counters: countersText(gift),
      payers: JSON.stringify(
        gift.paidBy.map(({ payerId, points: n }) => [payerId, ids.lotIdOf(payerId), String(n)]),
      ),
    },
    counters: gift.counters,
    outbox: [{ id: ids.eventId, kind: 'points.awarded', subjectId: customerId, payload }],
  }
}

/** The entry of one payer's part: its own points, under the terms that bind it. */
function entriesOf(
  { agreement, payers, ids }: GiftFacts,
  {
    part,
    customerId,
    at,
  }: { readonly part: PayerGift; readonly customerId: string; readonly at: DecisionContext },
): readonly Entry[] {
  const { coalition } = agreement
  const { payerId } = part
  const terms = termsOfPayer(agreement, payers, { payerId, now: at.now })
  // It was decided with what this payer can pay, by the same terms.
  if (!terms) throw new Error(`A rule is paid by ${payerId}, who gives no points`)
  const lot = {
    lotId: ids.lotIdOf(payerId),
    terms,
    activatesAt: activationOf(terms, at.now, coalition.timeZone),
    expiresAt: expiryOf(terms, at.now, coalition.timeZone),
  }
  const to = {
    ...{ customerId, coalitionId: coalition.id, documentId: ids.giftId },
    ...{ points: part.points, now: at.now },
  }
  if (payerId === coalition.id) return [promoteFromFund({ ...to, ...lot, fund: at.promoFund ?? micros(0n) })]
  return promote({ ...to, payers: [{ ...lot, memberId: payerId, share: 1n }] })
}

const countersText = ({ counters }: Gift): string =>
  JSON.stringify(
    counters.map(({ ownerId, customerId, period, delta, limit }) => [
      ...[ownerId, customerId, period],
      ...[String(delta), String(limit)],
    ]),
  )

const isToldLate = ({ kind, happenedAt, recordedAt }: PendingOccasion, timeZone: string): boolean =>
  (kind === 'VISIT' || kind === 'EVENT') && isOfEarlierDay(happenedAt, recordedAt, timeZone)

/** The rule with its payers named: its owner where it names none. */
const paidBySomebody = ({ rule, ownerId }: AskedRule): RuleVersion =>
  rule.pays ? rule : { ...rule, pays: [{ payerId: ownerId, shareBps: WHOLE_BPS as BasisPoints }] }

/** Those who pay for any of these rules, and where they stand. */
export async function loadGivers(
  store: Store,
  { coalition, limitsCredit }: Agreement,
  asked: readonly AskedRule[],
): Promise<Payers> {
  // Nobody sells here: all who pay are asked what they can.
  const at = { coalitionId: coalition.id, memberId: '' }
  const payers = (await loadRulePayers(store, at, asked.map(paidBySomebody))) ?? {
    members: [],
    isFund: false,
  }
  const memberIds = limitsCredit ? payers.members.map(({ id }) => id) : []
  const standings = await loadCreditStandings(store, { coalitionId: coalition.id, memberIds })
  return { ...payers, standings }
}

/** Of them, those who pay for one rule. */
function giversOf({ pays = [] }: RuleVersion, givers: Payers, coalitionId: string): Payers {
  const ids = new Set(pays.map(({ payerId }) => payerId))
  const members = givers.members.filter(({ id }) => ids.has(id))
  const standings = new Map([...givers.standings].filter(([id]) => ids.has(id)))
  return { members, isFund: ids.has(coalitionId) && givers.isFund, standings }
}

function countersOf(rule: RuleVersion, { customerId, day }: PendingOccasion): CounterToLoad[] {
  const { ruleId: ownerId, limits } = rule
  const uses = usesOf(rule)
  return [
    ...(limits.budget ? [{ ownerId, customerId: null, per: limits.budget.per, day }] : []),
    ...(uses ? [{ ownerId, customerId, per: uses.per, day }] : []),
  ]
}

function groupsOf(rule: RuleVersion) {
  const ids = groupsAskedBy(rule.if)
  return ids.length === 0 ? {} : { groups: { ids, followSales: rule.if.tiers !== undefined } }
}
