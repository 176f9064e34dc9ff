import type { LocalDate } from '../calendar/local-date.ts'
import type { CommissionDefinition, PayeeKind } from './programme.ts'

/** A programme with all of its versions. */
export interface CommissionProgramme {
  readonly id: string
  /** The member that pays. */
  readonly payerId: string
  readonly payeeKind: PayeeKind
  /** Whom it pays; null: every one of the kind. */
  readonly payeeId: string | null
  /** When it was started: what was sold before was promised nothing. */
  readonly startedAt: Date
  /** The last local day of its sales, since it was ended; null: it was not. */
  readonly endedOn: LocalDate | null
  /** By number, from 1 on. */
  readonly versions: readonly CommissionDefinition[]
}

/** A programme as it holds for one sale. */
export interface ChosenProgramme {
  readonly programme: CommissionProgramme
  readonly version: number
  readonly definition: CommissionDefinition
}

/** The version of a programme that holds on a local day; undefined: none does. */
export function versionOn(programme: CommissionProgramme, day: LocalDate): ChosenProgramme | undefined {
  const { versions, endedOn } = programme
  if (endedOn !== null && day > endedOn) return undefined
  const at = versions.findLastIndex(({ fromDay }) => fromDay <= day)
  const definition = versions[at]
  if (!definition || (definition.toDay !== null && day > definition.toDay)) return undefined
  return { programme, version: at + 1, definition }
}

/**
 * The programme that pays for a sale: of those of its payer that it had started before and that hold on its day, one that names the payee before one for all
 * of its kind, then the newest. A payer pays for a sale once. Undefined: none.
 */
export function programmeFor(
  programmes: readonly CommissionProgramme[],
  sale: {
    readonly payerId: string
    readonly payeeKind: PayeeKind
    readonly payeeId: string
    readonly day: LocalDate
    readonly soldAt: Date
  },
): ChosenProgramme | undefined {
  return programmes
    .filter(
      ({ payerId, payeeKind, payeeId, startedAt }) =>
        startedAt <= sale.soldAt &&
        payerId === sale.payerId &&
        payeeKind === sale.payeeKind &&
        (payeeId === null || payeeId === sale.payeeId),
    )
    .sort((a, b) => Number(b.payeeId !== null) - Number(a.payeeId !== null) || (a.id < b.id ? 1 : -1))
    .flatMap((programme) => versionOn(programme, sale.day) ?? [])[0]
}
