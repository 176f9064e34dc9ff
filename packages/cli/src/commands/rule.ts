import {
  describeRule,
  EXAMPLES_OF_TEMPLATES,
  localDateOf,
  RULE_TEMPLATES,
  type RuleTemplate,
} from '@artel/rules'
import { newestRuleVersions, openStore } from '@artel/store'
import {
  acceptRule,
  declineRule,
  decodePublicId,
  draftRule,
  dryRunRule,
  editRule,
  endRule,
  PUBLIC_ID_PREFIXES,
  pauseRule,
  resumeRule,
  ruleVersionOf,
  scheduleRule,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { NUMBER, oneOfWords } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { memberIdOf } from '../find-member.ts'
import { needed } from '../needed.ts'
import { askedRulesOf, type Looking, rulesOf, shownRules } from '../rule/listed-rules.ts'
import { readDefinition } from '../rule/read-definition.ts'
import { writtenDefinition } from '../rule/written-definition.ts'
import { whoActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { RULE_WORDS } from '../words/rule-words.ts'

/** A template's file is of no coalition yet. */
const USUAL_CURRENCY = 'RUB'

/** `artel rule`: what members give beside their earn rules. */
export const rule = defineCommand({
  meta: {
    name: 'rule',
    description:
      'Draft, schedule, edit, pause and end what a member gives beside its earn rule; try one out.',
    ru: 'Составлять, назначать, править, приостанавливать и заканчивать правила участника; пробовать их.',
  },
  args: {
    action: {
      type: 'positional',
      description:
        'list, show, draft, edit, schedule, pause, resume, end, asked, accept, decline, dry-run, templates or template',
      ru: 'list, show, draft, edit, schedule, pause, resume, end, asked, accept, decline, dry-run, templates или template',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'Id of the rule (rul_...); for draft and dry-run a file; for template its name.',
      ru: 'Номер правила (rul_...); для draft и dry-run - файл; для template - его название.',
      required: false,
    },
    coalition: { ...COALITION, required: false },
    member: {
      type: 'string',
      description: 'Handle of the member; left out with its key.',
      ru: 'Имя участника; с его ключом не нужно.',
    },
    file: {
      type: 'string',
      description: 'What the rule says now (JSON).',
      ru: 'Что правило говорит теперь (JSON).',
    },
    version: {
      type: 'string',
      description: 'The version that was edited, or that is answered.',
      ru: 'Версия, которую правили или на которую отвечают.',
      form: NUMBER,
    },
    template: {
      type: 'string',
      description: `The template that the file was made of: ${RULE_TEMPLATES.join(', ')}.`,
      ru: `Шаблон, из которого сделан файл: ${RULE_TEMPLATES.join(', ')}.`,
      form: oneOfWords(...RULE_TEMPLATES),
    },
    key: {
      type: 'string',
      description:
        "Whose step it is: a member's key (sk_...), or for rules of the coalition an administrator's (ak_...). Default: ARTEL_KEY.",
      ru: 'Чей это шаг: ключ участника (sk_...), для правил коалиции - администратора (ak_...). Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'The rules.',
      ru: 'Правила.',
      needs: ['coalition'],
      takes: ['member', 'key', 'json'],
    },
    show: {
      description: 'What a rule says, as a file for edit.',
      ru: 'Что говорит правило, файлом для edit.',
      needs: ['what', 'coalition'],
      takes: ['key'],
    },
    draft: {
      description: 'Write a rule down from a file; it gives nothing yet.',
      ru: 'Записать правило из файла; оно пока ничего не даёт.',
      needs: ['what', 'coalition'],
      takes: ['template', 'key', 'json'],
    },
    edit: {
      description: 'Give a rule its next version.',
      ru: 'Дать правилу следующую версию.',
      needs: ['what', 'coalition', 'file', 'version'],
      takes: ['key', 'json'],
    },
    schedule: {
      description: 'Start a draft: it gives from its first day on.',
      ru: 'Пустить черновик в дело: он даёт с первого дня.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    pause: {
      description: 'Stop a rule until it is resumed.',
      ru: 'Приостановить правило.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    resume: {
      description: 'Go on with a rule that was paused.',
      ru: 'Возобновить приостановленное правило.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    end: {
      description: 'End a rule for good.',
      ru: 'Закончить правило навсегда.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    asked: {
      description: 'Rules of others that ask whoever looks to pay, and wait for the answer.',
      ru: 'Чужие правила, которые просят смотрящего платить и ждут ответа.',
      needs: ['coalition'],
      takes: ['key', 'json'],
    },
    accept: {
      description: "Say yes to paying for a version of another's rule.",
      ru: 'Согласиться платить по версии чужого правила.',
      needs: ['what', 'coalition', 'version'],
      takes: ['key', 'json'],
    },
    decline: {
      description: 'Say no to it, or take a yes back.',
      ru: 'Отказаться платить или отозвать согласие.',
      needs: ['what', 'coalition', 'version'],
      takes: ['key', 'json'],
    },
    'dry-run': {
      description: 'Say what a rule would have done last month; nothing is written.',
      ru: 'Сказать, что правило сделало бы за прошлый месяц; ничего не записывается.',
      needs: ['what', 'coalition'],
      takes: ['member', 'key', 'json'],
    },
    templates: { description: 'Names of the templates.', ru: 'Названия шаблонов.' },
    template: {
      description: 'Print a whole file for draft.',
      ru: 'Напечатать целый файл для draft.',
      needs: ['what'],
    },
  },
  run: ({ args, language }) => {
    if (args.action === 'templates') return print(templateLines(language))
    if (args.action === 'template') return print(templateFile(args.what))
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, needed(args.coalition, '--coalition'))
        // A key on the command line is seen by whoever lists the processes.
        const key = args.key || process.env.ARTEL_KEY
        const context = await whoActs(store, coalition, key)
        return print(await answer({ context, coalition, language }, args))
      } finally {
        await store.close()
      }
    })
  },
})

