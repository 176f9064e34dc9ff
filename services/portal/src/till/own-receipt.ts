import { newKey } from '../api/new-key.ts'

/** A receipt number of the till's own, where the shop's cash register gives none: day, time and what makes it unlike any other. */
export function ownReceipt(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: '2-digit', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const moment = `${part('year')}${part('month')}${part('day')}-${part('hour')}${part('minute')}${part('second')}`
  return `T-${moment}-${newKey().slice(0, 4)}`
}
