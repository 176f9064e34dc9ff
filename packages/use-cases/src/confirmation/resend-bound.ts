/** Shortest time between two codes for the same act. Milliseconds. */
const BETWEEN_CODES_MS = 60_000
/** Most codes to one customer within a time: five tries each leave a guesser one chance in 20 000 a day. */
const BOUNDS = [
  { codes: 5, withinMs: 3_600_000 },
  { codes: 10, withinMs: 86_400_000 },
] as const
/** Most of them at one member's asking, so that no member uses up what the others need. */
const BOUNDS_OF_MEMBER = [
  { codes: 3, withinMs: 3_600_000 },
  { codes: 6, withinMs: 86_400_000 },
] as const

/** How far back codes count. Milliseconds. */
export const LOOK_BACK_MS = 86_400_000

/** A code that was sent, or is about to be. */
export interface SentCode {
  readonly at: Date
  /** Whether it was for the same act, whatever its points. */
  readonly isSameAct: boolean
  /** Whether the same member, or an administrator as now, asked for it. */
  readonly isSameMember: boolean
}

/** When the next code for an act may be sent to a customer who was sent these; null: now. */
export function nextCodeAt(sent: readonly SentCode[], now: Date): Date | null {
  const newestFirst = (codes: readonly SentCode[]) =>
    codes.map(({ at }) => at.getTime()).sort((a, b) => b - a)
  const all = newestFirst(sent)
  const ofMember = newestFirst(sent.filter(({ isSameMember }) => isSameMember))
  const [lastOfAct] = newestFirst(sent.filter(({ isSameAct }) => isSameAct))
  const due = (at: number | undefined, withinMs: number) => (at === undefined ? 0 : at + withinMs)
  const next = Math.max(
    due(lastOfAct, BETWEEN_CODES_MS),
    ...BOUNDS.map(({ codes, withinMs }) => due(all[codes - 1], withinMs)),
    ...BOUNDS_OF_MEMBER.map(({ codes, withinMs }) => due(ofMember[codes - 1], withinMs)),
  )
  return next > now.getTime() ? new Date(next) : null
}
