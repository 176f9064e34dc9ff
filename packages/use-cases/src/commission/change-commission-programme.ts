import {
  CommissionProgrammeChangedError,
  CommissionProgrammeEndedError,
  RuleLimitReachedError,
} from '@artel/ledger'
import { commissionFromJson, validateNextVersion } from '@artel/rules'
import type { CommissionProgramme } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkByRules } from '../input/check-by-rules.ts'
import { ownProgramme, programmeClock, programmeVersionRow } from './own-programme.ts'
import { type CommissionDefinitionInput, checkProgramme } from './programme-input.ts'

export interface ChangeCommissionProgrammeInput {
  /** Raw UUID. */
  readonly id: string
  /** The version that was changed: another one by now is COMMISSION_PROGRAMME_CHANGED. */
  readonly version: number
  readonly definition: CommissionDefinitionInput
}

/** So many versions of one programme: the worker reads them all. A programme that is ended makes room for another. */
const MAX_VERSIONS = 100

/**
 * Gives a programme its next version, which holds from its first day on, after today; sales before keep what they were promised. A
 * ladder changes with its period. Scope `rules:write`. Throws NotFoundError, InvalidInputError, MemberNotActiveError,
 * CommissionProgrammeChangedError, CommissionProgrammeEndedError, RuleLimitReachedError.
 */
export async function changeCommissionProgramme(
  context: Context,
  input: ChangeCommissionProgrammeInput,
): Promise<{ readonly programme: CommissionProgramme }> {
  const { store } = context
  const caller = requireMember(context.principal, 'rules:write', 'changeCommissionProgramme')
  const { coalitionId, memberId } = caller
  const { now, today, currency } = await programmeClock(store, coalitionId)
  const definition = checkProgramme(input.definition, currency)
  const programme = await store.prisma.$transaction(async (transaction) => {
    const { definition: text, ...before } = await ownProgramme(transaction, caller, input.id)
    if (before.endedOn !== null) throw new CommissionProgrammeEndedError()
    if (before.version !== input.version)
      throw new CommissionProgrammeChangedError({ currentVersion: before.version })
    checkByRules(['definition'], () =>
      validateNextVersion(definition, { before: commissionFromJson(JSON.parse(text)), today }),
    )
    const { id } = before
    const version = before.version + 1
    if (version > MAX_VERSIONS) throw new RuleLimitReachedError({ limit: MAX_VERSIONS })
    const row = programmeVersionRow(caller, { programmeId: id, version, definition, createdAt: now })
    await transaction.commissionVersion.create({ data: row })
    const after = await transaction.commissionProgramme.update({
      where: { coalitionId_id: { coalitionId, id } },
      data: { version, changedAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'commissionProgrammeChange', coalitionId, memberId },
      subject: { type: 'commissionProgramme', id },
      details: { version: { before: before.version, after: version }, digest: row.digest },
    })
    return after
  })
  return { programme }
}
