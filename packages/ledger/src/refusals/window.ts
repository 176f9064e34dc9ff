import { field } from './field.ts'
import { refusal } from './refusal.ts'
import { WINDOW_NEEDS, WINDOW_STATUSES, WINDOW_STEPS } from './window-words.ts'

/** WINDOW_STEP_OUT_OF_ORDER: the window's status is not the one that the step begins from. */
export class WindowStepOutOfOrderError extends refusal('WINDOW_STEP_OUT_OF_ORDER', {
  meaning: { en: 'An earlier step of the window was left out.', ru: 'Пропущен один из шагов периода.' },
  remedy: { en: 'Take the steps before it first.', ru: 'Сначала сделайте шаги до него.' },
  fields: {
    windowStatus: field.choice(WINDOW_STATUSES, 'Status of the window now.', { recordedAs: 'status' }),
    step: field.choice(WINDOW_STEPS, 'The step that was asked for.', { hidden: true }),
    expected: field.choice(WINDOW_STATUSES, 'Status that the step begins from.'),
  },
  message: {
    en: 'The window is {windowStatus}; {step} follows {expected}. Take the steps before it first.',
    ru: 'Состояние периода - «{windowStatus}», а этот шаг ({step}) делают после «{expected}». Сначала шаги до него.',
  },
}) {}

/** WINDOW_STEP_NOT_READY: the step is next, and something is still missing; `missing` names all of it. */
export class WindowStepNotReadyError extends refusal('WINDOW_STEP_NOT_READY', {
  meaning: {
    en: 'The step is next, and something is still missing.',
    ru: 'Этот шаг следующий, но чего-то ещё не хватает.',
  },
  remedy: {
    en: 'See `missing`, and repeat, under the same key if you like.',
    ru: 'Чего именно, говорит `missing`. Повторите потом, можно с тем же ключом.',
  },
  fields: {
    step: field.choice(WINDOW_STEPS, 'The step that was asked for.', { hidden: true }),
    missing: field.findings(WINDOW_NEEDS, 'What is missing, each kind once.'),
  },
  message: {
    en: '{step} still waits for {missing}. See what is missing, and repeat.',
    ru: 'Шаг ({step}) ещё ждёт: {missing}. Когда будет, повторите.',
  },
  retryable: true,
}) {}

/** EARLIER_WINDOW_PENDING: statements and plans are made window by window, and an earlier window is not there yet. */
export class EarlierWindowPendingError extends refusal('EARLIER_WINDOW_PENDING', {
  meaning: {
    en: 'Statements and plans are made in the order of the windows.',
    ru: 'Акты и планы составляют по порядку периодов.',
  },
  remedy: {
    en: 'Take the steps of the earlier window first.',
    ru: 'Сначала пройдите шаги более раннего периода.',
  },
  fields: {
    windowNo: field.count('The window that comes first.'),
    windowStatus: field.choice(WINDOW_STATUSES, 'Where that window stands.', {
      hidden: true,
      recordedAs: 'status',
    }),
  },
  message: {
    en: 'Window {windowNo} comes first and is {windowStatus}. Take its steps first.',
    ru: 'Сначала период {windowNo}, его состояние - «{windowStatus}». Пройдите его шаги.',
  },
}) {}

/** NOTHING_DUE: another worker did the due work first. Jobs answer it by going on. */
export class NothingDueError extends refusal('NOTHING_DUE', {
  meaning: { en: 'Nothing is due here any more.', ru: 'Здесь делать уже нечего.' },
  remedy: { en: 'Go on with the next.', ru: 'Переходите к следующему.' },
  internal: true,
}) {}
