/** The till that this browser was registered as. */
export interface KeptTill {
  readonly id: string
  /** `tl_...`: lists who may sign in here and lets in who knows a PIN, and does nothing else. */
  readonly secret: string
  readonly name: string
  readonly memberId: string
  readonly memberName: string
  /** So long nobody may be there before it locks itself. */
  readonly idleMinutes: number
}

const KEPT = 'artel.till'
const LOCKED = 'artel.till.locked'

/** What this browser keeps as a till; null where it is none. */
export function keptTill(): KeptTill | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as KeptTill | null
  } catch {
    return null
  }
}

/** Makes this browser a till. */
export const keepTill = (till: KeptTill): void => localStorage.setItem(KEPT, JSON.stringify(till))

/** Makes this browser no till any more. */
export function forgetTill(): void {
  localStorage.removeItem(KEPT)
  localStorage.removeItem(LOCKED)
}

/** Whether the till was locked and nobody has signed in since, also where the server could not be told. */
export const isTillLocked = (): boolean => localStorage.getItem(LOCKED) !== null

/** Keeps that the till is locked, or that somebody has signed in. */
export function keepLocked(isLocked: boolean): void {
  if (isLocked) localStorage.setItem(LOCKED, '1')
  else localStorage.removeItem(LOCKED)
}
