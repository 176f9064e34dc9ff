import { InvalidInputError } from '@artel/ledger'
import { coalitionCalendar, localDate, nextBusinessDay, validateMovedDays } from '@artel/rules'
import { coalitionNow, inTransaction, setBusinessYear } from '@artel/store'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkByRules } from '../input/check-by-rules.ts'
import { checkLongText, checkOneOf } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { announce } from './announce.ts'
import { type BusinessDay, checkYear, readBusinessDays, type StoredDay } from './business-days.ts'

/** A day that is moved. */
export interface MovedDayInput {
  /** ISO date. */
  readonly day: string
  readonly kind: 'DAY_OFF' | 'WORKING_DAY'
  /** At most 200 characters. */
  readonly note?: string | null
}

export interface SetBusinessDaysInput {
  /** 2000 to 2199. */
  readonly year: number
  /** All that the coalition moves in the year, at most 366: what was said before is replaced. */
  readonly days: readonly MovedDayInput[]
}

const MAX_DAYS = 366
const MAX_NOTE_LENGTH = 200

/**
 * Says which days of a year the coalition takes off or works, besides weekends and the holidays of the law: what a
 * government moves from year to year. Windows that are stated from then on are paid by it; a day of payment that stands
 * on a statement never changes. A change is announced as `business_days.set`. Scope `coalition:write`. Throws
 * InvalidInputError.
 */
export async function setBusinessDays(
  context: Context,
  input: SetBusinessDaysInput,
): Promise<{ readonly year: number; readonly days: readonly BusinessDay[] }> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const year = checkYear(input.year)
  const days = checkedDays(year, input.days)
  const [{ coalition }, setAt] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  checkByRules([], () => {
    nextBusinessDay(localDate(`${year}-01-01`), coalitionCalendar(coalition.currency, days))
  })
  await inTransaction(store, async (client) => {
    const isChanged = await setBusinessYear(client, { coalitionId, year, days, setAt, setById: keyId })
    if (!isChanged) return
    await announce(client, coalitionId, {
      kind: 'business_days.set',
      subjectId: coalitionId,
      // Without the notes, which are anybody's words.
      payload: { year, days: days.map(({ day, kind }) => ({ day, kind })) },
    })
    await recordActIn(context, client, {
      ...{ act: 'businessDaysSet', coalitionId, subject: { type: 'coalition', id: coalitionId } },
      details: { year, days: days.map(({ day, kind }) => `${day} ${kind}`) },
    })
  })
  return { year, days: await readBusinessDays(store, coalition, year) }
}

function checkedDays(year: number, asked: readonly MovedDayInput[]): readonly StoredDay[] {
  if (asked.length > MAX_DAYS)
    throw new InvalidInputError({ path: ['days'], problem: `Must have at most ${MAX_DAYS} days.` })
  const days = asked.map(({ day, kind, note }, index) => {
    const path = ['days', String(index)]
    let date = localDate('2000-01-01')
    checkByRules([], () => {
      date = localDate(day, [...path, 'day'])
    })
    return {
      day: date,
      kind: checkOneOf([...path, 'kind'], kind, ['DAY_OFF', 'WORKING_DAY']),
      note: checkLongText([...path, 'note'], note ?? '', MAX_NOTE_LENGTH),
    }
  })
  checkByRules([], () => validateMovedDays(year, days))
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
