import { minor } from '@artel/ledger'
import type { TierMeasure } from '@artel/rules'
import { openStore } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  type Context,
  type CreateTierLadderInput,
  createTierLadder,
  decodePublicId,
  encodePublicId,
  endTierLadder,
  findCustomer,
  type LadderWithTiers,
  PUBLIC_ID_PREFIXES,
  readTierLadders,
  readTierStandings,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingMember, whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { TIER_WORDS } from '../words/tier-words.ts'

/** `artel tier`: ladders of tiers, and where a customer stands. */
export const tier = defineCommand({
  meta: {
    name: 'tier',
    description: 'Make and end a ladder of tiers; say where a customer stands.',
    ru: 'Завести и закончить лестницу уровней; сказать, на каком уровне покупатель.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, create, end or show',
      ru: 'list, create, end или show',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'Id of the ladder (lad_...).',
      ru: 'Номер лестницы (lad_...).',
      required: false,
    },
    coalition: COALITION,
    spend: {
      type: 'string',
      description:
        'Tiers by money paid, lowest first: the name in English, a slash, that in Russian, =, the sum, commas between tiers.',
      ru: 'Уровни по оплаченным деньгам: Silver/Серебро=10000,Gold/Золото=50000, снизу вверх.',
    },
    visits: {
      type: 'string',
      description:
        'Tiers by days with a purchase, lowest first: written as those of --spend, with days in place of sums.',
      ru: 'Уровни по дням с покупкой: Regular/Свой=10, снизу вверх.',
    },
    'window-days': {
      type: 'string',
      description: 'Days that are looked back over.',
      ru: 'За сколько дней считать.',
      form: WHOLE,
    },
    'grace-days': {
      type: 'string',
      description: 'So many days longer a tier holds; 0 when left out.',
      ru: 'На сколько дней дольше держится уровень; без него - 0.',
      form: WHOLE,
    },
    customer: {
      type: 'string',
      description: 'Who: id (cus_...), phone or number of the card.',
      ru: 'Кто: номер покупателя (cus_...), телефон или номер карты.',
    },
    key: {
      type: 'string',
      description:
        "Whose ladder: a member's key (sk_...), or an administrator's (ak_...) for the coalition's. Default: ARTEL_KEY.",
      ru: 'Чья лестница: ключ участника (sk_...) или администратора (ak_...) для лестницы коалиции. Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'The ladders with their tiers.',
      ru: 'Лестницы с уровнями.',
      takes: ['key', 'json'],
    },
    create: {
      description: 'Make a ladder, by --spend or --visits.',
      ru: 'Завести лестницу, по --spend или --visits.',
      needs: ['window-days'],
      takes: ['spend', 'visits', 'grace-days', 'key', 'json'],
    },
    end: {
      description: 'End a ladder of which no rule asks for a tier.',
      ru: 'Закончить лестницу, уровни которой не нужны ни одному правилу.',
      needs: ['what'],
      takes: ['key', 'json'],
    },
    show: {
      description: 'Where a customer stands, until when, and what is missing.',
      ru: 'На каком уровне покупатель, до какого дня и чего не хватает.',
      needs: ['customer'],
      takes: ['key', 'json'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(await answer({ context, coalition, language }, args))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface TierArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly spend?: string | undefined
  readonly visits?: string | undefined
  readonly 'window-days'?: string | undefined
  readonly 'grace-days'?: string | undefined
  readonly customer?: string | undefined
  readonly json?: boolean | undefined
}

/** Who looks, at which coalition, in which language. */
interface Looking {
  readonly context: Context
  readonly coalition: Coalition
  readonly language: Language
}

async function answer(looking: Looking, args: TierArgs): Promise<string> {
  const { context, coalition, language } = looking
  if (args.action === 'show') return standingsOf(looking, args)
  if (args.action === 'end') {
    const ended = encodePublicId(
      'tierLadder',
      (await endTierLadder(context, { id: rawId(args.what) })).ladder.id,
    )
    return args.json ? `${JSON.stringify({ ended })}\n` : `${TIER_WORDS[language].ended(ended)}\n`
  }
  const made =
    args.action === 'create' ? await createTierLadder(context, ladderIn(args, coalition.currency)) : undefined
  const ladders = await readTierLadders(context)
  return shown(looking, made ? ladders.filter(({ id }) => id === made.ladder.id) : ladders, args.json)
}

/** The UUID of a ladder; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('tierLadder', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.tierLadder}_...`
  throw new UsageError(`The id of a ladder looks like ${looks}; it is "${publicId}".`, {
    ru: `Номер лестницы имеет вид ${looks}; указано «${publicId}».`,
  })
}

const TIER = /^([^/=]+)\/([^/=]+)=(\d{1,10})$/

/** The ladder that the options describe. */
function ladderIn(args: TierArgs, currency: string): CreateTierLadderInput {
  const { spend, visits } = args
  if ((spend === undefined) === (visits === undefined))
    throw new UsageError('Say --spend or --visits.', { ru: 'Укажите --spend или --visits.' })
  const tiers = (spend ?? visits ?? '').split(',').map((text) => {
    const [, en = '', ru = '', from = ''] = TIER.exec(text.trim()) ?? []
    if (from === '')
      throw new UsageError(`A tier looks like Silver/Серебро=10000; it is "${text}".`, {
        ru: `Уровень имеет вид Silver/Серебро=10000; указано «${text}».`,
      })
    return spend === undefined
      ? { name: { en, ru }, visits: Number(from) }
      : { name: { en, ru }, spend: { amountMinor: minor(BigInt(from) * 100n), currency } }
  })
  const days = { windowDays: Number(args['window-days']), graceDays: Number(args['grace-days'] ?? '0') }
  return { measure: spend === undefined ? 'VISITS' : 'SPEND', ...days, tiers }
}

/** An amount in the measure of a ladder, for people. */
const amountOf = (
  { coalition, language }: Looking,
  ladder: Pick<LadderWithTiers, 'measure'>,
  value: bigint,
): string =>
  ladder.measure === 'SPEND'
    ? `${value / 100n}.${String(value % 100n).padStart(2, '0')} ${coalition.currency}`
    : TIER_WORDS[language].days(value)

async function ownersOf({ context, coalition, language }: Looking) {
  const members = await context.store.prisma.member.findMany({ where: { coalitionId: coalition.id } })
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  return (memberId: string | null) =>
    memberId === null ? TIER_WORDS[language].coalition : (handles.get(memberId) ?? '')
}

async function shown(looking: Looking, ladders: readonly LadderWithTiers[], json?: boolean): Promise<string> {
  const { language } = looking
  const words = TIER_WORDS[language]
  const owner = await ownersOf(looking)
  const rows = ladders.flatMap((ladder) =>
    ladder.tiers.map((one) => ({
      ladder: encodePublicId('tierLadder', ladder.id),
      owner: owner(ladder.memberId),
      tier: encodePublicId('tier', one.id),
      name: language === 'en' ? one.nameEn : one.nameRu,
      from: amountOf(looking, ladder, one.threshold),
    })),
  )
  if (json) return `${JSON.stringify({ tiers: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  const held = ladders.map((ladder) =>
    words.held({
      ...{ id: encodePublicId('tierLadder', ladder.id), measure: ladder.measure as TierMeasure },
      ...{ windowDays: ladder.windowDays, graceDays: ladder.graceDays },
    }),
  )
  const table = textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map((row) => [row.ladder, row.owner, row.tier, row.name, row.from]),
  )
  return `${table}${held.join('\n')}\n`
}

async function standingsOf(looking: Looking, args: TierArgs): Promise<string> {
  const { context, coalition, language } = looking
  const words = TIER_WORDS[language]
  const customer = await findCustomer(context, customerNamed(args.customer ?? ''))
  if (!customer) throw new CliError('There is no such customer.', { ru: 'Такого покупателя нет.' })
  const owner = await ownersOf(looking)
  const own = actingMember(context)
  const found = (await readTierStandings(context.store, coalition.id, [customer.id])).get(customer.id) ?? []
  const nameOf = (one: { readonly nameEn: string; readonly nameRu: string } | null | undefined) =>
    (language === 'en' ? one?.nameEn : one?.nameRu) ?? ''
  const rows = found
    .filter(({ ladder: { memberId } }) => own === undefined || memberId === null || memberId === own)
    .map(({ ladder, tier: held, sinceDay, reviewDay, next }) => ({
      ...{
        owner: owner(ladder.memberId),
        tier: nameOf(held),
        sinceDay: sinceDay ?? '',
        reviewDay: reviewDay ?? '',
      },
      ...{ next: nameOf(next?.tier), missing: next ? amountOf(looking, ladder, next.missing) : '' },
    }))
  if (args.json) return `${JSON.stringify({ standings: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.standing.map((title) => ({ title, align: 'left' })),
    rows.map((row) => [row.owner, row.tier, row.sinceDay, row.reviewDay, row.next, row.missing]),
  )
}
