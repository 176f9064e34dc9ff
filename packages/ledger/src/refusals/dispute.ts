import { field } from './field.ts'
import { refusal } from './refusal.ts'
import { DISPUTE_OUTCOMES } from './window-words.ts'

/** DISPUTE_TOO_LATE: the statement was accepted, or the days to dispute it are over. */
export class DisputeTooLateError extends refusal('DISPUTE_TOO_LATE', {
  meaning: {
    en: 'The statement is accepted, explicitly or by inactivity.',
    ru: 'Акт уже принят - прямо или молчанием.',
  },
  remedy: {
    en: 'Ask the coalition for an adjustment in the open window.',
    ru: 'Попросите коалицию о корректировке в открытом периоде.',
  },
}) {}

/** DISPUTE_RESOLVED_ALREADY: somebody decided on the dispute before. */
export class DisputeResolvedAlreadyError extends refusal('DISPUTE_RESOLVED_ALREADY', {
  meaning: { en: 'Somebody decided on the dispute before.', ru: 'По разногласию решение уже принято.' },
  remedy: {
    en: 'What was decided stands; adjust in the open window if it was wrong.',
    ru: 'Решение остаётся в силе, а ошибку исправит корректировка в открытом периоде.',
  },
  fields: {
    outcome: field.choice(DISPUTE_OUTCOMES, 'What was decided.', { hidden: true }),
  },
  message: {
    en: 'The dispute is {outcome} already. What was decided stands; adjust in the open window if it was wrong.',
    ru: 'По разногласию решение уже принято: {outcome}. Ошибку исправит корректировка в открытом периоде.',
  },
}) {}
