import { type Micros, Refusal } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'

/** A member that owes all it may gives no more points. Amounts in micros, decimal strings in `details`. */
export class CreditLimitReachedError extends Refusal {
  readonly owed: Micros
  readonly adds: Micros
  readonly limit: Micros

  constructor(facts: { owed: Micros; adds: Micros; limit: Micros }) {
    super('CREDIT_LIMIT_REACHED', `${facts.owed} owed and ${facts.adds} more pass the limit ${facts.limit}`, {
      owedMicros: facts.owed.toString(),
      addsMicros: facts.adds.toString(),
      limitMicros: facts.limit.toString(),
    })
    this.owed = facts.owed
    this.adds = facts.adds
    this.limit = facts.limit
  }
}

/** A sale handed in later than agreed needs the coalition's approval. */
export class SaleTooLateError extends Refusal {
  readonly soldOn: LocalDate
  readonly lastDay: LocalDate

  constructor(facts: { soldOn: LocalDate; lastDay: LocalDate }) {
    super('SALE_TOO_LATE', `the sale of ${facts.soldOn} was to be handed in by ${facts.lastDay}`, {
      ...facts,
    })
    this.soldOn = facts.soldOn
    this.lastDay = facts.lastDay
  }
}
