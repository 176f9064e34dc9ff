import { commissionFromJson, describeProgramme } from '@artel/rules'
import { programmesOf } from '@artel/store'
import type { Commission, CommissionProgramme } from '@artel/store/prisma'
import {
  approveCommission,
  changeCommissionProgramme,
  encodePublicId,
  endCommissionProgramme,
  readCommissionProgrammes,
  readCommissions,
  rejectCommission,
  startCommissionProgramme,
} from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { NUMBER, oneOfWords } from '../command/value-forms.ts'
import { allOf, type Looking, lookAt, moneyText, rawIdOf } from '../commission/look.ts'
import { readProgramme } from '../commission/read-programme.ts'
import { memberIdOf } from '../find-member.ts'
import { needed } from '../needed.ts'
import { textTable } from '../text-table.ts'
import { AFFILIATE_WORDS } from '../words/affiliate-words.ts'

const STATUSES = ['PENDING', 'APPROVED', 'STATED', 'PAID', 'REJECTED', 'REVERSED'] as const

/** `artel commission`: what members pay for customers. */
export const commission = defineCommand({
  meta: {
    name: 'commission',
    description: 'Start, change and end what a member pays for customers; approve and reject commissions.',
    ru: 'Начинать, менять и заканчивать то, что участник платит за покупателей; подтверждать и отклонять комиссии.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, programmes, start, change, end, approve or reject',
      ru: 'list, programmes, start, change, end, approve или reject',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'For start a file; for change and end a programme (cpg_...), else a commission (com_...).',
      ru: 'Для start - файл; для change и end - программа (cpg_...), иначе комиссия (com_...).',
      required: false,
    },
    coalition: { ...COALITION, required: false },
    affiliate: {
      type: 'string',
      description: 'The one affiliate that is paid (aff_...); every one when neither is said.',
      ru: 'Один аффилиат, которому платят (aff_...); каждый, если никто не назван.',
    },
    member: {
      type: 'string',
      description: 'Handle of the one member that is paid, or * for every one.',
      ru: 'Имя одного участника, которому платят, или * - каждому.',
    },
    file: {
      type: 'string',
      description: 'What the programme says then (JSON).',
      ru: 'Что программа говорит потом (JSON).',
    },
    version: {
      type: 'string',
      description: 'The version that was changed.',
      ru: 'Версия, которую меняли.',
      form: NUMBER,
    },
    reason: {
      type: 'string',
      description: 'Why, without names of customers.',
      ru: 'Почему, без имён покупателей.',
    },
    status: {
      type: 'string',
      description: `Only those that are here: ${STATUSES.join(', ')}.`,
      ru: `Только в этом состоянии: ${STATUSES.join(', ')}.`,
      form: oneOfWords(...STATUSES),
    },
    key: {
      type: 'string',
      description:
        "Whose step it is: a member's key (sk_...), to look or to reject also an administrator's (ak_...). Default: ARTEL_KEY.",
      ru: 'Чей это шаг: ключ участника (sk_...), а смотреть и отклонять может и администратор (ak_...). Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'The commissions.',
      ru: 'Комиссии.',
      needs: ['coalition'],
      takes: ['status', 'key', 'json'],
    },
    programmes: {
      description: 'The programmes.',
      ru: 'Программы.',
      needs: ['coalition'],
      takes: ['key', 'json'],
    },
    start: {
      description: 'Start to pay, by a file.',
      ru: 'Начать платить, по файлу.',
      needs: ['what', 'coalition'],
      takes: ['affiliate', 'member', 'key', 'json'],
    },
    change: {
      description: 'Give a programme its next version, after today.',
      ru: 'Дать программе следующую версию, с дня после сегодняшнего.',
      needs: ['what', 'coalition', 'file', 'version'],
      takes: ['key', 'json'],
    },
    end: {
      description: 'End a programme with today.',
      ru: 'Закончить программу сегодняшним днём.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    approve: {
      description: 'Say yes to a commission that is due.',
      ru: 'Подтвердить комиссию, которой пришёл срок.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    reject: {
      description: 'Take a commission away.',
      ru: 'Отклонить или забрать комиссию.',
      needs: ['what', 'coalition', 'reason'],
      takes: ['key', 'json'],
    },
  },
  run: ({ args, language }) => lookAt({ ...args, language }, (looking) => answer(looking, args)),
})

interface CommissionArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly affiliate?: string | undefined
  readonly member?: string | undefined
  readonly file?: string | undefined
  readonly version?: string | undefined
  readonly reason?: string | undefined
  readonly status?: string | undefined
  readonly json?: boolean | undefined
}

