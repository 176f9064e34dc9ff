import { FAILURES, type FailureCode, InvalidInputError, problemInRussian, Refusal, tell } from '@artel/ledger'
import { CliError } from './cli-error.ts'
import type { Language } from './words/language.ts'

/** What is said of a failure, with what the system says of it. */
type Explained = readonly [en: (detail: string) => string, ru: (detail: string) => string]

/** Of a database that nobody has migrated: it lacks our tables and our roles. */
const NOT_MIGRATED: Explained = [
  (detail) => `The database lacks the tables of this version (${detail}). Run "artel migrate" first.`,
  (detail) => `В базе нет таблиц этой версии (${detail}). Сначала выполните "artel migrate".`,
]
const NO_DATABASE: Explained = [
  (detail) =>
    `No PostgreSQL answers at DATABASE_URL (${detail}). Start it, or unset DATABASE_URL to use the embedded one.`,
  (detail) =>
    `По адресу DATABASE_URL PostgreSQL не отвечает (${detail}). Запустите его или уберите DATABASE_URL, чтобы взять встроенный.`,
]
const NO_RIGHT: Explained = [
  (detail) => `No right to write: ${detail}. Set ARTEL_DATA_DIR to a directory of your own.`,
  (detail) => `Нет права на запись: ${detail}. Укажите в ARTEL_DATA_DIR свой каталог.`,
]

const byCode: Readonly<Record<string, Explained>> = {
  ECONNREFUSED: NO_DATABASE,
  ENOTFOUND: [
    (detail) => `The host of DATABASE_URL is not known (${detail}). Check its spelling.`,
    (detail) => `Узел из DATABASE_URL неизвестен (${detail}). Проверьте, как он написан.`,
  ],
  EAI_AGAIN: [
    (detail) =>
      `The host of DATABASE_URL cannot be looked up (${detail}). Check its spelling and the network.`,
    (detail) => `Узел из DATABASE_URL не найти (${detail}). Проверьте, как он написан, и сеть.`,
  ],
  ETIMEDOUT: [
    (detail) => `PostgreSQL at DATABASE_URL does not answer (${detail}). Check the address and the firewall.`,
    (detail) => `PostgreSQL из DATABASE_URL молчит (${detail}). Проверьте адрес и сетевой экран.`,
  ],
  '28P01': [
    () => 'PostgreSQL refuses the password of DATABASE_URL. Check user and password.',
    () => 'PostgreSQL не принимает пароль из DATABASE_URL. Проверьте имя и пароль.',
  ],
  '28000': [
    (detail) => `PostgreSQL refuses the user of DATABASE_URL (${detail}).`,
    (detail) => `PostgreSQL не принимает имя из DATABASE_URL (${detail}).`,
  ],
  '3D000': [
    (detail) => `${detail}. Create it, or name another in DATABASE_URL.`,
    (detail) => `Базы нет (${detail}). Создайте её или укажите в DATABASE_URL другую.`,
  ],
  '42P01': NOT_MIGRATED,
  '42704': NOT_MIGRATED,
  P2021: NOT_MIGRATED,
  '42501': [
    (detail) => `The role of DATABASE_URL lacks a right: ${detail}. Run "artel doctor" to see which.`,
    (detail) => `Роли из DATABASE_URL не хватает права: ${detail}. Какого, скажет "artel doctor".`,
  ],
  '53300': [
    () => 'PostgreSQL has no free connection. Raise max_connections or stop other clients.',
    () => 'У PostgreSQL нет свободных соединений. Увеличьте max_connections или остановите других.',
  ],
  '57P03': [
    () => 'PostgreSQL is starting up or shutting down. Try again in a moment.',
    () => 'PostgreSQL запускается или останавливается. Повторите чуть позже.',
  ],
  EADDRINUSE: [
    (detail) => `The port is busy (${detail}). Stop what listens there, or set PORT to another.`,
    (detail) => `Порт занят (${detail}). Остановите того, кто его слушает, или укажите в PORT другой.`,
  ],
  EACCES: NO_RIGHT,
  EPERM: [
    (detail) => `Not permitted: ${detail}. Set ARTEL_DATA_DIR to a directory of your own.`,
    (detail) => `Не разрешено: ${detail}. Укажите в ARTEL_DATA_DIR свой каталог.`,
  ],
  EROFS: [
    (detail) => `The file system is read-only: ${detail}. Set ARTEL_DATA_DIR to a writable directory.`,
    (detail) =>
      `Файловая система только для чтения: ${detail}. Укажите в ARTEL_DATA_DIR каталог, куда можно писать.`,
  ],
  ENOSPC: [
    (detail) => `The disk is full: ${detail}. Free some space.`,
    (detail) => `Диск заполнен: ${detail}. Освободите место.`,
  ],
}

/** Setting a role that is not there fails with the code of any invalid value. */
const explainedBy = (code: string | undefined, message: string): Explained | undefined =>
  code === '22023' && message.startsWith('role ')
    ? NOT_MIGRATED
    : code === undefined || !Object.hasOwn(byCode, code)
      ? undefined
      : byCode[code]

/**
 * What a person reads of a failure: one line with the way out where we know one, never a stack. A refusal is told in the
 * language where it has words there, else as the verb says it, and ends with its code. What the system says stays as it is.
 */
export function explainError(error: unknown, language: Language = 'en'): string {
  if (error instanceof CliError) return language === 'ru' ? error.ru : error.message
  if (isAnswer(error)) return `${oneLine(answerText(error, language))} [${error.code}]`
  if (isUnreadable(error)) return oneLine(language === 'ru' ? problemInRussian(error.message) : error.message)
  for (const cause of causesOf(error)) {
    const known = explainedBy(cause.code, cause.message)
    if (known) return known[language === 'ru' ? 1 : 0](oneLine(cause.message))
  }
  return error instanceof Error ? oneLine(error.message) || error.name : oneLine(String(error))
}

/** What a verb refuses or fails with, told by its shape: the verbs cannot be loaded where a doctor has to run. */
const isAnswer = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'retryable' in error && 'code' in error && typeof error.code === 'string'

/** What the reader of a file says of it, told by its code. */
const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && FILE_CODES.has(String(error.code))

const FILE_CODES: ReadonlySet<string> = new Set([
  'UNREADABLE_FILE',
  'FILE_TOO_LARGE',
  'AMBIGUOUS_FILE',
  'INVALID_OPTION',
])

function answerText(error: Error & { readonly code: string }, language: Language): string {
  if (error instanceof InvalidInputError && language === 'en' && error.path.length > 0)
    // Its English message leaves the field to `path`, which a line has to name.
    return `${error.path.join('.')}: ${error.tell('en')}`
  if (error instanceof Refusal) return error.tell(language)
  const isKnown = language !== 'en' && Object.hasOwn(FAILURES, error.code)
  return isKnown ? tell(FAILURES[error.code as FailureCode], { ...error }, language) : error.message
}

/** The error itself, what it was caused by, and what an AggregateError holds, outermost first. */
function causesOf(error: unknown): { code: string | undefined; message: string }[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const inner = error instanceof AggregateError ? error.errors : []
  return [
    { code, message: error.message || innerMessage(inner) },
    ...inner.flatMap(causesOf),
    ...causesOf(error.cause),
  ]
}

function innerMessage(inner: readonly unknown[]): string {
  return inner.find((one): one is Error => one instanceof Error)?.message ?? ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
