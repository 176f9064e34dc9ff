import { openStore } from '@artel/store'
import {
  type Context,
  decodePublicId,
  ERASURE_REASONS,
  encodePublicId,
  eraseCustomer,
  exportCustomer,
  type MessageSender,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { CODE_OPTIONS } from '../customer/code-options.ts'
import { codeSender } from '../customer/code-sender.ts'
import {
  type CodeAnswer,
  type CodeStepping,
  freeze,
  give,
  join,
  sendCode,
  unfreeze,
} from '../customer/code-steps.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { born, event, OCCASION_OPTIONS, visit } from '../customer/occasion-steps.ts'
import { REFER_OPTIONS, refer } from '../customer/refer-step.ts'
import { writeNamedFile } from '../file/write-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { openPrompter } from '../login/prompter.ts'
import { adminActs, whoActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { Language } from '../words/language.ts'

/** `artel customer`: what a customer may ask of whoever keeps its data. */
export const customer = defineCommand({
  meta: {
    name: 'customer',
    description:
      'Hand a customer everything that is held on it, take its data away for good, or do what takes its code.',
    ru: 'Выдать покупателю всё, что о нём хранится, удалить его данные или сделать то, на что нужен его код.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'export, erase, code, join, give, freeze, unfreeze, visit, event, born or refer',
      ru: 'export, erase, code, join, give, freeze, unfreeze, visit, event, born или refer',
      required: true,
    },
    coalition: COALITION,
    customer: {
      type: 'string',
      description: 'Whose: id (cus_...), phone or number of the card; to erase, the id alone.',
      ru: 'Чьи: номер покупателя (cus_...), телефон или номер карты; для удаления - только номер покупателя.',
      required: true,
    },
    out: { type: 'string', description: 'File to write (JSON).', ru: 'Файл (JSON).' },
    reason: {
      type: 'string',
      description: `Why: of erase ${ERASURE_REASONS.join(', ')}; of freeze and unfreeze in your own words.`,
      ru: `Почему: для erase ${ERASURE_REASONS.join(', ')}; для freeze и unfreeze своими словами.`,
    },
    reference: {
      type: 'string',
      description: 'Your own number of the request.',
      ru: 'Ваш номер обращения.',
    },
    'gives-up-points': {
      type: 'boolean',
      description: 'The customer knows that its points are lost.',
      ru: 'Покупатель знает, что его баллы пропадут.',
    },
    'forgives-debts': {
      type: 'boolean',
      description: 'The coalition forgives what the customer owes.',
      ru: 'Коалиция прощает покупателю долг.',
    },
    ...CODE_OPTIONS,
    ...OCCASION_OPTIONS,
    ...REFER_OPTIONS,
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...), or a member's (sk_...) but to export and erase. Default: whoever is signed in (artel login).",
      ru: 'Чей это шаг: ключ администратора (ak_...) или, кроме export и erase, участника (sk_...). Без него - тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    export: {
      description: 'Write everything that is held on the customer to a file.',
      ru: 'Записать в файл всё, что хранится о покупателе.',
      needs: ['customer', 'out'],
      takes: ['key'],
    },
    erase: {
      description: 'Take its personal data away; the books keep the bare id. There is no way back.',
      ru: 'Удалить личные данные; в книгах останется один номер. Вернуть их нельзя.',
      needs: ['customer', 'reason'],
      takes: ['reference', 'gives-up-points', 'forgives-debts', 'key'],
    },
    code: {
      description: 'Send the customer a code for one act; it is good for ten minutes.',
      ru: 'Отправить покупателю код на одно действие; он действует десять минут.',
      needs: ['customer', 'for'],
      takes: ['with', 'points', 'idempotency-key', 'key'],
    },
    join: {
      description: "Put the customer into another's household, with a code of each.",
      ru: 'Принять покупателя в семью другого, с кодом каждого.',
      needs: ['customer', 'with'],
      takes: ['confirmation', 'with-confirmation', 'key'],
    },
    give: {
      description: 'Give points to another customer of the household, with a code of the giver.',
      ru: 'Передать баллы другому покупателю семьи, с кодом того, кто отдаёт.',
      needs: ['customer', 'with', 'points'],
      takes: ['confirmation', 'idempotency-key', 'key'],
    },
    freeze: {
      description: 'Stop all that takes points from the customer.',
      ru: 'Остановить всё, что забирает у покупателя баллы.',
      needs: ['customer'],
      takes: ['reason', 'phone-lost', 'key'],
    },
    unfreeze: {
      description:
        "Let points be spent again: with the customer's code, or by an administrator with a reason.",
      ru: 'Снова разрешить трату баллов: с кодом покупателя или администратором, с причиной.',
      needs: ['customer'],
      takes: ['confirmation', 'reason', 'key'],
    },
    visit: {
      description: 'Record a visit at your member, and give what rules on visits give.',
      ru: 'Записать визит к вашему участнику и дать то, что дают правила за визит.',
      needs: ['customer'],
      takes: ['idempotency-key', 'key'],
    },
    event: {
      description: 'Record something else that the customer did, and give what rules on it give.',
      ru: 'Записать другое событие покупателя и дать то, что дают правила за него.',
      needs: ['customer', 'event'],
      takes: ['idempotency-key', 'key'],
    },
    born: {
      description: 'Write down when the customer was born; without --date it is taken away.',
      ru: 'Записать, когда покупатель родился; без --date дата убирается.',
      needs: ['customer'],
      takes: ['date', 'key'],
    },
    refer: {
      description:
        "Show the code by which the customer recommends the programme, and what came of it; with --referral-code, write down by another's code who brought the customer.",
      ru: 'Показать код, по которому покупатель советует программу, и что из этого вышло; с --referral-code записать по чужому коду, кто привёл покупателя.',
      needs: ['customer'],
      takes: ['referral-code', 'key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const step = CODE_STEPS[args.action]
        if (step) {
          const context = await whoActs(store, coalition, args.key)
          const { text, data } = await stepWithCode(
            step,
            { context, args, language },
            codeSender(process.env, coalition),
          )
          process.stdout.write(args.json ? `${JSON.stringify(data)}\n` : `${text}\n`)
          return 0
        }
        const admin = await adminActs(store, coalition, args.key)
        const say = args.action === 'erase' ? erase : exportTo
        process.stdout.write(`${await say(admin, args, language)}\n`)
        return 0
      } finally {
        await store.close()
      }
    }),
})

