import { refusal } from './refusal.ts'

/** CLOCK_NOT_MOVABLE: only a TEST coalition's clock can be moved. */
export class ClockNotMovableError extends refusal('CLOCK_NOT_MOVABLE', {
  meaning: {
    en: 'The clock of a live coalition cannot be moved.',
    ru: 'Часы действующей коалиции не переводятся.',
  },
  remedy: {
    en: 'Open a TEST coalition to try things out in the future.',
    ru: 'Для проб откройте тестовую.',
  },
}) {}
