import { makeWebhookDoor } from '@artel/api'

import { openStore } from '@artel/store'
import {
  type Context,
  createWebhookEndpoint,
  decodePublicId,
  deleteWebhookEndpoint,
  PUBLIC_ID_PREFIXES,
  pauseWebhookEndpoint,
  replayWebhookDelivery,
  resumeWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { readNamedFile } from '../file/read-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { allowsPrivateWebhooks } from '../settings/webhook-settings.ts'
import { whoActs } from '../settle/acting-as.ts'
import { newestDeliveries, ownEndpoints, webhooksJson, webhooksText } from '../webhook/show-webhooks.ts'
import { withDatabase } from '../with-database.ts'

/** `artel webhook`: where events are sent to, and what became of each. */
export const webhook = defineCommand({
  meta: {
    name: 'webhook',
    description: 'Send events to a server of your own, see what became of each, and send one again.',
    ru: 'Отправлять события на свой сервер, смотреть, что с ними стало, и отправлять заново.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, create, update, deliveries, test, replay, pause, resume, rotate or delete',
      ru: 'list, create, update, deliveries, test, replay, pause, resume, rotate или delete',
      required: true,
    },
    coalition: COALITION,
    id: {
      type: 'string',
      description: 'Id of the endpoint (whe_...); to replay that of the delivery (whd_...).',
      ru: 'Номер адреса (whe_...); для replay - номер отправки (whd_...).',
    },
    url: { type: 'string', description: 'Where events go, https.', ru: 'Куда идут события, https.' },
    events: {
      type: 'string',
      description: 'Kinds of events between commas, such as purchase.recorded; all if left out.',
      ru: 'Виды событий через запятую, например purchase.recorded; без него все.',
    },
    query: {
      type: 'string',
      description: 'File with a GraphQL query whose answer is the data of each message.',
      ru: 'Файл с запросом GraphQL, ответ на который станет содержимым сообщений.',
    },
    hours: {
      type: 'string',
      description: 'For how long the secrets of before sign beside the new one.',
      ru: 'Сколько часов прежние секреты подписывают вместе с новым.',
      default: '24',
      form: WHOLE,
    },
    key: {
      type: 'string',
      description: "Whose endpoints: an administrator's (ak_...) or a member's key (sk_...).",
      ru: 'Чьи адреса: ключ администратора (ak_...) или участника (sk_...).',
    },
    json: JSON_LINE,
  },
  actions: {
    list: { description: 'The endpoints.', ru: 'Адреса.', takes: ['key'] },
    create: {
      description: 'Make an endpoint; its secret is shown once.',
      ru: 'Завести адрес; его секрет показывается один раз.',
      needs: ['url'],
      takes: ['events', 'query', 'key'],
    },
    update: {
      description: 'Change where it is and what it is told of; what is left out stays.',
      ru: 'Изменить адрес и виды событий; что не указано, остаётся.',
      needs: ['id'],
      takes: ['url', 'events', 'query', 'key'],
    },
    deliveries: {
      description: 'The newest 20 deliveries and what became of them.',
      ru: 'Последние 20 отправок и что с ними стало.',
      needs: ['id'],
      takes: ['key'],
    },
    test: {
      description: 'Send a test event.',
      ru: 'Отправить пробное событие.',
      needs: ['id'],
      takes: ['key'],
    },
    replay: { description: 'Send one again.', ru: 'Отправить заново.', needs: ['id'], takes: ['key'] },
    pause: {
      description: 'Stop sending; events wait.',
      ru: 'Приостановить; события ждут.',
      needs: ['id'],
      takes: ['key'],
    },
    resume: { description: 'Send again.', ru: 'Возобновить.', needs: ['id'], takes: ['key'] },
    rotate: {
      description: 'Give it a fresh secret, which is shown once.',
      ru: 'Выдать новый секрет; он показывается один раз.',
      needs: ['id'],
      takes: ['hours', 'key'],
    },
    delete: { description: 'Forget the endpoint.', ru: 'Удалить адрес.', needs: ['id'], takes: ['key'] },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = await whoActs(store, coalition, args.key)
        const done = await act(context, args)
        const shown = done.deliveriesOf
          ? await newestDeliveries(context, coalition, done.deliveriesOf)
          : await ownEndpoints(context, coalition)
        const { timeZone } = coalition
        process.stdout.write(
          args.json
            ? webhooksJson(shown, done.secret)
            : webhooksText(shown, done.secret, { language, timeZone }),
        )
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface WebhookArgs {
  readonly action: string
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly events?: string | undefined
  readonly query?: string | undefined
  readonly hours: string
}

/** What there is to show after an action. */
interface Done {
  readonly secret?: string
  /** Raw id of the endpoint whose deliveries are shown; else the endpoints are. */
  readonly deliveriesOf?: string
}

async function act(context: Context, args: WebhookArgs): Promise<Done> {
  const endpoint = () => ({ id: rawId('webhookEndpoint', args.id) })
  switch (args.action) {
    case 'create':
      return createWebhookEndpoint(context, {
        ...{ eventKinds: [], query: null, ...(await fieldsOf(args)) },
        ...{ url: args.url ?? '', door: door() },
      })
    case 'update': {
      const url = args.url === undefined ? {} : { url: args.url }
      await updateWebhookEndpoint(context, { ...endpoint(), ...url, ...(await fieldsOf(args)), door: door() })
      return {}
    }
    case 'rotate':
      return rotateWebhookSecret(context, { ...endpoint(), overlapHours: Number(args.hours) })
    case 'pause':
      await pauseWebhookEndpoint(context, endpoint())
      return {}
    case 'resume':
      await resumeWebhookEndpoint(context, endpoint())
      return {}
    case 'delete':
      await deleteWebhookEndpoint(context, endpoint())
      return {}
    case 'test':
      return { deliveriesOf: (await testWebhookEndpoint(context, endpoint())).delivery.endpointId }
    case 'replay': {
      const { delivery } = await replayWebhookDelivery(context, { id: rawId('webhookDelivery', args.id) })
      return { deliveriesOf: delivery.endpointId }
    }
    case 'deliveries':
      return { deliveriesOf: endpoint().id }
    default:
      return {}
  }
}

const door = () =>
  makeWebhookDoor({
    allowPrivate: allowsPrivateWebhooks(process.env, process.env.NODE_ENV === 'production'),
  })

/** What an endpoint is told of, as far as it was said. */
async function fieldsOf({ events, query }: WebhookArgs) {
  return {
    ...(events === undefined ? {} : { eventKinds: kindsIn(events) }),
    ...(query === undefined ? {} : { query: (await readNamedFile(query)).toString('utf8') }),
  }
}

const kindsIn = (events: string): string[] =>
  events
    .split(',')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '')

/** The UUID of an endpoint or a delivery; fails with a line for an id of anything else. */
function rawId(noun: 'webhookEndpoint' | 'webhookDelivery', publicId = ''): string {
  const id = decodePublicId(noun, publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES[noun]}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}
