import { listWindows, type Store } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import { cursorExpired, notACursor } from './cursor.ts'
import type { WindowEvent } from './feed-events.ts'

/** Windows that are looked at, newest first. What becomes of those before is not told. */
const WINDOWS_LOOKED_AT = 100

const LETTERS = {
  OPEN: 'O',
  CLOSED: 'C',
  STATED: 'S',
  AGREED: 'A',
  APPROVED: 'P',
  SETTLED: 'D',
} as const
const letterOf = (status: string): string => LETTERS[status as keyof typeof LETTERS] ?? '?'
const SETTLED = LETTERS.SETTLED

/** Where the windows of a coalition stand: letters from the window `from` on; all before it are settled. */
export interface Standing {
  readonly from: number
  readonly letters: string
}

const CURSOR = new RegExp(`^w([1-9]\\d{0,8})\\.([${Object.values(LETTERS).join('')}]{0,200})$`)

/** The cursor of a standing: it says all that a stream has been told. */
export const windowCursor = ({ from, letters }: Standing): string => `w${from}.${letters}`

/** The standing of a cursor. Throws BAD_USER_INPUT for another. */
export function readWindowCursor(cursor: string): Standing {
  const [, from, letters = ''] = CURSOR.exec(cursor) ?? []
  if (from === undefined) throw notACursor()
  return { from: Number(from), letters }
}

const letterIn = ({ from, letters }: Standing, windowNo: number): string | undefined =>
  windowNo < from ? SETTLED : letters[windowNo - from]

/** Windows of now, oldest first, and how they stand. */
export interface WindowsNow {
  readonly windows: readonly SettlementWindow[]
  readonly standing: Standing
}

/** Reads the windows of a coalition. */
export async function readWindowsNow(store: Store, coalitionId: string): Promise<WindowsNow> {
  const windows = [...(await listWindows(store, coalitionId, { limit: WINDOWS_LOOKED_AT }))].reverse()
  const first =
    windows.find(({ status }) => status !== 'SETTLED')?.windowNo ?? (windows.at(-1)?.windowNo ?? 0) + 1
  const open = windows.filter(({ windowNo }) => windowNo >= first)
  return { windows, standing: { from: first, letters: open.map(({ status }) => letterOf(status)).join('') } }
}

/**
 * The windows that stand elsewhere than somebody was told, oldest first, each with the cursor after it. A window that passed
 * several states at once is told as it stands. Throws CURSOR_EXPIRED for what was told of windows that are not there.
 */
export function windowsMoved(told: Standing, now: WindowsNow): WindowEvent[] {
  const newest = now.windows.at(-1)?.windowNo ?? 0
  if (told.from + told.letters.length - 1 > newest) throw cursorExpired()
  const oldest = now.windows[0]?.windowNo ?? 1
  // Nothing was told of windows in between, and they are not looked at any more.
  if (told.from + told.letters.length < oldest) throw cursorExpired()
  let known = fromOn(told, oldest)
  const events: WindowEvent[] = []
  for (const window of now.windows) {
    if (letterIn(known, window.windowNo) === letterOf(window.status)) continue
    known = withLetter(known, window.windowNo, letterOf(window.status))
    events.push({ coalitionId: window.coalitionId, window, cursor: windowCursor(known) })
  }
  return events
}

/** A standing without the windows before `first`, so that it stays as short as what is looked at. */
const fromOn = ({ from, letters }: Standing, first: number): Standing =>
  from >= first ? { from, letters } : { from: first, letters: letters.slice(first - from) }

/** The standing after a window was told of. */
function withLetter(told: Standing, windowNo: number, letter: string): Standing {
  const from = Math.min(told.from, windowNo)
  const letters: string[] = []
  for (let no = from; no < Math.max(told.from + told.letters.length, windowNo + 1); no += 1)
    letters.push(no === windowNo ? letter : (letterIn(told, no) ?? LETTERS.OPEN))
  const settled = letters.findIndex((one) => one !== SETTLED)
  return settled === -1
    ? { from: from + letters.length, letters: '' }
    : { from: from + settled, letters: letters.slice(settled).join('') }
}
