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

/** Watchers of one kind of events. Whatever their number, each look is one reading a coalition. */
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
        const after = leastPositions(group.watchers)
        const happened = await read(coalitionId, after, head)
        group.isBehind = happened.more || !tellAll(group.watchers, after, happened)
        group.seenHead = head
      } catch (error) {
        group.isBehind = true
        throw error
      }
    },
  }
}

/** From where to read, so that nobody lacks anything. */
function leastPositions<Event extends ChannelEvent>(
  watchers: ReadonlySet<Watcher<Event>>,
): ReadonlyMap<string, bigint> {
  const least = new Map<string, bigint>()
  for (const { subject, position } of watchers) {
    const known = least.get(subject)
    if (known === undefined || position < known) least.set(subject, position)
  }
  return least
}

/**
 * Tells each watcher what it does not know yet. One that came while the reading was under way may lack what was not read for
 * it: it is told nothing, so that it is told in order by the next reading. False where there was one.
 */
function tellAll<Event extends ChannelEvent>(
  watchers: ReadonlySet<Watcher<Event>>,
  after: ReadonlyMap<string, bigint>,
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
    const from = after.get(watcher.subject)
    if (from === undefined || watcher.position < from) {
      isComplete = false
      continue
    }
    for (const event of bySubject.get(watcher.subject) ?? []) {
      if (event.position <= watcher.position) continue
      watcher.position = event.position
      watcher.tell(event)
    }
    if (upTo !== undefined && upTo > watcher.position) watcher.position = upTo
  }
  return isComplete
}
