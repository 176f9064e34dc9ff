import { openStore } from '@artel/store'
import type { FiscalDrive } from '@artel/store/prisma'
import {
  acceptFiscalDrive,
  addFiscalDrive,
  type Context,
  closeFiscalDrive,
  decodePublicId,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  readFiscalDrives,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { findCoalition } from '../find-coalition.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { FISCAL_DRIVE_WORDS } from '../words/receipt-claim-words.ts'

/** So many drives are read at once. */
const PAGE = 100
const INSTANT = {
  pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/,
  en: 'an instant such as 2026-01-05T09:00:00Z',
  ru: 'моментом, например 2026-01-05T09:00:00Z',
}

/** `artel fiscal-drive`: the fiscal drives in a member's tills, whose receipts customers may claim. */
export const fiscalDrive = defineCommand({
  meta: {
    name: 'fiscal-drive',
    description: 'Register the fiscal drives of your tills, close those that were replaced, list them.',
    ru: 'Регистрировать фискальные накопители своих касс, закрывать заменённые, показывать их.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'add, close, accept or list',
      ru: 'add, close, accept или list',
      required: true,
    },
    coalition: COALITION,
    fn: {
      type: 'string',
      description: 'Number of the drive, 16 digits: FN on the receipt.',
      ru: 'Номер накопителя, 16 цифр: ФН на чеке.',
    },
    since: {
      type: 'string',
      description:
        'Since when it is in the till (2026-01-05T09:00:00Z), at most 30 days back; now when left out.',
      ru: 'С какого момента он в кассе (2026-01-05T09:00:00Z), не раньше чем за 30 дней; без этого - с этой минуты.',
      form: INSTANT,
    },
    until: {
      type: 'string',
      description: 'Until when it was; now when left out.',
      ru: 'До какого момента он был в кассе; без этого - до этой минуты.',
      form: INSTANT,
    },
    id: {
      type: 'string',
      description: 'Id of the drive (fdr_...).',
      ru: 'Номер накопителя у нас (fdr_...).',
    },
    key: {
      type: 'string',
      description:
        "Whose tills they are: a member's key (sk_...). Default: ARTEL_KEY, else whoever is signed in (artel login).",
      ru: 'Чьи это кассы: ключ участника (sk_...). Без него - ARTEL_KEY, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    add: {
      description: 'Register a drive.',
      ru: 'Зарегистрировать накопитель.',
      needs: ['fn'],
      takes: ['since', 'key'],
    },
    close: {
      description: 'Close a drive that was replaced.',
      ru: 'Закрыть заменённый накопитель.',
      needs: ['id'],
      takes: ['until', 'key'],
    },
    accept: {
      description: "Accept a drive as that of the member that registered it, with an administrator's key.",
      ru: 'Признать накопитель за участником, который его зарегистрировал: ключом администратора.',
      needs: ['id'],
      takes: ['key'],
    },
    list: { description: 'The drives.', ru: 'Накопители.', takes: ['key'] },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        const rows = await done(context, args)
        process.stdout.write(`${shown(rows, { json: args.json, language })}\n`)
        return 0
      } finally {
        await store.close()
      }
    }),
})

async function done(
  context: Context,
  args: {
    readonly action: string
    readonly fn?: string | undefined
    readonly since?: string | undefined
    readonly until?: string | undefined
    readonly id?: string | undefined
  },
): Promise<readonly FiscalDrive[]> {
  const { action, fn = '', since, until } = args
  if (action === 'add') return [(await addFiscalDrive(context, { fn, since: instant(since) })).fiscalDrive]
  if (action === 'accept') return [(await acceptFiscalDrive(context, { id: rawId(args.id) })).fiscalDrive]
  if (action === 'close')
    return [(await closeFiscalDrive(context, { id: rawId(args.id), until: instant(until) })).fiscalDrive]
  const drives: FiscalDrive[] = []
  for (;;) {
    const page = await readFiscalDrives(context, { after: drives.at(-1)?.id ?? null, limit: PAGE })
    drives.push(...page)
    if (page.length < PAGE) return drives
  }
}

const instant = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text))

function shown(
  rows: readonly FiscalDrive[],
  { json, language }: { readonly json: boolean | undefined; readonly language: Language },
): string {
  const words = FISCAL_DRIVE_WORDS[language]
  const drives = rows.map(({ id, fn, since, until }) => ({
    ...{ id: encodePublicId('fiscalDrive', id), fn },
    ...{ since: since.toISOString(), until: until?.toISOString() ?? null },
  }))
  if (json) return JSON.stringify({ fiscalDrives: drives })
  if (drives.length === 0) return words.none
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    drives.map(({ id, fn, since, until }) => [id, fn, since, until ?? words.inUse]),
  ).trimEnd()
}

/** The UUID of a drive; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('fiscalDrive', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.fiscalDrive}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}
