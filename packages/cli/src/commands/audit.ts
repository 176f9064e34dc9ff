import { once } from 'node:events'
import { DEPLOYMENT_LOG, openStore, type Store, verifyAuditLog } from '@artel/store'
import type { AuditEvent } from '@artel/store/prisma'
import { type AuditLogFilter, parsePublicId, readAuditLog } from '@artel/use-cases'
import { csvHead, csvOf, jsonLineOf, rowOf } from '../audit/written-event.ts'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { AUDIT_WORDS } from '../words/audit-words.ts'

/** A head as `audit head` prints it. */
const HEAD = {
  pattern: /^(\d{1,18}):([0-9a-f]{64})$/i,
  en: 'POSITION:HASH, as `audit head` prints it',
  ru: 'вида POSITION:HASH, как печатает `audit head`',
} as const
const INSTANT = {
  pattern: /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/,
  en: 'a day or an instant such as 2026-08-01 or 2026-08-01T12:00:00Z',
  ru: 'днём или моментом, например 2026-08-01 или 2026-08-01T12:00:00Z',
} as const
const OUTCOME = {
  pattern: /^(?:DONE|REFUSED|DENIED)$/,
  en: 'DONE, REFUSED or DENIED',
  ru: 'DONE, REFUSED или DENIED',
} as const

/** `artel audit list|head|verify`: who did what to a coalition, written out or held against its chain. */
export const audit = defineCommand({
  meta: {
    name: 'audit',
    description:
      'Show or export who did what to a coalition and who was refused, or check that the log is whole.',
    ru: 'Показать или выгрузить, кто что делал с коалицией и кому отказано, или проверить, что журнал цел.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, head or verify',
      ru: 'list, head или verify',
      required: true,
    },
    coalition: {
      type: 'string',
      description: "The coalition: its handle or its id (coa_...). The deployment's own log, if left out.",
      ru: 'Коалиция: её имя или номер (coa_...). Если не указана - журнал самой установки.',
    },
    from: {
      type: 'string',
      description: 'From then on, UTC.',
      ru: 'Начиная с этого времени, UTC.',
      form: INSTANT,
    },
    to: { type: 'string', description: 'Before then, UTC.', ru: 'До этого времени, UTC.', form: INSTANT },
    actor: {
      type: 'string',
      description: 'Of this person (per_...), key (key_...) or customer (cus_...).',
      ru: 'Этого человека (per_...), ключа (key_...) или клиента (cus_...).',
    },
    act: {
      type: 'string',
      description: 'The act, such as memberSuspend.',
      ru: 'Действие, например memberSuspend.',
    },
    outcome: {
      type: 'string',
      description: 'DONE, REFUSED or DENIED.',
      ru: 'DONE, REFUSED или DENIED.',
      form: OUTCOME,
    },
    limit: {
      type: 'string',
      description: 'Events of the table; CSV and JSON lines have all.',
      ru: 'Сколько событий в таблице; CSV и строки JSON содержат все.',
      default: '50',
      form: WHOLE,
    },
    csv: {
      type: 'boolean',
      description: 'Write all as CSV, oldest first.',
      ru: 'Вывести все в CSV, от старых к новым.',
      default: false,
    },
    jsonl: {
      type: 'boolean',
      description: 'Write all as JSON lines, oldest first.',
      ru: 'Вывести все строками JSON, от старых к новым.',
      default: false,
    },
    'expect-head': {
      type: 'string',
      description: 'A head that was written down: the log must lead through it.',
      ru: 'Записанная вершина: журнал должен через неё проходить.',
      form: HEAD,
    },
  },
  actions: {
    list: {
      description: 'The newest events as a table, or all of them for a file.',
      ru: 'Последние события таблицей или все - для файла.',
      takes: ['from', 'to', 'actor', 'act', 'outcome', 'limit', 'csv', 'jsonl'],
    },
    head: { description: 'The end of the log, for writing down.', ru: 'Вершина журнала, чтобы записать.' },
    verify: {
      description: 'Replay the log; name what was changed, added or taken out.',
      ru: 'Пересчитать журнал; назвать, что изменено, добавлено или удалено.',
      takes: ['expect-head'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 3 })
      try {
        const log =
          args.coalition === undefined ? DEPLOYMENT_LOG : (await findCoalition(store, args.coalition)).id
        if (args.action === 'list') {
          await list(store, log, { ...args, columns: AUDIT_WORDS[language].columns })
          return 0
        }
        const expected = HEAD.pattern.exec(args['expect-head'] ?? '')
        const { rows, findings, head } = await verifyAuditLog(
          store.pool,
          log,
          expected ? { position: BigInt(expected[1] ?? 0), hash: expected[2] ?? '' } : undefined,
        )
        const end = `${head.position}:${head.hash}`
        if (args.action === 'head') process.stdout.write(`${end}\n`)
        else if (findings.length === 0) process.stdout.write(`${AUDIT_WORDS[language].whole(rows, end)}\n`)
        else
          process.stdout.write(
            [
              AUDIT_WORDS[language].broken,
              ...findings.map(
                ({ table, row, invariant, message, expected: should, actual }) =>
                  `  ${table} ${JSON.stringify(row)}: ${message} (${invariant})\n    ${should}\n    ${actual}`,
              ),
              '',
            ].join('\n'),
          )
        return findings.length === 0 || args.action === 'head' ? 0 : 1
      } finally {
        await store.close()
      }
    }),
})

interface ListArgs {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly actor?: string | undefined
  readonly act?: string | undefined
  readonly outcome?: string | undefined
  readonly limit: string
  readonly csv: boolean
  readonly jsonl: boolean
  readonly columns: readonly string[]
}

async function list(store: Store, log: string, args: ListArgs): Promise<void> {
  const filter = filterOf(args)
  if (args.csv || args.jsonl) {
    if (args.csv) await write(csvHead())
    for await (const event of readAuditLog(store, log, filter))
      await write((args.csv ? csvOf : jsonLineOf)(event))
    return
  }
  const newest: AuditEvent[] = []
  for await (const event of readAuditLog(store, log, { ...filter, newestFirst: true })) {
    if (newest.length >= Number(args.limit)) break
    newest.push(event)
  }
  const columns = args.columns.map((title, at) => ({ title, align: at === 0 ? 'right' : 'left' }) as const)
  await write(textTable(columns, newest.map(rowOf)))
}

function filterOf({ from, to, actor, act, outcome }: ListArgs): AuditLogFilter {
  const actorId = actor === undefined ? undefined : parsePublicId(actor)?.uuid
  if (actor !== undefined && actorId === undefined)
    throw new UsageError(`--actor must be an id such as per_... or key_...; it is "${actor}".`, {
      ru: `--actor должен быть номером вида per_... или key_...; указано «${actor}».`,
    })
  return {
    ...{ actorId, act, outcome },
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  }
}

/** A log may be longer than the pipe that it goes through is patient. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
