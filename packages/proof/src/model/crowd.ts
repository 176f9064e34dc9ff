import { isDeepStrictEqual } from 'node:util'
import type { Store } from '@artel/store'
import { customerScopeAt } from '@artel/use-cases/testing'
import { expect } from 'vitest'
import { type Command, type KeyedCommand, keyName } from './command.ts'
import { commandOf } from './command-of.ts'
import type { Intent } from './intent.ts'
import { contingentOfBooks, contingentOfWorld, pictureOfBooks } from './picture.ts'
import { expectAgreement, inWords, noteBooks, noteSeen, type Play, type Saw } from './play.ts'
import { groupsSince, type PostedGroup } from './posted-groups.ts'
import { type Happened, happen, isRecorded, predict, replay } from './predict.ts'
import { type Sent, send } from './send.ts'
import { type Answer, known, type World } from './world.ts'

/** An intent of a crowd; `twice` sends it through both stores at once, as a retry that overtakes its first try. */
export interface CrowdIntent {
  readonly intent: Intent
  readonly twice: boolean
}
interface Heard extends Sent {
  readonly command: Command
}
type HeardKeyed = Heard & { readonly command: KeyedCommand }

/**
 * Sends all intents at once through two stores, all put into words before any is answered, so that they want the same
 * points, holds, purchases and receipts. When all is quiet, each customer's groups in their sequence must be a history
 * of the model with just these answers, each refusal must be true at some place of it, and the books must agree.
 */
export async function playRound(
  stores: readonly [Store, Store],
  play: Play,
  intents: readonly CrowdIntent[],
  saw: Saw,
): Promise<void> {
  const { coalitionId } = play.town.agreed
  const before = play.world
  const heard = await Promise.all(
    wordsOf(play, before, intents).map(async ({ command, store }): Promise<Heard> => {
      return { command, ...(await send(play.town, stores[store], command)) }
    }),
  )
  const sequences = new Map(play.books.accounts.map(([id, , , sequence]) => [id, BigInt(sequence)]))
  const groups = await groupsSince(stores[0], coalitionId, sequences)
  const keyed = heard.filter((each): each is HeardKeyed => 'key' in each.command)
  const done = groups.map((group) => happenedOf(group, keyed))
  expectHistory(play, done, keyed)
  expectRefusals(play, { before, done, keyed })
  expectReplays(play, done, keyed)
  play.events.push(...done, ...refusedOf(keyed))
  play.sent.push(...keyed.map(({ command }) => command))

  const world = replay(play.town.agreed, play.events)
  play.world = world
  const { books } = play
  play.books = await pictureOfBooks(stores[0], coalitionId)
  noteBooks(saw, books, play.books)
  expectAgreement(world, play.books, `a crowd that posted\n${storyOf(play.events)}\n`)
  expect(await contingentOfBooks(stores[1], coalitionId)).toEqual(contingentOfWorld(world))
  for (const { command, answer } of heard) noteSeen(saw, command, answer)
}

/**
 * All that was posted so far, in order and with its moments: no seed plays a crowd again, so a failure has to tell what
 * happened in it.
 */
const storyOf = (events: readonly Happened[]): string =>
  events
    .filter((event) => event.kind === 'done')
    .map(({ command, facts }) => `${facts.now} ${inWords(command)} ${facts.id} ${facts.lotId}`)
    .join('\n')

function wordsOf(play: Play, world: World, intents: readonly CrowdIntent[]) {
  const contested = `contested-${play.number}`
  return intents.flatMap(({ intent, twice }, index) => {
    play.number += 1
    const moment = { world, now: play.books.now, number: play.number, sent: play.sent, contested }
    const command = commandOf(intent, moment)
    if (!command) return []
    const first = { command, store: index % 2 === 0 ? (0 as const) : (1 as const) }
    return twice ? [first, { command, store: first.store === 0 ? (1 as const) : (0 as const) }] : [first]
  })
}

/** A posted group as an event: the command with its key, or due work. */
function happenedOf(group: PostedGroup, keyed: readonly HeardKeyed[]): Happened & { readonly kind: 'done' } {
  const facts = { now: group.now, id: '', lotId: '' }
  if (group.operation === 'holdExpire')
    return { kind: 'done', command: { verb: 'timeOut', holdId: group.key.slice(0, 36) }, facts }
  if (group.operation === 'lotExpire')
    return { kind: 'done', command: { verb: 'expire', customerId: group.customerId }, facts }
  const fresh = keyed.filter((each) => isFresh(each.answer) && isOf(each, group))
  expect(fresh.length, `callers who were told that ${nameOf(group)} was posted now`).toBe(1)
  const { command, facts: told } = known(fresh[0], 'caller of a posted group')
  return { kind: 'done', command, facts: { ...facts, ...told } }
}

/** An adjustment is booked under its own id, whoever asked for it under whatever key. */
const isOf = ({ command, facts }: HeardKeyed, group: PostedGroup): boolean =>
  command.verb === 'adjustmentPropose'
    ? group.operation === 'adjustmentPost' && group.key === facts.id
    : storedNameOf(command) === nameOf(group)

/** The name of a command's key as the books keep it: of a customer's own, member and customer are one UUID. */
function storedNameOf(command: HeardKeyed['command']): string {
  const name = keyName(command)
  const [memberId = '', customerId] = (name.split(' ')[0] ?? '').split('/')
  if (customerId === undefined) return name
  return name.replace(`${memberId}/${customerId}`, customerScopeAt({ coalitionId: '', memberId, customerId }))
}

const nameOf = (group: PostedGroup) => `${group.scopeId} ${group.operation} ${group.key}`
const isFresh = (answer: Answer) => answer.accepted && !answer.replayed

