import { coalitionNow, newId, openStore, type Store } from '@artel/store'
import type { Coalition, Terms } from '@artel/store/prisma'
import { acceptTerms, type Context, proposeTerms, readTerms, withdrawTerms } from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION } from '../command/standing-options.ts'
import { NUMBER } from '../command/value-forms.ts'
import { takenLine } from '../file/read-fields.ts'
import { findCoalition } from '../find-coalition.ts'
import { needed } from '../needed.ts'
import { actingAsMember, actingAsOperator, adminActs, whoActs } from '../settle/acting-as.ts'
import { readProposal } from '../terms/read-proposal.ts'
import { explainTemplate, termsTemplate } from '../terms/terms-template.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { TERMS_WORDS } from '../words/terms-words.ts'

/** `artel terms show|propose|accept|withdraw`: the agreement of a coalition over time. */
export const terms = defineCommand({
  meta: {
    name: 'terms',
    description:
      "Show the versions of a coalition's terms and who is missing, propose, accept or withdraw one.",
    ru: 'Показать версии условий коалиции и кто их не принял, предложить, принять или отозвать версию.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'show, template, propose, accept or withdraw',
      ru: 'show, template, propose, accept или withdraw',
      required: true,
    },
    number: {
      type: 'positional',
      description: 'Number of the version.',
      ru: 'Номер версии.',
      required: false,
      form: NUMBER,
    },
    coalition: { ...COALITION, required: false },
    file: {
      type: 'string',
      description: 'JSON with startsAt, terms and overrides; `terms template` prints one.',
      ru: 'JSON с полями startsAt, terms и overrides; образец печатает `terms template`.',
    },
    by: {
      type: 'string',
      description: 'Who accepts, by name and office.',
      ru: 'Кто принимает: имя и должность.',
    },
    key: {
      type: 'string',
      description:
        "accept: the member's key (sk_...). propose, withdraw: an administrator's (ak_...). Default: whoever is signed in.",
      ru: 'accept: ключ участника (sk_...). propose, withdraw: ключ администратора (ak_...). Без него - тот, кто вошёл.',
    },
  },
  actions: {
    show: {
      description: 'The versions with who is missing.',
      ru: 'Версии и кто их ещё не принял.',
      needs: ['coalition'],
    },
    template: {
      description: 'Print a whole file for `propose` at its defaults, and on stderr what each field means.',
      ru: 'Напечатать полный файл для `propose` со значениями по умолчанию, а в stderr - что значит каждое поле.',
    },
    propose: {
      description: 'Propose the next version from a file.',
      ru: 'Предложить следующую версию из файла.',
      needs: ['coalition', 'file'],
      takes: ['key'],
    },
    accept: {
      description: 'Accept a version for a member.',
      ru: 'Принять версию от имени участника.',
      needs: ['number', 'coalition', 'by'],
      takes: ['key'],
    },
    withdraw: {
      description: 'Withdraw a version that does not bind yet.',
      ru: 'Отозвать версию, которая ещё не действует.',
      needs: ['number', 'coalition'],
      takes: ['key'],
    },
  },
  run: ({ args, language }) => {
    if (args.action === 'template') {
      process.stderr.write(explainTemplate(language))
      process.stdout.write(`${JSON.stringify(termsTemplate(), null, 2)}\n`)
      return 0
    }
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, needed(args.coalition, '--coalition'))
        const changes = args.action === 'propose' || args.action === 'withdraw'
        const admin = changes
          ? await adminActs(store, coalition, args.key)
          : actingAsOperator(store, coalition)
        if (args.action === 'propose')
          await propose(admin, { coalition, file: needed(args.file, '--file'), language })
        else if (args.action === 'accept') {
          const member = await acceptingMember(store, coalition, args.key)
          const { id: termsId, contractHash } = await versionOf(admin, coalition.id, args.number)
          await acceptTerms(member, { termsId, contractHash, acceptedBy: needed(args.by, '--by') })
        } else if (args.action === 'withdraw') {
          const { id: termsId } = await versionOf(admin, coalition.id, args.number)
          await withdrawTerms(admin, { termsId })
        }
        process.stdout.write(await tableOf(admin, coalition, TERMS_WORDS[language]))
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

/** The member of the key, or of the person whom `artel login` signed in. */
async function acceptingMember(
  store: Store,
  coalition: Coalition,
  key: string | undefined,
): Promise<Context> {
  if (key) return actingAsMember(store, coalition, key)
  const context = await whoActs(store, coalition, undefined)
  if (context.principal.kind === 'member') return context
  throw new UsageError("Say --key with the member's key (sk_...), or sign in as its manager (artel login).", {
    ru: 'Укажите --key с ключом участника (sk_...) или войдите как его управляющий (artel login).',
  })
}

async function versionOf(
  { store }: Context,
  coalitionId: string,
  number: string | undefined,
): Promise<Terms> {
  const wanted = Number(needed(number, 'which version', 'какую версию'))
  const found = (await readTerms(store, coalitionId)).find((entry) => entry.terms.version === wanted)
  if (!found)
    throw new CliError(`There is no version ${number} of the terms.`, { ru: `Версии условий ${number} нет.` })
  return found.terms
}

async function propose(
  admin: Context,
  {
    coalition,
    file,
    language,
  }: { readonly coalition: Coalition; readonly file: string; readonly language: Language },
): Promise<void> {
  const now = await coalitionNow(admin.store, coalition.id)
  const { proposal, taken } = await readProposal(file, now, language)
  await proposeTerms(admin, { ...proposal, idempotencyKey: newId() })
  for (const line of takenLine(taken, language)) process.stderr.write(`${line}\n`)
}

async function tableOf(
  { store }: Context,
  { id: coalitionId, timeZone }: { readonly id: string; readonly timeZone: string },
  words: (typeof TERMS_WORDS)['en'],
): Promise<string> {
  const [versions, members] = await Promise.all([
    readTerms(store, coalitionId),
    store.prisma.member.findMany({ where: { coalitionId }, select: { id: true, name: true } }),
  ])
  const nameOf = new Map(members.map(({ id, name }) => [id, name]))
  const rows = versions.map(({ terms: row, standing, acceptances, missingMemberIds, variants }) => [
    String(row.version),
    words.standing[standing],
    row.startsAt.toLocaleString('sv-SE', { timeZone }),
    String(variants.length),
    acceptances.map(({ memberId }) => nameOf.get(memberId) ?? memberId).join(', '),
    missingMemberIds.map((id) => nameOf.get(id) ?? id).join(', '),
    row.contractHash.slice(0, 12),
  ])
  const columns = words.columns.map((title, at) => ({
    title,
    align: at === 0 || at === 3 ? ('right' as const) : ('left' as const),
  }))
  return textTable(columns, rows)
}
