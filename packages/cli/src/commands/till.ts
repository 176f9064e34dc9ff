import { openStore } from '@artel/store'
import type { Coalition, Till } from '@artel/store/prisma'
import {
  type Context,
  decodePublicId,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  readTills,
  registerTill,
  revokeTill,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { memberIdOf } from '../find-member.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { TILL_WORDS } from '../words/till-words.ts'

/** So many tills are read at once. */
const PAGE = 100

/** `artel till`: the devices at which cashiers sign in by PIN. */
export const till = defineCommand({
  meta: {
    name: 'till',
    description: 'Register the tills where cashiers sign in by PIN, list them, revoke one.',
    ru: 'Регистрировать кассы, где кассиры входят по ПИН-коду, показывать их, отзывать.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'register, list or revoke',
      ru: 'register, list или revoke',
      required: true,
    },
    coalition: COALITION,
    member: {
      type: 'string',
      description: 'Handle of the member; left out with its key.',
      ru: 'Имя участника; с его ключом не нужно.',
    },
    name: { type: 'string', description: 'What the till is called.', ru: 'Как называется касса.' },
    place: { type: 'string', description: 'Where it stands.', ru: 'Где она стоит.' },
    'idle-minutes': {
      type: 'string',
      description: "How long a cashier's session there may be left alone, minutes: 5 to 240.",
      ru: 'Сколько минут сеанс кассира может простоять без дела: от 5 до 240.',
      default: '15',
      form: WHOLE,
    },
    id: { type: 'string', description: 'Id of the till (til_...).', ru: 'Номер кассы (til_...).' },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's (ak_...) or a member's key (sk_...). Default: ARTEL_KEY, which nobody sees in a list of processes, else whoever is signed in (artel login).",
      ru: 'Чей это шаг: ключ администратора (ak_...) или участника (sk_...). Без него - ARTEL_KEY, которого не видно в списке процессов, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    register: {
      description: 'Register a till; its secret is shown once.',
      ru: 'Зарегистрировать кассу; её секрет показывается один раз.',
      needs: ['name'],
      takes: ['member', 'place', 'idle-minutes', 'key'],
    },
    list: { description: 'The tills.', ru: 'Кассы.', takes: ['key'] },
    revoke: {
      description: 'Revoke a till for good and end the sessions there.',
      ru: 'Отозвать кассу навсегда и закрыть сеансы на ней.',
      needs: ['id'],
      takes: ['key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const key = args.key || process.env.ARTEL_KEY
        const context = await whoActs(store, coalition, key)
        const secret = await act(context, coalition, args)
        const rows = await tillsOf(context, coalition)
        process.stdout.write(
          args.json
            ? `${JSON.stringify({ tills: rows, ...(secret === undefined ? {} : { secret }) })}\n`
            : shown(rows, secret, { language, timeZone: coalition.timeZone }),
        )
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface TillArgs {
  readonly action: string
  readonly member?: string | undefined
  readonly name?: string | undefined
  readonly place?: string | undefined
  readonly 'idle-minutes': string
  readonly id?: string | undefined
}

/** Does what was asked, and answers the secret of a till that was registered. */
async function act(context: Context, coalition: Coalition, args: TillArgs): Promise<string | undefined> {
  if (args.action === 'register') {
    const memberId = await memberIdOf(context.store, coalition, args.member)
    const { name = '', place = null } = args
    const registered = { memberId, name, place, idleMinutes: Number(args['idle-minutes']) }
    return (await registerTill(context, registered)).secret
  }
  if (args.action === 'revoke') await revokeTill(context, { id: rawId(args.id) })
  return undefined
}

/** The UUID of a till; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('till', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.till}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}

type ShownTill = Awaited<ReturnType<typeof tillsOf>>[number]

/** The tills of whoever acts, newest first. */
async function tillsOf(context: Context, { id: coalitionId }: Coalition) {
  const tills: Till[] = []
  for (;;) {
    const page = await readTills(context, { after: tills.at(-1)?.id ?? null, limit: PAGE })
    tills.push(...page)
    if (page.length < PAGE) break
  }
  const members = await context.store.prisma.member.findMany({ where: { coalitionId } })
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  return tills.map(({ id, name, place, memberId, lastFour, idleMinutes, lastUsedAt, revokedAt }) => ({
    id: encodePublicId('till', id),
    ...{ name, place, member: handles.get(memberId) ?? '', lastFour, idleMinutes, lastUsedAt, revokedAt },
  }))
}

function shown(
  rows: readonly ShownTill[],
  secret: string | undefined,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): string {
  const words = TILL_WORDS[language]
  const told = secret === undefined ? '' : `${words.secret(secret)}\n`
  if (rows.length === 0) return `${told}${words.none}\n`
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
  })
  return (
    told +
    textTable(
      words.columns.map((title) => ({ title, align: 'left' })),
      rows.map(({ id, name, place, member, lastUsedAt, revokedAt }) => [
        ...[id, name, place ?? '', member],
        lastUsedAt === null ? words.never : format.format(lastUsedAt),
        revokedAt === null ? words.works : words.revoked,
      ]),
    )
  )
}
