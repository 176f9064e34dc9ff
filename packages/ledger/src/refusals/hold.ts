import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** HOLD_NOT_OPEN: the hold was captured, voided or has timed out. */
export class HoldNotOpenError extends refusal('HOLD_NOT_OPEN', {
  meaning: {
    en: 'The hold was captured, voided or has timed out.',
    ru: 'Резерв списан, снят, или его срок вышел.',
  },
  remedy: { en: 'Read the hold, or make a new one.', ru: 'Посмотрите, что с ним стало, или сделайте новый.' },
  fields: {
    holdStatus: field.choice(
      { OPEN: 'открыт', CAPTURED: 'списан', VOIDED: 'снят', EXPIRED: 'срок вышел' },
      'What became of the hold.',
      { enumType: 'HoldStatus', recordedAs: 'status' },
    ),
  },
  message: {
    en: 'The hold is {holdStatus}, no longer open. Read the hold for what became of it, or make a new one.',
    ru: 'Резерв уже не открыт ({holdStatus}). Посмотрите, что с ним стало, или сделайте новый.',
  },
  path: ['holdId'],
}) {}

/** CAPTURE_EXCEEDS_HOLD: more points are asked of the hold than it holds. */
export class CaptureExceedsHoldError extends refusal('CAPTURE_EXCEEDS_HOLD', {
  meaning: {
    en: 'More points are asked of the hold than it holds.',
    ru: 'Списать просят больше баллов, чем в резерве.',
  },
  remedy: { en: 'Ask for at most `held`.', ru: 'Спишите не больше `held`.' },
  fields: { held: field.points('Points of the hold.'), requested: field.points('Asked for.') },
  message: {
    en: 'The hold has {held} points; {requested} were asked for. Capture at most {held}.',
    ru: 'В резерве {held} баллов, а запрошено {requested}. Спишите не больше {held}.',
  },
  path: ['points'],
}) {}