/** Each posted group is what the model makes of it in its place, and every acceptance was posted. */
function expectHistory(
  play: Play,
  done: readonly (Happened & { readonly kind: 'done' })[],
  keyed: readonly HeardKeyed[],
): void {
  const world = replay(play.town.agreed, play.events)
  for (const { command, facts } of done) {
    const predicted = predict(world, command, facts)
    const heard = keyed.find((each) => each.command === command && isFresh(each.answer))
    if (heard) expect(heard.answer, `the answer to ${inWords(heard.command)}`).toEqual(predicted)
    else expect(predicted.accepted, `${command.verb} is due`).toBe(true)
  }
  const posted = done.filter(({ command }) => 'key' in command).length
  expect(keyed.filter(({ answer }) => isFresh(answer)).length, 'acceptances').toBe(posted)
}

type Done = Happened & { readonly kind: 'done' }

/**
 * Each first refusal is what the model answers at some moment of the round: after some of the batches in their order,
 * or, since a batch may be decided before another customer's is recorded, after some of its customer's own.
 */
function expectRefusals(
  play: Play,
  round: { readonly before: World; readonly done: readonly Done[]; readonly keyed: readonly HeardKeyed[] },
): void {
  const unexplained = new Set(round.keyed.filter(({ answer }) => isFirstRefusal(answer)))
  let world = possible(play, [])
  for (let count = 0; count <= round.done.length && unexplained.size > 0; count += 1) {
    world = explain(play, round.done.slice(0, count), unexplained, unexplained, world)
    const next = round.done[count]
    if (world && next) world = movedOn(world, next)
  }
  for (const heard of [...unexplained]) {
    const customers = customersOf(round.before, heard.command)
    const own = round.done.filter((event) =>
      customersOfEvent(round.before, event).some((customerId) => customers.includes(customerId)),
    )
    const others = round.done.filter((event) => !own.includes(event))
    for (const around of [[], others])
      for (const count of [...own.keys(), own.length])
        explain(play, [...around, ...own.slice(0, count)], new Set([heard]), unexplained)
  }
  expect([...unexplained].map(({ command, answer }) => [inWords(command), answer])).toEqual([])
}

/**
 * Takes from `unexplained` the refusals that are true once these events have happened, which made `world`. Returns the
 * same world, for no question moves it.
 */
function explain(
  play: Play,
  events: readonly Done[],
  asked: ReadonlySet<HeardKeyed>,
  unexplained: Set<HeardKeyed>,
  after = possible(play, events),
): World | undefined {
  const now = Math.max(play.books.now, ...events.map((event) => event.facts.now))
  let world = after
  for (const heard of asked) {
    if (!world) return undefined
    const predicted = predict(world, heard.command, { now, id: '', lotId: '' })
    if (isDeepStrictEqual(predicted, heard.answer)) unexplained.delete(heard)
    if (predicted.accepted) world = possible(play, events)
  }
  return world
}

/** The world one event later, if it can happen now. */
function movedOn(world: World, event: Done): World | undefined {
  try {
    happen(world, event)
    return world
  } catch {
    return undefined
  }
}

/** The world after these events, if they can happen in this order at all. */
function possible(play: Play, events: readonly Done[]): World | undefined {
  try {
    return replay(play.town.agreed, [...play.events, ...events])
  } catch {
    return undefined
  }
}

const isFirstRefusal = (answer: Answer) =>
  !answer.accepted && !answer.replayed && answer.code !== 'IDEMPOTENCY_KEY_MISMATCH'

/** Each replay and each mismatch is what the model answers once the keys of the round are known. */
function expectReplays(
  play: Play,
  done: readonly (Happened & { readonly kind: 'done' })[],
  keyed: readonly HeardKeyed[],
): void {
  const events = [...play.events, ...done, ...refusedOf(keyed)]
  let world: World | undefined
  for (const { command, answer } of keyed) {
    if (isFresh(answer) || isFirstRefusal(answer)) continue
    world ??= replay(play.town.agreed, events)
    const predicted = predict(world, command, { now: play.books.now, id: '', lotId: '' })
    expect(timeless(answer), `the second answer to ${inWords(command)}`).toEqual(timeless(predicted))
    // A first answer would have moved it.
    if (predicted.accepted && !predicted.replayed) world = undefined
  }
}

/** A replayed hold is said as it stood at that moment, which lies somewhere in the round. */
function timeless(answer: Answer): Answer {
  if (!answer.accepted || answer.says.expiresAt === undefined) return answer
  return { ...answer, says: { ...answer.says, status: 'at some moment' } }
}

function refusedOf(keyed: readonly HeardKeyed[]): Happened[] {
  const first = keyed.filter(({ answer }) => isFirstRefusal(answer) && isRecorded(answer))
  const names = first.map(({ command }) => keyName(command))
  expect(new Set(names).size, 'keys whose first answer was a refusal').toBe(names.length)
  return first.map(({ command, answer }) => ({ kind: 'refused', command, answer }))
}

function customersOfEvent(before: World, { command }: Happened): readonly string[] {
  if (command.verb === 'expire') return [command.customerId]
  if (command.verb === 'timeOut') return [known(before.holds.get(command.holdId), 'hold').customerId]
  if ('key' in command) return customersOf(before, command)
  throw new Error(`${command.verb} is of no customer`)
}

function customersOf(before: World, command: KeyedCommand): readonly string[] {
  if ('toId' in command) return [command.customerId, command.toId]
  if ('intoId' in command) return [command.customerId, command.intoId]
  if ('customerId' in command) return [command.customerId]
  if ('holdId' in command) return [known(before.holds.get(command.holdId), 'hold').customerId]
  if (command.verb === 'receivableWriteOff') return []
  return [known(before.purchases.get(command.purchaseId), 'purchase').customerId]
}
