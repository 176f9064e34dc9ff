import { lesser, type Minor, minor } from '@artel/ledger'

/** A line of a bank statement, of whoever's account: money in or out. */
export interface ImportedLine {
  readonly id: string
  /** ISO date. */
  readonly bookedOn: string
  readonly direction: 'IN' | 'OUT'
  /** Minor units, positive. */
  readonly amount: Minor
  /** All free text: purpose, remittance information, end-to-end id. */
  readonly purpose: string
  readonly counterpartyAccount: string | null
  readonly counterpartyInn: string | null
}

/** What is still to be paid of one leg, seen from the account whose statement is imported. */
export interface OpenLeg {
  readonly id: string
  readonly reference: string
  readonly direction: 'IN' | 'OUT'
  /** The party on the other side. */
  readonly partyId: string
  readonly partyAccounts: readonly string[]
  readonly partyInn: string | null
  /** Minor units still open. */
  readonly outstanding: Minor
  /** ISO date; the older leg is paid first. */
  readonly dueOn: string
}

/** How a line's legs were found: its text names them; or the party is known, with or without the very amount. */
export type MatchedBy = 'REFERENCE' | 'PAYER_AND_AMOUNT' | 'PAYER'

/** Why some of a line is not allocated. NOTHING_LEFT: its legs are paid. The rest: no leg was found at all. */
export type RemainderReason =
  | 'NOTHING_LEFT'
  | 'UNKNOWN_PAYER'
  | 'NO_OPEN_LEG'
  | 'SEVERAL_PARTIES'
  | 'REPEATED_LINE'

/**
 * What a line pays. MATCHED: whole legs with all of it. PARTIAL: all of it, and a leg stays open. OVER_PAID: some of it,
 * its legs are paid. UNMATCHED: nothing.
 */
export interface LineMatch {
  readonly lineId: string
  readonly verdict: 'MATCHED' | 'PARTIAL' | 'OVER_PAID' | 'UNMATCHED'
  readonly by: MatchedBy | null
  /** Minor units, each positive; with `remainder` they sum to the line's amount. */
  readonly allocations: readonly { readonly legId: string; readonly amount: Minor }[]
  readonly remainder: Minor
  readonly reason: RemainderReason | null
  /** The reference is a leg's, but who paid is not known as its party: a person should look. */
  readonly otherPayer: boolean
}

/** Result of an import: one match a line in the order of (bookedOn, id), and what is then open of each leg. */
export interface PaymentMatches {
  readonly matches: readonly LineMatch[]
  readonly outstanding: ReadonlyMap<string, Minor>
}

/**
 * Matches lines to open legs, the same way whatever the order of either. A reference in a line's text decides first; else
 * the party by its account or INN: its leg of that very amount, or its legs oldest due first. An amount alone proves
 * nothing and matches nothing. Never allocates more than a line or a leg has.
 */
export function matchPayments(lines: readonly ImportedLine[], legs: readonly OpenLeg[]): PaymentMatches {
  const ordered = legs.toSorted((a, b) => order(a.dueOn, b.dueOn) || order(a.id, b.id))
  const outstanding = new Map(ordered.map(({ id, outstanding: open }) => [id, open]))
  const seen = new Set<string>()
  const matches = lines
    .toSorted((a, b) => order(a.bookedOn, b.bookedOn) || order(a.id, b.id))
    .map((line) => {
      if (seen.has(line.id)) return unmatched(line, 'REPEATED_LINE')
      seen.add(line.id)
      return matchLine(line, ordered, outstanding)
    })
  return { matches, outstanding }
}

function matchLine(line: ImportedLine, legs: readonly OpenLeg[], outstanding: Map<string, Minor>): LineMatch {
  const words = wordsOf(line.purpose)
  const sameWay = legs.filter(({ direction }) => direction === line.direction)
  const named = sameWay.filter(({ reference }) => names(words, reference))
  if (named.length > 0) return allocate(line, { legs: named, by: 'REFERENCE' }, outstanding)

  const ofParty = sameWay.filter((leg) => isParty(line, leg))
  if (ofParty.length === 0) return unmatched(line, 'UNKNOWN_PAYER')
  if (new Set(ofParty.map(({ partyId }) => partyId)).size > 1) return unmatched(line, 'SEVERAL_PARTIES')
  const open = ofParty.filter(({ id }) => (outstanding.get(id) ?? 0n) > 0n)
  if (open.length === 0) return unmatched(line, 'NO_OPEN_LEG')
  const exact = open.find(({ id }) => outstanding.get(id) === line.amount)
  if (exact) return allocate(line, { legs: [exact], by: 'PAYER_AND_AMOUNT' }, outstanding)
  return allocate(line, { legs: open, by: 'PAYER' }, outstanding)
}

function allocate(
  line: ImportedLine,
  found: { readonly legs: readonly OpenLeg[]; readonly by: MatchedBy },
  outstanding: Map<string, Minor>,
): LineMatch {
  let left = line.amount
  const allocations: { legId: string; amount: Minor }[] = []
  for (const { id } of found.legs) {
    const open = outstanding.get(id) ?? minor(0n)
    const amount = lesser(open, left)
    if (amount <= 0n) continue
    allocations.push({ legId: id, amount })
    outstanding.set(id, minor(open - amount))
    left = minor(left - amount)
  }
  if (allocations.length === 0) return unmatched(line, 'NOTHING_LEFT')
  const closesAll = allocations.every(({ legId }) => outstanding.get(legId) === 0n)
  return {
    lineId: line.id,
    verdict: left > 0n ? 'OVER_PAID' : closesAll ? 'MATCHED' : 'PARTIAL',
    by: found.by,
    allocations,
    remainder: left,
    reason: left > 0n ? 'NOTHING_LEFT' : null,
    otherPayer: !found.legs.every((leg) => isParty(line, leg)),
  }
}

const unmatched = (line: ImportedLine, reason: RemainderReason): LineMatch => ({
  lineId: line.id,
  verdict: 'UNMATCHED',
  by: null,
  allocations: [],
  remainder: line.amount,
  reason,
  otherPayer: false,
})

const isParty = (line: ImportedLine, { partyAccounts, partyInn }: OpenLeg) =>
  isOneOfParties(line, { partyAccounts, partyInns: partyInn === null ? [] : [partyInn] })

/** Whether the other side of a line has one of these accounts or tax numbers. */
export const isOneOfParties = (
  line: Pick<ImportedLine, 'counterpartyAccount' | 'counterpartyInn'>,
  parties: { readonly partyAccounts: readonly string[]; readonly partyInns: readonly string[] },
): boolean =>
  (isKnown(line.counterpartyAccount) && parties.partyAccounts.includes(line.counterpartyAccount)) ||
  (isKnown(line.counterpartyInn) && parties.partyInns.includes(line.counterpartyInn))

/** Banks write an empty text, or zeros, for what they do not know. */
const isKnown = (text: string | null): text is string => text !== null && /[^\s0]/.test(text)

/** Whether a text quotes the reference of a leg, however it is spelled. */
export const quotes = (text: string, reference: string): boolean => names(wordsOf(text), reference)

/** Letters and digits of any script in capitals, other signs as one blank: ` ZARECHYE 7 1 `. */
const wordsOf = (text: string) =>
  ` ${text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
/** Whole words only: leg 1 is not named by leg 12. */
const names = (words: string, reference: string) => {
  const wanted = wordsOf(reference)
  return wanted.trim() !== '' && words.includes(wanted)
}
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
