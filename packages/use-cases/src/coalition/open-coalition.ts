import { AlreadyExistsError, InvalidInputError } from '@artel/ledger'
import { databaseNow, newId } from '@artel/store'
import type { Coalition, Terms } from '@artel/store/prisma'
import { makeApiSecret } from '../access/api-secret.ts'
import { requireOperator } from '../access/authorise.ts'
import { ADMIN_SCOPES, type Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkCurrency, checkLocales, checkTimeZone } from '../input/coalition.ts'
import { checkHandle, checkInteger, checkOneOf, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { retrySerialisation } from '../posting/transaction-failure.ts'
import { type TermsInput, termsColumns } from '../terms/terms-columns.ts'
import { checkTerms } from '../terms/terms-input.ts'

/** A sandbox's clock may begin up to five years off the database's. */
const MAX_CLOCK_OFFSET_SECONDS = 5 * 366 * 86_400

export interface OpenCoalitionInput {
  readonly handle: string
  readonly name: string
  readonly pointsName: string
  readonly pointsSymbol: string
  readonly currency: string
  readonly timeZone: string
  readonly locales: readonly string[]
  readonly mode: 'TEST' | 'LIVE'
  /**
   * Seconds that a TEST coalition's clock starts from the database's: negative to play a history up to today, with
   * `advanceClock` day by day. Defaults to 0; a LIVE coalition has no other.
   */
  readonly clockOffsetSeconds?: number | null
  readonly terms: TermsInput
}

export interface OpenedCoalition {
  readonly coalition: Coalition
  readonly terms: Terms
  /** The administrator's secret key, shown this once. */
  readonly adminKey: string
}

/**
 * Opens a coalition with version 1 of its terms and its first administrator's key. Operators only.
 * Throws InvalidInputError, and AlreadyExistsError when the handle is taken.
 */
export async function openCoalition(context: Context, input: OpenCoalitionInput): Promise<OpenedCoalition> {
  requireOperator(context.principal)
  const { prisma, pool } = context.store
  const draft = checkedCoalition(input)
  const now = new Date((await databaseNow(pool)).getTime() + Number(draft.clockOffsetSeconds) * 1000)
  const coalition = { id: newId(), ...draft, createdAt: now }
  const secret = makeApiSecret('admin', coalition)
  const keyId = newId()
  const coalitionId = coalition.id
  const terms = {
    ...termsColumns(input.terms),
    coalitionId,
    id: newId(),
    version: 1,
    startsAt: now,
    createdAt: now,
  }
  // Handles have no unique index, since they span coalitions; serialisable, two openings of one cannot both commit.
  const opened = await retrySerialisation(() =>
    prisma.$transaction(
      async (transaction) => {
        const taken = await transaction.coalition.findFirst({ where: { handle: draft.handle } })
        if (taken)
          throw new AlreadyExistsError({ what: 'coalition', existingId: taken.id }, { path: ['handle'] })
        const made = await transaction.coalition.create({ data: coalition })
        const version = await transaction.terms.create({ data: terms })
        await transaction.apiKey.create({
          data: {
            coalitionId,
            id: keyId,
            memberId: null,
            name: 'First administrator',
            secretHash: secret.secretHash,
            lastFour: secret.lastFour,
            scopes: [...ADMIN_SCOPES],
            createdAt: now,
          },
        })
        const { handle, mode, currency } = made
        await recordAct(context, transaction, {
          ...{ act: 'coalitionOpen', coalitionId, subject: { type: 'coalition', id: coalitionId } },
          details: { handle, mode, currency, firstKey: encodePublicId('apiKey', keyId) },
        })
        return { coalition: made, terms: version }
      },
      { isolationLevel: 'Serializable' },
    ),
  )
  return { ...opened, adminKey: secret.secret }
}

function checkedCoalition(input: OpenCoalitionInput) {
  const mode = checkOneOf(['mode'], input.mode, ['TEST', 'LIVE'])
  const clockOffsetSeconds = checkInteger(['clockOffsetSeconds'], input.clockOffsetSeconds ?? 0, {
    min: -MAX_CLOCK_OFFSET_SECONDS,
    max: MAX_CLOCK_OFFSET_SECONDS,
  })
  if (mode === 'LIVE' && clockOffsetSeconds !== 0)
    throw new InvalidInputError({ path: ['clockOffsetSeconds'], problem: 'Must be 0 for a LIVE coalition.' })
  checkTerms(input.terms)
  return {
    handle: checkHandle(['handle'], input.handle),
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    pointsName: checkText(['pointsName'], input.pointsName, 40),
    pointsSymbol: checkText(['pointsSymbol'], input.pointsSymbol, 8),
    currency: checkCurrency(input.currency),
    timeZone: checkTimeZone(input.timeZone),
    locales: checkLocales(input.locales),
    mode,
    clockOffsetSeconds: BigInt(clockOffsetSeconds),
  }
}
