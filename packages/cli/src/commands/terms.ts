import { readFile } from 'node:fs/promises'
import { newId, openStore } from '@artel/store'
import type { Terms } from '@artel/store/prisma'
import {
  acceptTerms,
  type Context,
  type ProposeTermsInput,
  proposeTerms,
  readTerms,
  withdrawTerms,
} from '@artel/use-cases'
import { defineCommand } from 'citty'
import { CliError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingAs, actingAsMember, actingAsOperator } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { languageOf } from '../words/language.ts'
import { TERMS_WORDS } from '../words/terms-words.ts'

/** `artel terms show|propose|accept|withdraw`: the agreement of a coalition over time. */
export const terms = defineCommand({
  meta: {
    name: 'terms',
    description:
      "Show the versions of a coalition's terms and who is missing, propose, accept or withdraw one.",
  },
  args: {
    action: { type: 'positional', description: 'show, propose, accept or withdraw', required: true },
    number: { type: 'positional', description: 'accept, withdraw: of the version.', required: false },
    coalition: { type: 'string', description: 'Its handle or its id (coa_...).', required: true },
    file: {
      type: 'string',
      description: 'propose: JSON with startsAt, terms and overrides, as the API takes them.',
    },
    by: { type: 'string', description: 'accept: who accepts, by name and office.' },
    key: {
      type: 'string',
      description: "accept: the member's key (sk_...). propose, withdraw: an administrator's (ak_...).",
    },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
  },
  run: ({ args }) =>
    withDatabase(async ({ databaseUrl }) => {
      const language = languageOf(args.lang)
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const admin = args.key?.startsWith('ak_')
          ? await actingAs(store, coalition, args.key)
          : actingAsOperator(store, coalition)
        if (args.action === 'propose') await propose(admin, needed(args.file, '--file'))
        else if (args.action === 'accept') {
          const member = await actingAsMember(store, coalition, needed(args.key, '--key'))
          const { id: termsId, contractHash } = await versionOf(admin, coalition.id, args.number)
          await acceptTerms(member, { termsId, contractHash, acceptedBy: needed(args.by, '--by') })
        } else if (args.action === 'withdraw') {
          const { id: termsId } = await versionOf(admin, coalition.id, args.number)
          await withdrawTerms(admin, { termsId })
        } else if (args.action !== 'show')
          throw new CliError(`"terms ${args.action}" is not known. Known: show, propose, accept, withdraw.`)
        process.stdout.write(await tableOf(admin, coalition, TERMS_WORDS[language]))
        return 0
      } finally {
        await store.close()
      }
    }),
})

function needed(value: string | undefined, name: string): string {
  if (value) return value
  throw new CliError(`Say ${name}.`)
}

async function versionOf(
  { store }: Context,
  coalitionId: string,
  number: string | undefined,
): Promise<Terms> {
  const wanted = Number(needed(number, 'which version'))
  const found = (await readTerms(store, coalitionId)).find((entry) => entry.terms.version === wanted)
  if (!found) throw new CliError(`There is no version ${number} of the terms.`)
  return found.terms
}

/** Fields that the API writes as decimal strings. */
const EXACT = new Set([
  ...['reservePrice', 'issueFee', 'redeemFee', 'deposit', 'faceValueMinor'],
  ...['creditLimit', 'minPayoutMinor', 'secondApproverAboveMinor'],
])

async function propose(admin: Context, file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  let read: unknown
  try {
    read = JSON.parse(text, (name, value) =>
      EXACT.has(name) && typeof value === 'string' && /^\d{1,18}$/.test(value) ? BigInt(value) : value,
    )
  } catch (error) {
    throw new CliError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof read !== 'object' || read === null || !('terms' in read) || !('startsAt' in read))
    throw new CliError(`${file} must have startsAt and terms.`)
  const proposal = read as Omit<ProposeTermsInput, 'startsAt' | 'idempotencyKey'> & { startsAt: string }
  await proposeTerms(admin, {
    ...proposal,
    startsAt: new Date(proposal.startsAt),
    idempotencyKey: newId(),
  })
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
