import { InvalidInputError, MAX_COMMAND_MINOR, type Minor, minor } from '@artel/ledger'
import type { LocalTime } from '../calendar/zoned-time.ts'
import { checkFiscalId, type FiscalId } from './fiscal-id.ts'

/** What a receipt is of: `n` of its code. The shop sells, or buys from a person; a return undoes either. */
export type FiscalKind = 'INCOME' | 'INCOME_RETURN' | 'EXPENSE' | 'EXPENSE_RETURN'

/** What the QR code of a Russian fiscal receipt says. Nobody signed it. */
export interface FiscalReceipt {
  readonly id: FiscalId
  /** By the till's clock, of whose zone the code says nothing. */
  readonly soldAt: LocalTime
  /** Kopecks, more than 0. */
  readonly total: Minor
  readonly kind: FiscalKind
}

const KEYS = ['t', 's', 'fn', 'i', 'fp', 'n'] as const
type Key = (typeof KEYS)[number]

/** Longer than any code of a receipt. Characters. */
const MAX_LENGTH = 200
const TIME = /^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?$/
const SUM = /^([0-9]{1,16})\.([0-9]{2})$/
const KINDS: Readonly<Record<string, FiscalKind>> = {
  1: 'INCOME',
  2: 'INCOME_RETURN',
  3: 'EXPENSE',
  4: 'EXPENSE_RETURN',
}

/**
 * Reads the text of the QR code of a Russian fiscal receipt, its parts in any order: `t=20260105T1432&s=1234.00&fn=...&i=...&fp=...&n=1`.
 * Throws InvalidInputError, which names the part below `path` and what to do.
 */
export function parseFiscalQr(path: readonly string[], text: string): FiscalReceipt {
  const parts = partsOf(path, text)
  const part = (key: Key): string => {
    const value = parts.get(key)
    if (value !== undefined) return value
    throw new InvalidInputError({
      path: [...path, key],
      problem:
        'Must be in the text of the QR code. Scan it again, or type all six parts: t, s, fn, i, fp, n.',
    })
  }
  return {
    soldAt: timeOf([...path, 't'], part('t')),
    total: totalOf([...path, 's'], part('s')),
    id: checkFiscalId(path, { fn: part('fn'), i: part('i'), fp: part('fp') }),
    kind: kindOf([...path, 'n'], part('n')),
  }
}

function partsOf(path: readonly string[], text: string): ReadonlyMap<Key, string> {
  const parts = new Map<Key, string>()
  const trimmed = text.trim()
  const pairs = trimmed.length > MAX_LENGTH ? [] : trimmed.split('&')
  for (const pair of pairs) {
    const [, name, value = ''] = /^([a-z]+)=(.*)$/s.exec(pair) ?? []
    const key = KEYS.find((known) => known === name)
    if (key === undefined) throw noCode(path)
    if (parts.has(key))
      throw new InvalidInputError({
        path: [...path, key],
        problem: 'Must be in the text of the QR code once. Scan it again.',
      })
    parts.set(key, value)
  }
  if (parts.size === 0) throw noCode(path)
  return parts
}

const noCode = (path: readonly string[]) =>
  new InvalidInputError({
    path,
    problem:
      'Must be the text of the QR code of a fiscal receipt, such as t=20260105T1432&s=1234.00&fn=9999078900004792&i=12345&fp=1234567890&n=1. Scan it again.',
  })

function timeOf(path: readonly string[], value: string): LocalTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (TIME.exec(value) ?? [])
    .slice(1)
    .map((digits = '0') => Number(digits))
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const shown = [at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()]
  // The calendar carries over what there is not, as 30 February is 2 March; so is a text without a match, of the year 0.
  const isThere = year >= 1970 && second < 60 && shown.join() === [month, day, hour, minute].join()
  if (isThere) return { ...{ year, month, day, hour, minute, second }, millisecond: 0 }
  throw new InvalidInputError({
    path,
    problem: 'Must be a date and a time that there are, such as 20260105T1432 or 20260105T143205.',
  })
}

function totalOf(path: readonly string[], value: string): Minor {
  const [, roubles, kopecks] = SUM.exec(value) ?? []
  if (roubles === undefined || kopecks === undefined)
    throw new InvalidInputError({
      path,
      problem: 'Must be the sum in roubles with a point and two decimals, such as 1234.00.',
    })
  const total = BigInt(roubles) * 100n + BigInt(kopecks)
  if (total === 0n) throw new InvalidInputError({ path, problem: 'Must be more than 0.' })
  if (total > MAX_COMMAND_MINOR)
    throw new InvalidInputError({ path, problem: `Must be at most ${MAX_COMMAND_MINOR} minor units.` })
  return minor(total)
}

function kindOf(path: readonly string[], value: string): FiscalKind {
  const kind = /^[1-4]$/.test(value) ? KINDS[value] : undefined
  if (kind !== undefined) return kind
  throw new InvalidInputError({
    path,
    problem: 'Must be 1, 2, 3 or 4: a sale, its return, a purchase from a person, or the return of that.',
  })
}
