/** What a channel tells. Positions of one subject rise in the order in which its events were committed. */
export interface ChannelEvent {
  /** What it is about, within the coalition; watchers of another subject are not told. */
  readonly subject: string
  readonly position: bigint
}

/** Somebody who is told of a subject. */
export interface Watcher<Event extends ChannelEvent> {
  readonly coalitionId: string
  readonly subject: string
  /** The last position that the watcher knows of; moved on as it is told. */
  position: bigint
  readonly tell: (event: Event) => void
  /** False while it takes no more: it is told what it lacks when it does again. */
  readonly hasRoom: () => boolean
}

/** What happened after the given positions of subjects. */
export interface WhatHappened<Event> {
  /** By subject in the order of their positions. */
  readonly events: readonly Event[]
  /** Everything up to this position has been read, of every subject; undefined where positions differ by subject. */
  readonly upTo?: bigint | undefined
  /** Whether more was there than one reading takes. */
  readonly more: boolean
}

export type ReadEvents<Event> = (
  coalitionId: string,
  after: ReadonlyMap<string, bigint>,
  head: bigint,
) => Promise<WhatHappened<Event>>

/**
 * Watchers of one kind of events. Whatever their number, each look is one reading a coalition for those who know all that was
 * told, and one more while there are others: so that nobody waits for the slow.
 */
export interface Channel<Event extends ChannelEvent> {
  /** Coalitions that somebody watches. */
  coalitionIds(): Iterable<string>
  /** Returns the opposite. */
  watch(watcher: Watcher<Event>): () => void
  /** Tells what has happened in a coalition up to the head of its chain, read before. Rejects as the reading does; nothing is lost by it. */
  look(coalitionId: string, head: bigint): Promise<void>
}

interface Group<Event extends ChannelEvent> {
  readonly watchers: Set<Watcher<Event>>
  /** The head at which nothing more was to be told. */
  seenHead: bigint
  /** Whether somebody may lack something although the head has not moved. */
  isBehind: boolean
}

/** Makes a channel that nobody watches. Looks at one coalition may not overlap. */
export function makeChannel<Event extends ChannelEvent>(read: ReadEvents<Event>): Channel<Event> {
  const groups = new Map<string, Group<Event>>()
  return {
    coalitionIds: () => groups.keys(),
    watch(watcher) {
      const { coalitionId } = watcher
      const group = groups.get(coalitionId) ?? { watchers: new Set(), seenHead: -1n, isBehind: true }
      groups.set(coalitionId, group)
      group.watchers.add(watcher)
      group.isBehind = true
      return () => {
        group.watchers.delete(watcher)
        if (group.watchers.size === 0 && groups.get(coalitionId) === group) groups.delete(coalitionId)
      }
    },
    async look(coalitionId, head) {
      const group = groups.get(coalitionId)
      if (!group || (group.seenHead === head && !group.isBehind)) return
      group.isBehind = false
      try {
        const ready = [...group.watchers].filter((watcher) => watcher.hasRoom())
        if (ready.length < group.watchers.size) group.isBehind = true
        for (const watchers of inFrontAndBehind(ready)) {
          if (watchers.length === 0) continue
          const happened = await read(coalitionId, leastPositions(watchers), head)
          const isComplete = tellAll(watchers, happened)
          if (happened.more || !isComplete) group.isBehind = true
        }
        group.seenHead = head
      } catch (error) {
        group.isBehind = true
        throw error
      }
    },
  }
}

/** Those who know most of their subject, and the others. */
function inFrontAndBehind<Event extends ChannelEvent>(watchers: readonly Watcher<Event>[]) {
  const most = new Map<string, bigint>()
  for (const { subject, position } of watchers)
    if (position > (most.get(subject) ?? -1n)) most.set(subject, position)
  const isInFront = ({ subject, position }: Watcher<Event>) => position === most.get(subject)
  return [watchers.filter(isInFront), watchers.filter((watcher) => !isInFront(watcher))]
}

/** From where to read, so that nobody lacks anything. */
function leastPositions<Event extends ChannelEvent>(
  watchers: readonly Watcher<Event>[],
): ReadonlyMap<string, bigint> {
  const least = new Map<string, bigint>()
  for (const { subject, position } of watchers) {
    const known = least.get(subject)
    if (known === undefined || position < known) least.set(subject, position)
  }
  return least
}

/** Tells each watcher what it does not know yet, as far as it has room. False where one had none. */
function tellAll<Event extends ChannelEvent>(
  watchers: readonly Watcher<Event>[],
  { events, upTo }: WhatHappened<Event>,
): boolean {
  const bySubject = new Map<string, Event[]>()
  for (const event of events) {
    const before = bySubject.get(event.subject)
    if (before) before.push(event)
    else bySubject.set(event.subject, [event])
  }
  let isComplete = true
  for (const watcher of watchers) {
    if (!tellOne(watcher, bySubject.get(watcher.subject) ?? [])) isComplete = false
    else if (upTo !== undefined && upTo > watcher.position) watcher.position = upTo
  }
  return isComplete
}

function tellOne<Event extends ChannelEvent>(watcher: Watcher<Event>, events: readonly Event[]): boolean {
  for (const event of events) {
    if (event.position <= watcher.position) continue
    if (!watcher.hasRoom()) return false
    watcher.position = event.position
    watcher.tell(event)
  }
  return true
}
