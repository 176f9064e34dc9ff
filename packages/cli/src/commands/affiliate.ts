import { readFile } from 'node:fs/promises'
import { minor } from '@artel/ledger'
import { payableSums } from '@artel/store'
import type { Affiliate } from '@artel/store/prisma'
import {
  admitAffiliate,
  closeAffiliate,
  encodePublicId,
  nameOwnCustomer,
  publishAffiliateTerms,
  readAffiliates,
  suspendAffiliate,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { allOf, type Looking, lookAt, moneyText, rawIdOf } from '../commission/look.ts'
import { needed } from '../needed.ts'
import { textTable } from '../text-table.ts'
import { AFFILIATE_WORDS } from '../words/affiliate-words.ts'

const MICROS_A_MINOR = 10_000n
const MINOR = /^\d{1,13}$/

/** `artel affiliate`: who brings customers and is no member. */
export const affiliate = defineCommand({
  meta: {
    name: 'affiliate',
    description: 'List, admit, suspend and close affiliates; publish the terms that they accept.',
    ru: 'Показывать, принимать, приостанавливать и закрывать аффилиатов; публиковать их условия.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, admit, suspend, close, own-customer or terms',
      ru: 'list, admit, suspend, close, own-customer или terms',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'Id of the affiliate (aff_...); for terms the file of the English text.',
      ru: 'Номер аффилиата (aff_...); для terms - файл с английским текстом.',
      required: false,
    },
    coalition: { ...COALITION, required: false },
    'min-payout': {
      type: 'string',
      description: 'Less than this is carried forward: minor units, such as 100000.',
      ru: 'Меньше этого переносится: в копейках, например 100000.',
    },
    customer: {
      type: 'string',
      description: 'The customer that is the affiliate itself (cus_...).',
      ru: 'Покупатель, который и есть аффилиат (cus_...).',
    },
    'file-ru': {
      type: 'string',
      description: 'The file of the Russian text.',
      ru: 'Файл с русским текстом.',
    },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...), or to look a member's. Default: ARTEL_KEY.",
      ru: 'Чей это шаг: ключ администратора (ak_...), а чтобы смотреть - и участника. Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: { description: 'The affiliates.', ru: 'Аффилиаты.', needs: ['coalition'], takes: ['key', 'json'] },
    admit: {
      description: 'Admit one that applied or was suspended; set its smallest payment.',
      ru: 'Принять подавшего заявку или приостановленного; задать наименьшую выплату.',
      needs: ['what', 'coalition'],
      takes: ['min-payout', 'key', 'json'],
    },
    suspend: {
      description: 'Suspend one: what is sold from now on earns it nothing.',
      ru: 'Приостановить: за проданное с этого времени ему ничего не положено.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    close: {
      description: 'Close one for good, an application too.',
      ru: 'Закрыть навсегда, в том числе заявку.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    'own-customer': {
      description: 'Say that a customer is the affiliate itself: its purchases earn nothing.',
      ru: 'Указать, что покупатель - это сам аффилиат: за его покупки ничего не положено.',
      needs: ['what', 'coalition', 'customer'],
      takes: ['key', 'json'],
    },
    terms: {
      description: 'Publish what affiliates accept.',
      ru: 'Опубликовать условия, которые принимают аффилиаты.',
      needs: ['what', 'coalition', 'file-ru'],
      takes: ['key'],
    },
  },
  run: ({ args, language }) => lookAt({ ...args, language }, (looking) => answer(looking, args)),
})

interface AffiliateArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly 'min-payout'?: string | undefined
  readonly customer?: string | undefined
  readonly 'file-ru'?: string | undefined
  readonly json?: boolean | undefined
}

async function answer(looking: Looking, args: AffiliateArgs): Promise<string> {
  const { context } = looking
  const { action } = args
  if (action === 'terms') return publish(looking, args)
  if (action === 'list')
    return shown(looking, await allOf((page) => readAffiliates(context, page)), args.json)
  const id = rawIdOf('affiliate', args.what)
  const { affiliate: one } = await step(looking, args, id)
  return shown(looking, [one], args.json)
}

function step({ context, coalition }: Looking, args: AffiliateArgs, id: string) {
  if (args.action === 'suspend') return suspendAffiliate(context, { id })
  if (args.action === 'close') return closeAffiliate(context, { id })
  if (args.action === 'own-customer')
    return nameOwnCustomer(context, { id, customerId: rawIdOf('customer', args.customer) })
  const least = args['min-payout']
  if (least !== undefined && !MINOR.test(least))
    throw new UsageError(`--min-payout is minor units, such as 100000; it is "${least}".`, {
      ru: `--min-payout - это копейки, например 100000; указано «${least}».`,
    })
  const minPayout =
    least === undefined ? null : { amountMinor: minor(BigInt(least)), currency: coalition.currency }
  return admitAffiliate(context, { id, minPayout })
}

async function publish({ context, language }: Looking, args: AffiliateArgs): Promise<string> {
  const [textEn, textRu] = await Promise.all([
    readFile(needed(args.what, 'which file', 'какой файл'), 'utf8'),
    readFile(needed(args['file-ru'], '--file-ru'), 'utf8'),
  ])
  const { terms } = await publishAffiliateTerms(context, { textEn, textRu })
  return `${AFFILIATE_WORDS[language].terms(terms.version)}\n`
}

async function shown(looking: Looking, affiliates: readonly Affiliate[], json?: boolean): Promise<string> {
  const { context, coalition, language } = looking
  const words = AFFILIATE_WORDS[language]
  const isAdmin = context.principal.kind === 'admin'
  const owed = isAdmin
    ? await payableSums(
        context.store,
        coalition.id,
        affiliates.map(({ id }) => id),
      )
    : new Map<string, bigint>()
  const rows = affiliates.map((one) => ({
    id: encodePublicId('affiliate', one.id),
    ...{ name: one.name, kind: one.kind, status: one.status },
    owedMinor: isAdmin ? String((owed.get(one.id) ?? 0n) / MICROS_A_MINOR) : null,
  }))
  if (json) return `${JSON.stringify({ affiliates: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.affiliates.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, name, kind, status, owedMinor }) => [
      ...[id, name, kind, words.state[status] ?? status],
      owedMinor === null ? '' : moneyText(BigInt(owedMinor), coalition.currency),
    ]),
  )
}