type CodeStep = (stepping: CodeStepping) => Promise<CodeAnswer>

/** The steps that ask a customer for a yes, follow from its word, or write down what it did. */
const CODE_STEPS: Readonly<Record<string, CodeStep>> = {
  ...{ code: sendCode, join, give, freeze, unfreeze },
  ...{ visit, event, born, refer },
}

async function stepWithCode(
  step: CodeStep,
  stepping: Omit<CodeStepping, 'prompter'>,
  sender: MessageSender | undefined,
): Promise<CodeAnswer> {
  const prompter = openPrompter()
  try {
    return await step({ ...stepping, context: { ...stepping.context, sender }, prompter })
  } finally {
    prompter.close()
  }
}

interface CustomerArgs {
  readonly customer: string
  readonly out?: string | undefined
  readonly reason?: string | undefined
  readonly reference?: string | undefined
  readonly 'gives-up-points'?: boolean | undefined
  readonly 'forgives-debts'?: boolean | undefined
}

async function exportTo(admin: Context, args: CustomerArgs, language: Language): Promise<string> {
  if (!args.out) throw new UsageError('Say --out.', { ru: 'Укажите --out.' })
  const exported = await exportCustomer(admin, { customer: customerNamed(args.customer) })
  await writeNamedFile(args.out, `${JSON.stringify(exported.data, null, 2)}\n`)
  const words = CUSTOMER_WORDS[language]
  const id = encodePublicId('customer', exported.customerId)
  return exported.complete ? words.exported(id, args.out) : words.cut(id, args.out)
}

async function erase(admin: Context, args: CustomerArgs, language: Language): Promise<string> {
  const customerId = decodePublicId('customer', args.customer)
  const reason = ERASURE_REASONS.find((known) => known === args.reason?.toUpperCase())
  if (customerId === undefined)
    throw new CliError(
      `"${args.customer}" is no id of a customer (cus_...). A phone or a card is not enough here.`,
      {
        ru: `«${args.customer}» - не номер покупателя (cus_...). Телефона или карты здесь мало.`,
      },
    )
  if (!reason) {
    const known = ERASURE_REASONS.join(', ')
    throw new UsageError(`--reason must be one of ${known}.`, { ru: `--reason - одно из ${known}.` })
  }
  const erased = await eraseCustomer(admin, {
    ...{ customerId, reason, reference: args.reference ?? null },
    givesUpPoints: args['gives-up-points'] ?? false,
    forgivesDebts: args['forgives-debts'] ?? false,
  })
  return CUSTOMER_WORDS[language].erased(args.customer, erased)
}
