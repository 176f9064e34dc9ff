import { type JsonValue, Refusal } from '@artel/ledger'
import type { MissingForStep, WindowStatus, WindowStep } from './window-step.ts'

/** The window's status is not the one that the step begins from: an earlier step was left out. */
export class WindowStepOutOfOrderError extends Refusal {
  readonly status: WindowStatus
  readonly step: WindowStep

  constructor(facts: { status: WindowStatus; step: WindowStep; expected: WindowStatus }) {
    super(
      'WINDOW_STEP_OUT_OF_ORDER',
      `${facts.step} follows ${facts.expected}, the window is ${facts.status}`,
      {
        status: facts.status,
        step: facts.step,
        expected: facts.expected,
      },
    )
    this.status = facts.status
    this.step = facts.step
  }
}

/** The step is next but something is still missing; `missing` names all of it. */
export class WindowStepNotReadyError extends Refusal {
  readonly step: WindowStep
  readonly missing: readonly MissingForStep[]

  constructor(facts: { step: WindowStep; missing: readonly MissingForStep[] }) {
    const kinds = [...new Set(facts.missing.map(({ kind }) => kind))].join(', ')
    super('WINDOW_STEP_NOT_READY', `${facts.step} still needs ${kinds}`, {
      step: facts.step,
      missing: facts.missing.map((item): JsonValue => ({ ...item })),
    })
    this.step = facts.step
    this.missing = facts.missing
  }
}