async function answer(looking: Looking, args: CommissionArgs): Promise<string> {
  const { context } = looking
  const { action, what, json } = args
  if (action === 'list') {
    const status = args.status ?? null
    return shown(looking, await allOf((page) => readCommissions(context, { ...page, status })), json)
  }
  if (action === 'programmes')
    return programmes(looking, await allOf((page) => readCommissionProgrammes(context, page)), json)
  if (action === 'approve')
    return shown(
      looking,
      [(await approveCommission(context, { id: rawIdOf('commission', what) })).commission],
      json,
    )
  if (action === 'reject') {
    const rejection = { id: rawIdOf('commission', what), reason: needed(args.reason, '--reason') }
    return shown(looking, [(await rejectCommission(context, rejection)).commission], json)
  }
  return programmes(looking, [(await decide(looking, args)).programme], json)
}

async function decide({ context, coalition }: Looking, args: CommissionArgs) {
  if (args.action === 'start') {
    const definition = await readProgramme(needed(args.what, 'which file', 'какой файл'))
    const payeeKind = args.member === undefined ? 'AFFILIATE' : 'MEMBER'
    const named = args.member === '*' ? undefined : args.member
    const payeeId =
      args.affiliate === undefined
        ? await memberIdOf(context.store, coalition, named)
        : rawIdOf('affiliate', args.affiliate)
    return startCommissionProgramme(context, { payeeKind, payeeId, definition })
  }
  const id = rawIdOf('commissionProgramme', args.what)
  if (args.action === 'end') return endCommissionProgramme(context, { id })
  const definition = await readProgramme(needed(args.file, '--file'))
  return changeCommissionProgramme(context, { id, version: Number(args.version), definition })
}

/** What members and affiliates are called, by raw id. */
async function namesIn({ context, coalition }: Looking): Promise<ReadonlyMap<string, string>> {
  const where = { coalitionId: coalition.id }
  const [members, affiliates] = await Promise.all([
    context.store.prisma.member.findMany({ where, select: { id: true, handle: true } }),
    context.store.prisma.affiliate.findMany({ where, select: { id: true, name: true } }),
  ])
  return new Map([
    ...members.map(({ id, handle }) => [id, handle] as const),
    ...affiliates.map(({ id, name }) => [id, name] as const),
  ])
}

async function shown(looking: Looking, commissions: readonly Commission[], json?: boolean): Promise<string> {
  const { coalition, language } = looking
  const words = AFFILIATE_WORDS[language]
  const names = await namesIn(looking)
  const rows = commissions.map((one) => ({
    id: encodePublicId('commission', one.id),
    ...{ payer: names.get(one.payerId) ?? '', payee: names.get(one.payeeId) ?? '' },
    ...{ soldOn: dayOf(one.soldOn), amountMinor: String(one.amountMinor), dueOn: dayOf(one.dueOn) },
    ...{ status: one.status, reason: one.reason },
  }))
  if (json) return `${JSON.stringify({ commissions: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.commissions.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, payer, payee, soldOn, amountMinor, dueOn, status }) => [
      ...[id, payer, payee, soldOn, moneyText(BigInt(amountMinor), coalition.currency), dueOn],
      words.state[status] ?? status,
    ]),
  )
}

/** Programmes that ended long ago are shown too. */
const EVER = '0001-01-01'

async function programmes(
  looking: Looking,
  found: readonly CommissionProgramme[],
  json?: boolean,
): Promise<string> {
  const { context, coalition, language } = looking
  const words = AFFILIATE_WORDS[language]
  const [names, stored] = await Promise.all([
    namesIn(looking),
    programmesOf(context.store.pool, coalition.id, {
      payerIds: [...new Set(found.map(({ memberId }) => memberId))],
      from: EVER,
    }),
  ])
  const newest = new Map(stored.map(({ id, definitions }) => [id, definitions.at(-1)]))
  const rows = found.map((one) => {
    const text = newest.get(one.id)
    return {
      id: encodePublicId('commissionProgramme', one.id),
      payer: names.get(one.memberId) ?? '',
      payee: one.payeeId === null ? words.every[one.payeeKind as 'MEMBER'] : (names.get(one.payeeId) ?? ''),
      ...{ version: one.version, endedOn: one.endedOn && dayOf(one.endedOn) },
      sentence: text
        ? describeProgramme(commissionFromJson(JSON.parse(text)), language, coalition.currency)
        : '',
    }
  })
  if (json) return `${JSON.stringify({ programmes: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.programmes.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, payer, payee, version, sentence }) => [id, payer, payee, String(version), sentence]),
  )
}

const dayOf = (column: Date): string => column.toISOString().slice(0, 10)
