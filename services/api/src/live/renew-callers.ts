/** What a stream is opened and kept open by. */
export interface Renewed<Proof> {
  /** The same for all streams that are opened by the same credentials: those are asked about once. */
  readonly credential: string
  /** Whether the questions about many such callers are one: they are all asked at once, and take nobody's turn. */
  readonly isShared: boolean
  /** Asks anew who the caller is. */
  readonly authenticate: () => Promise<Proof>
  /** `performance.now()` of the last time it was asked and answered. */
  confirmedAtMs: number
  /** It was answered. */
  readonly confirm: (proof: Proof) => void
  /** It was refused, or could not be asked. */
  readonly fail: (error: unknown) => void
  /** It could not be asked for too long. */
  readonly doubt: () => void
}

export interface RenewOptions {
  /** Between two questions about one caller, milliseconds. */
  readonly everyMs: number
  /** How long a stream lasts without an answer, milliseconds. */
  readonly maxUnconfirmedMs: number
  /** Questions that are asked at once: they share the connections of what tills wait for. */
  readonly atOnce: number
}

interface Group<Proof> {
  readonly streams: Set<Renewed<Proof>>
  readonly isShared: boolean
  dueAtMs: number
  isAsked: boolean
}

const TICK_MS = 100

/**
 * Asks about the callers of all streams again and again, a few at a time, each no sooner than its turn: so the questions spread
 * over the period by themselves. Returns what takes a stream in, which returns the opposite.
 */
export function makeRenewCallers<Proof>({ everyMs, maxUnconfirmedMs, atOnce }: RenewOptions) {
  const groups = new Map<string, Group<Proof>>()
  /** Those of `groups` that are asked about at once, and those that take turns: one that was answered is followed by another of these, without a look at all. */
  const shared = new Map<string, Group<Proof>>()
  const inTurn = new Map<string, Group<Proof>>()
  let asked = 0
  let timer: NodeJS.Timeout | undefined

  async function ask(group: Group<Proof>, authenticate: () => Promise<Proof>): Promise<void> {
    const turns = group.isShared ? 0 : 1
    asked += turns
    group.isAsked = true
    const askedAtMs = performance.now()
    group.dueAtMs = askedAtMs + everyMs
    // Those that came while it was asked are asked about next.
    const streams = [...group.streams]
    try {
      const proof = await authenticate()
      for (const stream of streams) {
        stream.confirmedAtMs = askedAtMs
        stream.confirm(proof)
      }
    } catch (error) {
      for (const stream of streams) stream.fail(error)
    }
    asked -= turns
    group.isAsked = false
    if (!group.isShared) askNext(inTurn)
  }

  function askNext(line: ReadonlyMap<string, Group<Proof>>): void {
    const now = performance.now()
    for (const [credential, group] of line) {
      if (!group.isShared && asked >= atOnce) continue
      if (group.isAsked || group.dueAtMs > now) continue
      const [first] = group.streams
      if (first === undefined) continue
      // To the end of the line: nobody is asked about twice before all others were once.
      if (!group.isShared) {
        inTurn.delete(credential)
        inTurn.set(credential, group)
      }
      void ask(group, first.authenticate)
    }
  }

  function tick(): void {
    const now = performance.now()
    for (const { streams } of groups.values()) {
      for (const stream of streams) if (now - stream.confirmedAtMs > maxUnconfirmedMs) stream.doubt()
    }
    askNext(shared)
    askNext(inTurn)
  }

  return (stream: Renewed<Proof>): (() => void) => {
    const { credential, isShared } = stream
    const group = groups.get(credential) ?? { streams: new Set(), isShared, dueAtMs: 0, isAsked: false }
    groups.set(credential, group)
    const line = isShared ? shared : inTurn
    line.set(credential, group)
    group.streams.add(stream)
    // What it was opened by may have been cached before it was revoked.
    group.dueAtMs = 0
    timer ??= setInterval(tick, TICK_MS).unref()
    return () => {
      group.streams.delete(stream)
      if (group.streams.size > 0 || groups.get(credential) !== group) return
      groups.delete(credential)
      line.delete(credential)
      if (groups.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
}
