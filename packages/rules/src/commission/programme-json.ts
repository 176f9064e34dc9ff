import { basisPoints, minor } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type { CommissionDefinition, CommissionEffect, LadderMeasure, LadderPeriod } from './programme.ts'

/** A programme as it is stored: amounts and rates are decimal strings. */
export interface CommissionDefinitionJson {
  readonly name: { readonly en: string; readonly ru: string }
  readonly effect: {
    readonly percentBps?: string
    readonly fixedMinor?: string
    readonly ladder?: readonly { readonly from: string; readonly bps: string }[]
    readonly per?: string
    readonly by?: string
  }
  readonly of: string
  readonly months: number | null
  readonly approval: {
    readonly by: string
    readonly days: number
    readonly twoPeopleAboveMinor: string | null
  }
  readonly refundDays: number
  readonly taxBps: string
  readonly fromDay: string
  readonly toDay: string | null
}

/** A programme for its column. The order of fields is part of what its digest covers. */
export function commissionToJson(programme: CommissionDefinition): CommissionDefinitionJson {
  const { name, of, months, approval, refundDays, taxBps, fromDay, toDay } = programme
  const { by, days, twoPeopleAboveMinor } = approval
  return {
    name: { en: name.en, ru: name.ru },
    effect: effectToJson(programme.effect),
    ...{ of, months },
    approval: { by, days, twoPeopleAboveMinor: twoPeopleAboveMinor?.toString() ?? null },
    ...{ refundDays, taxBps: taxBps.toString(), fromDay, toDay },
  }
}

function effectToJson(effect: CommissionEffect): CommissionDefinitionJson['effect'] {
  if (effect.kind === 'PERCENT') return { percentBps: effect.percentBps.toString() }
  if (effect.kind === 'FIXED') return { fixedMinor: effect.fixedMinor.toString() }
  const { steps, per, by } = effect
  return { ladder: steps.map(({ from, bps }) => ({ from: from.toString(), bps: bps.toString() })), per, by }
}

/** A programme out of its column. */
export function commissionFromJson(json: CommissionDefinitionJson): CommissionDefinition {
  const { name, of, months, approval, refundDays, taxBps, fromDay, toDay } = json
  const { by, days, twoPeopleAboveMinor: above } = approval
  return {
    name: { en: name.en, ru: name.ru },
    effect: effectFromJson(json.effect),
    ...{ of: of as CommissionDefinition['of'], months },
    approval: {
      ...{ by: by as CommissionDefinition['approval']['by'], days },
      twoPeopleAboveMinor: above === null ? null : minor(BigInt(above)),
    },
    ...{ refundDays, taxBps: basisPoints(BigInt(taxBps)) },
    ...{ fromDay: fromDay as LocalDate, toDay: toDay as LocalDate | null },
  }
}

function effectFromJson({
  percentBps,
  fixedMinor,
  ladder = [],
  per,
  by,
}: CommissionDefinitionJson['effect']): CommissionEffect {
  if (percentBps !== undefined) return { kind: 'PERCENT', percentBps: basisPoints(BigInt(percentBps)) }
  if (fixedMinor !== undefined) return { kind: 'FIXED', fixedMinor: minor(BigInt(fixedMinor)) }
  return {
    kind: 'LADDER',
    steps: ladder.map(({ from, bps }) => ({ from: BigInt(from), bps: basisPoints(BigInt(bps)) })),
    ...{ per: per as LadderPeriod, by: by as LadderMeasure },
  }
}