interface RuleArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly member?: string | undefined
  readonly file?: string | undefined
  readonly version?: string | undefined
  readonly template?: string | undefined
  readonly json?: boolean | undefined
}

function print(text: string): 0 {
  process.stdout.write(text)
  return 0
}

const ANSWERS = { accept: acceptRule, decline: declineRule } as const
const isAnswer = (action: string): action is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, action)

const STEPS = { schedule: scheduleRule, pause: pauseRule, resume: resumeRule, end: endRule } as const
const isStep = (action: string): action is keyof typeof STEPS => Object.hasOwn(STEPS, action)

async function answer(looking: Looking, args: RuleArgs): Promise<string> {
  const { context } = looking
  const { action, what } = args
  if (action === 'list') return shownRules(looking, await rulesOf(looking, args.member), args.json)
  if (action === 'dry-run') return dryRun(looking, args)
  if (action === 'asked') return shownRules(looking, await askedRulesOf(looking), args.json)
  if (action === 'draft') {
    const definition = await readDefinition(needed(what, 'which file', 'какой файл'))
    const drafted = await draftRule(context, { definition, template: args.template ?? null })
    return shownRules(looking, [drafted.rule], args.json)
  }
  const id = rawId(what)
  if (isStep(action)) return shownRules(looking, [(await STEPS[action](context, { id })).rule], args.json)
  if (isAnswer(action)) {
    const answered = await ANSWERS[action](context, { id, version: Number(args.version) })
    return shownRules(looking, [answered.rule], args.json)
  }
  if (action === 'show') return fileOf(looking, id)
  const definition = await readDefinition(needed(args.file, '--file'))
  const edited = await editRule(context, { id, version: Number(args.version), definition })
  if (edited.isBudgetUsedUp) process.stderr.write(`${RULE_WORDS[looking.language].usedUp}\n`)
  return shownRules(looking, [edited.rule], args.json)
}

/** The UUID of a rule; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('rule', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.rule}_...`
  throw new UsageError(`The id of a rule looks like ${looks}; it is "${publicId}".`, {
    ru: `Номер правила имеет вид ${looks}; указано «${publicId}».`,
  })
}

async function fileOf(looking: Looking, id: string): Promise<string> {
  const { context, coalition } = looking
  const found = (await rulesOf(looking)).find((one) => one.id === id)
  const version = (await newestRuleVersions(context.store, coalition.id, found ? [id] : [])).get(id)
  if (!version) throw new CliError('There is no such rule.', { ru: 'Такого правила нет.' })
  return file(writtenDefinition(ruleVersionOf(version), coalition.currency, coalition.id))
}

const file = (written: object): string => `${JSON.stringify(written, null, 2)}\n`

async function dryRun({ context, coalition, language }: Looking, args: RuleArgs): Promise<string> {
  const memberId = await memberIdOf(context.store, coalition, args.member)
  const definition = await readDefinition(needed(args.what, 'which file', 'какой файл'))
  const run = await dryRunRule(context, { memberId, definition })
  const { fromDay, toDay, touched, purchases, points, discountMinor, costMinor, isStopped } = run
  const sentence = describeRule(run.definition, language, run.currency)
  if (args.json)
    return `${JSON.stringify({
      ...{ sentence, fromDay, toDay, touched, purchases, isStopped, points: String(points) },
      ...{ discountMinor: String(discountMinor), costMinor: String(costMinor) },
    })}\n`
  const words = RULE_WORDS[language]
  const money = (amount: bigint) =>
    `${amount / 100n}.${String(amount % 100n).padStart(2, '0')} ${run.currency}`
  const told = { fromDay, toDay, touched, purchases, points }
  const line = words.dryRun({ ...told, discount: money(discountMinor), cost: money(costMinor) })
  return `${sentence}.\n${line}\n${isStopped ? `${words.stopped(purchases)}\n` : ''}`
}

const templateLines = (language: Language): string =>
  RULE_TEMPLATES.map((name) => `${name.padEnd(24)}${EXAMPLES_OF_TEMPLATES[name].says[language]}\n`).join('')

function templateFile(name: string | undefined): string {
  const known = RULE_TEMPLATES.find((one): one is RuleTemplate => one === name)
  if (!known)
    throw new UsageError(`There is no template "${name ?? ''}": say one of ${RULE_TEMPLATES.join(', ')}.`, {
      ru: `Шаблона «${name ?? ''}» нет: есть ${RULE_TEMPLATES.join(', ')}.`,
    })
  // Of whoever asks: the file names no coalition.
  const fromDay = localDateOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  return file(writtenDefinition(EXAMPLES_OF_TEMPLATES[known].make({ fromDay, toDay: null }), USUAL_CURRENCY))
}
