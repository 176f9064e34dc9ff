import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** PILOT_STATUS: a pilot cannot be decided so where it is. */
export class PilotStatusError extends refusal('PILOT_STATUS', {
  meaning: {
    en: 'The pilot is not where this decision can be made: it is stopped at any time, scaled when its last day is past, and decided once.',
    ru: 'Сейчас так решить нельзя: остановить пилот можно в любой день, распространить на всех - после последнего дня, а решают один раз.',
  },
  remedy: {
    en: 'Wait for its last day, or stop it; what was decided stays, and another pilot can be planned.',
    ru: 'Дождитесь последнего дня или остановите пилот; решённое не меняется, но можно назначить новый.',
  },
  fields: {
    pilotStatus: field.choice(
      { PLANNED: 'назначен', RUNNING: 'идёт', OVER: 'закончился', DECIDED: 'решён' },
      'Where it is.',
      { enumType: 'PilotStatus' },
    ),
  },
  message: {
    en: 'The pilot is {pilotStatus}, and this decision cannot be made there.',
    ru: 'Состояние пилота: {pilotStatus}; такое решение сейчас невозможно.',
  },
}) {}
