import { field } from './field.ts'
import type { Telling } from './tell.ts'

/** What is known of a failure of the request itself: who is calling, how it was asked, how much the system can take. */
export interface FailureEntry extends Telling {
  /** HTTP status of the answer when the whole request failed with it. */
  readonly status: number
  /** The same request may succeed later without a change. */
  readonly retryable?: boolean
}

/** Keeps the codes as literals and checks each entry. */
const failures = <Code extends string>(
  entries: Readonly<Record<Code, FailureEntry>>,
): Readonly<Record<Code, FailureEntry>> => entries

/** Every code in `errors[].extensions.code` that is no refusal of business. */
export const FAILURES = failures({
  UNAUTHENTICATED: {
    status: 401,
    meaning: { en: 'No key, or one that is not accepted.', ru: 'Ключа нет, или он не подходит.' },
    remedy: { en: 'The message says what is wrong with it.', ru: 'Что с ним не так, говорит сообщение.' },
  },
  TOKEN_EXPIRED: {
    status: 401,
    meaning: { en: "The customer's token has expired.", ru: 'Срок токена покупателя вышел.' },
    remedy: { en: 'Fetch a new one from your server.', ru: 'Возьмите новый у своего сервера.' },
  },
  FORBIDDEN: {
    status: 403,
    meaning: {
      en: 'This kind of caller, or a key without the scope, may not do this.',
      ru: 'Этому роду ключей или ключу без этого права такой шаг недоступен.',
    },
    remedy: { en: 'Use a key with the scope named.', ru: 'Возьмите ключ с названным правом.' },
    fields: {
      missingScope: field.text('The scope that the caller lacks; null when the kind of caller is wrong.', {
        nullable: true,
        hidden: true,
        said: {
          none: {
            en: 'This kind of caller may not do this. Use an administrator’s key, or the member’s own.',
            ru: 'Этому ключу такой шаг недоступен: он другого рода. Возьмите ключ администратора или, если шаг - участника, его ключ.',
          },
          some: {
            en: 'The key lacks the scope "{it}". Use a key that has it, or make a new one.',
            ru: 'Ключу не хватает права «{it}». Возьмите ключ с ним или выпустите новый.',
          },
        },
      }),
    },
    message: { en: '{missingScope}', ru: '{missingScope}' },
  },
  INTROSPECTION_DISABLED: {
    status: 403,
    meaning: { en: 'The schema is not shown to this caller.', ru: 'Схема этому ключу не видна.' },
    remedy: {
      en: 'Read schema.graphql, or use a developer key.',
      ru: 'Читайте schema.graphql или возьмите ключ разработчика.',
    },
  },
  PERSISTED_OPERATION_REQUIRED: {
    status: 403,
    meaning: {
      en: 'A customer token runs persisted operations only.',
      ru: 'По токену покупателя выполняются только сохранённые операции.',
    },
    remedy: { en: 'Send `documentId`.', ru: 'Пришлите `documentId`.' },
  },
  PERSISTED_OPERATION_NOT_FOUND: {
    status: 404,
    meaning: { en: 'No persisted operation has this id.', ru: 'Сохранённой операции с таким номером нет.' },
    remedy: { en: 'Update the widget.', ru: 'Обновите виджет.' },
  },
  BAD_REQUEST: {
    status: 400,
    meaning: { en: 'The HTTP request is not a GraphQL request.', ru: 'Запрос HTTP - не запрос GraphQL.' },
    remedy: { en: 'The message says what is wrong.', ru: 'Что не так, говорит сообщение.' },
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: { en: 'A value does not fit its type.', ru: 'Значение не подходит под свой тип.' },
    remedy: { en: 'The message names the value.', ru: 'Значение называет сообщение.' },
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: { en: 'The document is not GraphQL.', ru: 'Это не документ GraphQL.' },
    remedy: { en: 'The location points at the place.', ru: 'На место указывает `locations`.' },
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: { en: 'The document does not fit the schema.', ru: 'Документ не подходит под схему.' },
    remedy: { en: 'Check names and types.', ru: 'Проверьте имена и типы.' },
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: { en: 'No such operation in the document.', ru: 'Такой операции в документе нет.' },
    remedy: { en: 'Check `operationName`.', ru: 'Проверьте `operationName`.' },
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    meaning: { en: 'The document asks for too much at once.', ru: 'Документ просит слишком много сразу.' },
    remedy: { en: 'Split it; the message names the limit.', ru: 'Разделите его; предел называет сообщение.' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: { en: 'The address does not take this HTTP method.', ru: 'Этот метод HTTP здесь не принимают.' },
    remedy: { en: 'The message names the one it takes.', ru: 'Нужный называет сообщение.' },
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: {
      en: 'The caller accepts no form in which the answer comes.',
      ru: 'Ни один вид ответа не принимается.',
    },
    remedy: {
      en: 'Send accept: application/graphql-response+json, for a subscription text/event-stream.',
      ru: 'Пришлите accept: application/graphql-response+json, для подписки text/event-stream.',
    },
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    meaning: { en: 'The body is larger than it may be.', ru: 'Тело запроса больше, чем можно.' },
    remedy: {
      en: 'Split the request; the message names the limit.',
      ru: 'Разделите его; предел называет сообщение.',
    },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    meaning: { en: 'The body is not JSON.', ru: 'Тело запроса - не JSON.' },
    remedy: { en: 'Send content-type: application/json.', ru: 'Пришлите content-type: application/json.' },
  },
  UNREADABLE_FILE: {
    status: 422,
    meaning: {
      en: 'The file is not of the format that it claims.',
      ru: 'Файл не того формата, что заявлен.',
    },
    remedy: { en: 'The message names the line.', ru: 'Строку называет сообщение.' },
  },
  AMBIGUOUS_FILE: {
    status: 422,
    meaning: {
      en: 'The file may be read in several ways, and nothing in it says which is meant.',
      ru: 'Файл можно прочесть по-разному, и по нему самому не видно, как верно.',
    },
    remedy: {
      en: 'Answer its questions: dateOrder, decimalMark or sheet.',
      ru: 'Ответьте на вопросы: dateOrder, decimalMark или sheet.',
    },
  },
  FILE_TOO_LARGE: {
    status: 422,
    meaning: {
      en: 'The file, or one line or field of it, is larger than it may be.',
      ru: 'Файл, его строка или поле больше, чем можно.',
    },
    remedy: { en: 'The message names the limit.', ru: 'Предел называет сообщение.' },
  },
  TOO_MANY_STREAMS: {
    status: 429,
    retryable: true,
    meaning: {
      en: 'The caller, its address or the process holds as many open streams as it may.',
      ru: 'У вызывающего, его адреса или процесса открыто столько потоков, сколько можно.',
    },
    remedy: {
      en: 'Close those that nobody reads, or share one.',
      ru: 'Закройте те, которых никто не читает, или обойдитесь одним.',
    },
  },
  STREAM_TOO_SLOW: {
    status: 408,
    retryable: true,
    meaning: {
      en: 'The events of a stream were read more slowly than they came, and it was ended.',
      ru: 'События потока читали медленнее, чем они приходили, и его закрыли.',
    },
    remedy: {
      en: 'Subscribe again after the last cursor, and do less between two reads.',
      ru: 'Подпишитесь снова с последнего курсора и читайте быстрее.',
    },
  },
  STREAM_ENDED: {
    status: 503,
    retryable: true,
    meaning: {
      en: 'The process that served the stream is stopping.',
      ru: 'Процесс, который вёл поток, останавливается.',
    },
    remedy: {
      en: 'Subscribe again after the last cursor: another process goes on.',
      ru: 'Подпишитесь снова с последнего курсора: продолжит другой процесс.',
    },
  },
  CURSOR_EXPIRED: {
    status: 410,
    meaning: {
      en: 'More has happened since the cursor than a stream catches up with, or the books do not know it.',
      ru: 'С этого курсора случилось больше, чем поток догоняет, или книги его не знают.',
    },
    remedy: {
      en: 'Read what you show anew, and subscribe without a cursor.',
      ru: 'Прочтите показанное заново и подпишитесь без курсора.',
    },
  },
  THROTTLED: {
    status: 429,
    retryable: true,
    meaning: {
      en: 'The caller has asked for as much as it may for now; nothing was done.',
      ru: 'Вы запросили столько, сколько пока можно, ничего не сделано.',
    },
    remedy: {
      en: 'Retry after Retry-After with the same key, and ask for less at once.',
      ru: 'Повторите после Retry-After с тем же ключом повтора и запрашивайте реже.',
    },
    fields: { retryAfterMs: field.count('How long to wait, milliseconds.') },
    message: {
      en: 'Too much was asked for of late. Retry after {retryAfterMs} ms with the same idempotency key.',
      ru: 'Слишком много запросов за последнее время. Повторите через {retryAfterMs} мс с тем же ключом повтора.',
    },
  },
  OVERLOADED: {
    status: 503,
    retryable: true,
    meaning: {
      en: 'Too many commands are waiting; nothing was written.',
      ru: 'Слишком много команд в очереди, ничего не записано.',
    },
    remedy: {
      en: 'Retry after Retry-After with the same key.',
      ru: 'Повторите после Retry-After с тем же ключом повтора.',
    },
    fields: { retryAfterMs: field.count('How long to wait, milliseconds.') },
    message: {
      en: 'Too many commands are waiting. Retry after {retryAfterMs} ms with the same idempotency key.',
      ru: 'Слишком много команд в очереди, ничего не записано. Повторите через {retryAfterMs} мс с тем же ключом повтора.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    retryable: true,
    meaning: { en: 'The database cannot be reached just now.', ru: 'База данных сейчас не отвечает.' },
    remedy: {
      en: 'Retry after Retry-After with the same key.',
      ru: 'Повторите после Retry-After с тем же ключом повтора.',
    },
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    retryable: true,
    meaning: { en: 'Something went wrong on our side.', ru: 'Что-то сломалось у нас.' },
    remedy: {
      en: 'Retry with the same key; report the request id.',
      ru: 'Повторите с тем же ключом повтора; если не помогло, сообщите номер запроса.',
    },
  },
})

/** Codes of failures of the request itself. */
export type FailureCode = keyof typeof FAILURES
