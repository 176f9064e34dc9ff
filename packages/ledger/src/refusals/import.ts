import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** TOO_MANY_IMPORTS: a member has as many files waiting to be imported as it may have at once. */
export class TooManyImportsError extends refusal('TOO_MANY_IMPORTS', {
  meaning: {
    en: 'As many files of the member are being imported, or wait to be begun, as it may have at once.',
    ru: 'Файлов участника загружается или ждёт начала уже столько, сколько можно сразу.',
  },
  remedy: {
    en: 'Wait until one is done, or cancel one; then hand the file in again.',
    ru: 'Подождите, пока один загрузится, или отмените один и сдайте файл снова.',
  },
  fields: { limit: field.count('How many there may be.') },
  message: {
    en: 'There are {limit} imports of the member that are not over, which is the most. Wait for one or cancel it.',
    ru: 'Неоконченных загрузок участника уже {limit}, больше нельзя. Дождитесь одной или отмените её.',
  },
}) {}

/** IMPORT_NOT_OPEN: an import is not where the step would have it. */
export class ImportNotOpenError extends refusal('IMPORT_NOT_OPEN', {
  meaning: {
    en: 'The import is not where the step would have it: it is not checked yet, or it is over.',
    ru: 'Загрузка не в том состоянии, которого требует шаг: она ещё не проверена или уже окончена.',
  },
  remedy: {
    en: 'Ask for the import and look at its `state`.',
    ru: 'Спросите загрузку и посмотрите на её `state`.',
  },
  fields: {
    importState: field.choice(
      {
        CHECKING: { en: 'being checked', ru: 'проверяется' },
        CHECKED: { en: 'checked', ru: 'проверена' },
        RUNNING: { en: 'being recorded', ru: 'записывается' },
        DONE: { en: 'done', ru: 'окончена' },
        CANCELLED: { en: 'cancelled', ru: 'отменена' },
        FAILED: { en: 'given up', ru: 'не удалась' },
      },
      'Where it is.',
    ),
  },
  message: { en: 'The import is {importState}.', ru: 'Загрузка: {importState}.' },
}) {}
