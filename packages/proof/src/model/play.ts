import type { Store } from '@artel/store'
import { expect } from 'vitest'
import type { Command, Facts, KeyedCommand } from './command.ts'
import { commandOf } from './command-of.ts'
import type { Intent } from './intent.ts'
import { expectInvariants } from './invariants.ts'
import {
  type BooksPicture,
  contingentOfBooks,
  contingentOfWorld,
  pictureOfBooks,
  pictureOfWorld,
} from './picture.ts'
import { type Happened, happen, isRecorded, predict, replay } from './predict.ts'
import { send } from './send.ts'
import type { Setting } from './setting.ts'
import { FIRST_PHONES, KNOWN_FOR_DAYS, openTown, type Town } from './town.ts'
import type { Answer, ModelDebt, World } from './world.ts'

/** A history under way. */
export interface Play {
  readonly town: Town
  readonly events: Happened[]
  readonly sent: KeyedCommand[]
  number: number
  /** The books after the last step. */
  books: BooksPicture
  /** What `events` make: carried on, since to replay them before every command costs more with each. */
  world: World
}

/** Called with the name of everything that a history reaches. */
export type Saw = (name: string) => void

/** A town with its first customers. */
export async function begin(store: Store, setting: Setting): Promise<Play> {
  const town = await openTown(store, setting)
  const books = await pictureOfBooks(store, town.agreed.coalitionId)
  const world = replay(town.agreed, [])
  const play: Play = { town, events: [], sent: [], number: 0, books, world }
  const [first] = town.agreed.members
  for (const phone of FIRST_PHONES)
    await step(store, play, { verb: 'enrol', memberId: first?.id ?? '', phone }, () => {})
  const [customerId, withId] = play.books.accounts.map(([id]) => id).sort()
  const joined = { memberId: first?.id ?? '', customerId: customerId ?? '', withId: withId ?? '' }
  await step(store, play, { verb: 'householdJoin', ...joined }, () => {})
  await step(store, play, { verb: 'wait', seconds: KNOWN_FOR_DAYS * 86_400 }, () => {})
  return play
}

/** Puts an intent into words, sends it and compares everything. */
export async function playIntent(store: Store, play: Play, intent: Intent, saw: Saw): Promise<void> {
  play.number += 1
  const command = commandOf(intent, {
    world: play.world,
    now: play.books.now,
    number: play.number,
    sent: play.sent,
  })
  if (command) await step(store, play, command, saw)
}

async function step(store: Store, play: Play, command: Command, saw: Saw): Promise<void> {
  const before = play.books
  const { answer, facts: told } = await send(play.town, store, command)
  const facts: Facts = { now: before.now, id: '', lotId: '', ...told }
  const { world } = play
  expect(answer, `the answer to ${inWords(command)}`).toEqual(predict(world, command, facts))

  const { coalitionId } = play.town.agreed
  const [after, contingent] = await Promise.all([
    pictureOfBooks(store, coalitionId),
    contingentOfBooks(store, coalitionId),
  ])
  play.books = after
  expectAgreement(world, after, inWords(command))
  expect(contingent, `contingent by issuer after ${inWords(command)}`).toEqual(contingentOfWorld(world))
  if (!answer.accepted || answer.replayed)
    expect({ ...after, now: 0 }, `the books after a refused ${inWords(command)}`).toEqual({
      ...before,
      now: 0,
    })
  remember(play, command, facts, answer)
  noteSeen(saw, command, answer)
  noteMerged(saw, command, answer, world)
  noteBooks(saw, before, after)
}

function remember(play: Play, command: Command, facts: Facts, answer: Answer): void {
  if (answer.accepted && !answer.replayed) play.events.push({ kind: 'done', command, facts })
  if (!('key' in command)) return
  if (isRecorded(answer) && !answer.replayed) {
    const refused = { kind: 'refused', command, answer } as const
    play.events.push(refused)
    happen(play.world, refused)
  }
  play.sent.push(command)
}

/** Every figure of the books is the model's, and the books hold by themselves. */
export function expectAgreement(world: World, books: BooksPicture, when: string): void {
  const { now: _now, rows: _rows, ...said } = books
  expect(said, `the books after ${when}`).toEqual(pictureOfWorld(world))
  expectInvariants(world.agreed, books)
}

/** Counts an answer, and what of it is easy to miss. */
export function noteSeen(saw: Saw, command: Command, answer: Answer): void {
  const replayed = answer.replayed ? ' replayed' : ''
  saw('a command')
  if (!answer.accepted) {
    saw(`${command.verb} ${answer.code}${replayed}`)
    return
  }
  saw(`${command.verb} accepted${replayed}`)
  const { says } = answer
  if (answer.replayed) return
  const some = (name: string) => says[name] !== undefined && says[name] !== '0'
  for (const name of [
    'pointsRedeemed',
    'pointsEarned',
    'pointsReturned',
    'pointsClaimed',
    'pointsRecovered',
    'pointsExpired',
    'pointsToDebt',
    'pointsBorne',
  ])
    if (some(name)) saw(`${command.verb} with ${name}`)
  if (command.verb === 'promoAward' && command.payers.length === 0) saw('points of the promo fund')
  if (some('pointsRedeemed') && some('pointsEarned')) saw(`${command.verb} mixed`)
}

/** Counts what reached a customer because another one was merged into it. */
function noteMerged(saw: Saw, command: Command, answer: Answer, world: World): void {
  if (!answer.accepted || answer.replayed) return
  if (command.verb === 'purchaseRefund') {
    const purchase = world.purchases.get(command.purchaseId)
    if (purchase && world.merged.has(purchase.customerId)) saw('a refund for a survivor')
  }
  if (command.verb === 'customerMerge')
    if (
      world.debts.some(
        (debt) => debt.customerId === command.intoId && debt.amount > 0n && isMoved(world, debt),
      )
    )
      saw('a debt moved')
}

/** Whether the debt is of a purchase that somebody else made. */
const isMoved = (world: World, debt: ModelDebt): boolean =>
  world.purchases.get(debt.purchaseId)?.customerId !== debt.customerId

/** Counts what the clock and old debts did to the books. */
export function noteBooks(saw: Saw, before: BooksPicture, after: BooksPicture): void {
  const ended = (books: BooksPicture) => books.holds.filter((hold) => hold.status === 'EXPIRED').length
  const owed = (books: BooksPicture) => books.debts.reduce((sum, debt) => sum + Number(debt.remaining), 0)
  const sum = (books: BooksPicture, name: string) =>
    Object.entries(books.balances).find(([account]) => account.startsWith(name))?.[1]
  const claimed = (books: BooksPicture) =>
    books.claims.reduce((sum, claim) => sum + Number(claim.remaining), 0)
  if (claimed(after) < claimed(before)) saw('a claim satisfied')
  if (ended(after) > ended(before)) saw('a hold timed out')
  if (owed(after) < owed(before)) saw('a debt recovered')
  if (sum(after, 'POINTS EXPIRED') !== sum(before, 'POINTS EXPIRED')) saw('points expired')
  const undated = (books: BooksPicture) =>
    books.lots.reduce((all, lot) => all + (lot.expiresAt === null ? Number(lot.remaining) : 0), 0)
  if (sum(after, 'POINTS EXPIRED') !== sum(before, 'POINTS EXPIRED') && undated(after) < undated(before))
    saw('points ended by inactivity')
  if (sum(after, 'MONEY PROMO_FUND') !== sum(before, 'MONEY PROMO_FUND')) saw('a reserve forfeited')
}

/** A command as a failure names it. */
export const inWords = (command: Happened['command'] | Command) =>
  JSON.stringify(command, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
