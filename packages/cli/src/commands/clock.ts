import { coalitionNow, openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { advanceClock, encodePublicId } from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { withDatabase } from '../with-database.ts'

const SECONDS = { days: 86_400, hours: 3_600, minutes: 60 } as const

/** `artel clock show|advance`: reads a coalition's clock, moves a sandbox's. */
export const clock = defineCommand({
  meta: {
    name: 'clock',
    description: "Show a coalition's clock, or move a sandbox's ahead: points and holds age in seconds.",
    ru: 'Показать часы коалиции или перевести вперёд часы тестовой: баллы и резервы стареют за секунды.',
  },
  args: {
    action: { type: 'positional', description: 'show or advance', ru: 'show или advance', required: true },
    coalition: COALITION,
    days: {
      type: 'string',
      description: 'By so many days.',
      ru: 'На столько дней.',
      default: '0',
      form: WHOLE,
    },
    hours: {
      type: 'string',
      description: 'And so many hours.',
      ru: 'И на столько часов.',
      default: '0',
      form: WHOLE,
    },
    minutes: {
      type: 'string',
      description: 'And so many minutes.',
      ru: 'И на столько минут.',
      default: '0',
      form: WHOLE,
    },
    json: JSON_LINE,
  },
  actions: {
    show: { description: 'What time it is in the coalition.', ru: 'Который час в коалиции.' },
    advance: {
      description: "Move a sandbox's clock ahead; what falls due is done at once.",
      ru: 'Перевести часы тестовой коалиции; что подошло по сроку, делается сразу.',
      takes: ['days', 'hours', 'minutes'],
    },
  },
  run: ({ args }) =>
    withDatabase(async ({ databaseUrl }) => {
      const seconds = args.action === 'advance' ? secondsOf(args) : 0
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const found = await findCoalition(store, args.coalition)
        const shown = seconds > 0 ? await advance(store, found, seconds) : await read(store, found)
        process.stdout.write(args.json ? `${JSON.stringify(shown)}\n` : sentence(shown))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface Clock {
  readonly coalitionId: string
  readonly handle: string
  /** ISO 8601. */
  readonly now: string
  /** Seconds that the clock is ahead of the real time. */
  readonly aheadSeconds: number
  readonly timeZone: string
}

function secondsOf(args: Record<keyof typeof SECONDS, string>): number {
  const parts = Object.entries(SECONDS).map(([unit, seconds]) => {
    return Number(args[unit as keyof typeof SECONDS]) * seconds
  })
  const total = parts.reduce((sum, part) => sum + part, 0)
  if (total === 0)
    throw new UsageError('Say by how much: --days 40, --hours 2 or --minutes 5.', {
      ru: 'Скажите, на сколько: --days 40, --hours 2 или --minutes 5.',
    })
  return total
}

/** Who runs this command holds the database, so it acts as an administrator of the coalition. */
async function advance(store: Store, { id: coalitionId }: Coalition, seconds: number): Promise<Clock> {
  const scopes = new Set(['ops:write'])
  const principal = { kind: 'admin', coalitionId, keyId: coalitionId, scopes } as const
  const { coalition, now } = await advanceClock({ store, principal }, { seconds })
  return clockOf(coalition, now)
}

const read = async (store: Store, coalition: Coalition): Promise<Clock> =>
  clockOf(coalition, await coalitionNow(store, coalition.id))

function clockOf(coalition: Coalition, now: Date): Clock {
  const { id, handle, timeZone, clockOffsetSeconds } = coalition
  return {
    coalitionId: encodePublicId('coalition', id),
    handle,
    now: now.toISOString(),
    aheadSeconds: Number(clockOffsetSeconds),
    timeZone,
  }
}

function sentence({ handle, now, aheadSeconds, timeZone }: Clock): string {
  const local = new Date(now).toLocaleString('sv-SE', { timeZone })
  const ahead = aheadSeconds === 0 ? 'the real time' : `${(aheadSeconds / 86_400).toFixed(2)} days ahead`
  return `In ${handle} it is ${local} (${timeZone}), ${ahead}.\n`
}
