import type { RuleDefinition } from '@artel/rules'
import { builder } from '../vocabulary/builder.ts'

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const WeeklyHours = builder.objectRef<RuleDefinition['schedule']['weekly'][number]>('WeeklyHours').implement({
  description: "Hours of some days of the week, by the coalition's clocks.",
  fields: (t) => ({
    days: t.intList({ description: '1 Monday to 7 Sunday.', resolve: ({ days }) => [...days] }),
    from: t.string({
      description: 'From then on, HH:MM.',
      resolve: ({ fromMinute }) => clock(fromMinute),
    }),
    to: t.string({
      description: 'Until then and not at it, HH:MM; 24:00 is the end of the day.',
      resolve: ({ toMinute }) => clock(toMinute),
    }),
  }),
})

export const RuleSchedule = builder.objectRef<RuleDefinition['schedule']>('RuleSchedule').implement({
  description: "When a rule holds, in days of the coalition's calendar.",
  fields: (t) => ({
    fromDay: t.exposeString('fromDay', { description: 'ISO date.' }),
    toDay: t.exposeString('toDay', {
      nullable: true,
      description: 'ISO date, included; null = until it is ended.',
    }),
    weekly: t.field({
      type: [WeeklyHours],
      description: 'Empty: all hours of all days.',
      resolve: ({ weekly }) => [...weekly],
    }),
  }),
})
