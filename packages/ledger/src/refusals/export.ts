import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** TOO_MANY_EXPORTS: as many files are written or kept as there may be at once. */
export class TooManyExportsError extends refusal('TOO_MANY_EXPORTS', {
  meaning: {
    en: 'As many files of lists are being written, or kept for download, as one member or the administrators may have at once.',
    ru: 'Файлов списков уже столько, сколько одному участнику или администраторам можно сразу: их ещё пишут или они ждут скачивания.',
  },
  remedy: {
    en: 'Wait until one is ready, or until one that is kept ends; then ask again with the same key.',
    ru: 'Подождите, пока один будет готов или пока кончится срок готового, и повторите с тем же ключом.',
  },
  fields: {
    limit: field.count('How many there may be.'),
    are: field.choice(
      {
        RUNNING: { en: 'being written', ru: 'ещё пишутся' },
        READY: { en: 'kept for download', ru: 'ждут скачивания' },
      },
      'What they are.',
    ),
  },
  message: {
    en: 'There are {limit} files {are} already, which is the most. Wait for one of them.',
    ru: 'Файлов уже {limit}, больше нельзя: {are}. Дождитесь одного из них.',
  },
}) {}
