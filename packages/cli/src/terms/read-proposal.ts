import { decodePublicId, type ProposeTermsInput, type TermsInput } from '@artel/use-cases'
import { nearestWord } from '../command/nearest-word.ts'
import { FILE_WORDS } from '../file/file-words.ts'
import { type FileFindings, readFields, refuseFindings } from '../file/read-fields.ts'
import { isRecord, readJsonFile } from '../file/read-named-file.ts'
import type { Language } from '../words/language.ts'
import { OVERRIDE_FIELDS, TERMS_FIELDS } from './terms-fields.ts'

/** A proposal as a file holds it, and which defaults it left to be taken. */
export interface ReadProposal {
  readonly proposal: Omit<ProposeTermsInput, 'idempotencyKey'>
  readonly taken: FileFindings['taken']
}

const WORDS = {
  en: {
    startsAt: 'from when on it binds, an instant such as 2027-01-01T00:00:00+03:00',
    mustBeInstant: 'must be an instant such as 2027-01-01T00:00:00+03:00',
    mustBeLater: (now: string) => `must be after ${now}, the coalition's clock`,
    oneScope: 'must name a segment or a member (memberId), and not both',
    sum: 'and the other two breakage shares must sum to 10000',
    aboveReserve: 'must be at most reservePrice',
    weekday: 'must be given for WEEKLY windows, and for no other',
    terms: 'the terms, an object; "artel terms template" prints one',
  },
  ru: {
    startsAt: 'с какого момента действует, например 2027-01-01T00:00:00+03:00',
    mustBeInstant: 'должно быть моментом, например 2027-01-01T00:00:00+03:00',
    mustBeLater: (now: string) => `должно быть позже ${now}, это часы коалиции`,
    oneScope: 'должно называть сегмент или участника (memberId), но не обоих',
    sum: 'и две другие доли вместе должны давать 10000',
    aboveReserve: 'должно быть не больше reservePrice',
    weekday: 'указывается для WEEKLY и только для него',
    terms: 'условия, объект; образец печатает "artel terms template"',
  },
} as const

const KNOWN = ['startsAt', 'terms', 'overrides']
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * Reads what `terms propose` is given, whole: a CliError names every field that is missing or wrong at once, and the
 * defaults of those that were left out. `now` is the coalition's clock.
 */
export async function readProposal(file: string, now: Date, language: Language): Promise<ReadProposal> {
  const source = await readJsonFile(file)
  const words = WORDS[language]
  const said = FILE_WORDS[language]
  const findings: FileFindings = { problems: [], taken: [] }
  for (const name of Object.keys(source))
    if (!KNOWN.includes(name)) findings.problems.push([name, said.unknown(nearestWord(name, KNOWN))])
  const startsAt = instantIn(source.startsAt, { now, findings, language })
  if (source.terms === undefined) findings.problems.push(['terms', `${said.missing}: ${words.terms}`])
  else if (!isRecord(source.terms)) findings.problems.push(['terms', said.mustBeObject])
  const terms = readFields(isRecord(source.terms) ? source.terms : {}, TERMS_FIELDS, {
    ...{ root: 'terms', findings: isRecord(source.terms) ? findings : { problems: [], taken: [] }, language },
  })
  findTogether(terms, findings, language)
  const overrides = overridesIn(source.overrides ?? [], findings, language)
  refuseFindings(file, findings, language)
  return {
    proposal: { startsAt, terms: terms as unknown as TermsInput, overrides },
    taken: findings.taken,
  }
}

function instantIn(
  given: unknown,
  {
    now,
    findings,
    language,
  }: { readonly now: Date; readonly findings: FileFindings; readonly language: Language },
): Date {
  const words = WORDS[language]
  const wrong = (problem: string) => findings.problems.push(['startsAt', problem])
  const instant = new Date(typeof given === 'string' && INSTANT.test(given) ? given : Number.NaN)
  if (given === undefined || given === '') wrong(`${FILE_WORDS[language].missing}: ${words.startsAt}`)
  else if (Number.isNaN(instant.getTime())) wrong(words.mustBeInstant)
  else if (instant <= now) wrong(words.mustBeLater(now.toISOString()))
  return instant
}

type Values = Readonly<Record<string, unknown>>

/** What fields must be together. Fields that are wrong on their own are not among the values. */
function findTogether(terms: Values, { problems }: FileFindings, language: Language): void {
  const words = WORDS[language]
  const shares = [terms.breakageIssuerBps, terms.breakagePromoFundBps, terms.breakageOperatorBps].map(Number)
  const sum = shares.reduce((all, share) => all + share, 0)
  if (!Number.isNaN(sum) && sum !== 10_000) problems.push(['terms.breakageIssuerBps', words.sum])
  const { reservePrice } = terms
  for (const field of ['redeemFee', 'deposit']) {
    const price = terms[field]
    if (typeof price === 'bigint' && typeof reservePrice === 'bigint' && price > reservePrice)
      problems.push([`terms.${field}`, words.aboveReserve])
  }
  const { windowKind, windowWeekday } = terms
  if (windowKind !== undefined && windowWeekday !== undefined)
    if ((windowKind === 'WEEKLY') !== (windowWeekday !== null))
      problems.push(['terms.windowWeekday', words.weekday])
}

function overridesIn(given: unknown, findings: FileFindings, language: Language) {
  const words = FILE_WORDS[language]
  if (!Array.isArray(given)) {
    findings.problems.push(['overrides', words.mustBeList])
    return []
  }
  return given.flatMap((one: unknown, at) => {
    const root = `overrides.${at}`
    if (!isRecord(one)) {
      findings.problems.push([root, words.mustBeObject])
      return []
    }
    const { memberId, ...override } = readFields(one, OVERRIDE_FIELDS, { root, findings, language })
    if ((one.segment == null) === (one.memberId == null))
      findings.problems.push([root, WORDS[language].oneScope])
    const id = typeof memberId === 'string' ? (decodePublicId('member', memberId) ?? memberId) : null
    return [{ ...override, memberId: id }]
  }) as NonNullable<ProposeTermsInput['overrides']>
}
