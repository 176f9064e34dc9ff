import type { Coalition, WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '@artel/store/prisma'
import { type Context, encodePublicId } from '@artel/use-cases'
import { actingMember } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'
import { WEBHOOK_WORDS } from '../words/webhook-words.ts'

/** What `artel webhook` shows: endpoints, or deliveries with their last attempt. */
export type ShownWebhooks =
  | { readonly endpoints: readonly WebhookEndpoint[] }
  | { readonly deliveries: readonly (WebhookDelivery & { readonly log: readonly WebhookAttempt[] })[] }

const SHOWN_DELIVERIES = 20

/** The endpoints of whoever acts: a member's own, or the coalition's. */
export async function ownEndpoints(context: Context, { id }: Coalition): Promise<ShownWebhooks> {
  return {
    endpoints: await context.store.prisma.webhookEndpoint.findMany({
      where: { coalitionId: id, memberId: actingMember(context) ?? null, deletedAt: null },
      orderBy: { id: 'asc' },
    }),
  }
}

/** The newest deliveries of an endpoint of whoever acts; none for any other. */
export async function newestDeliveries(
  context: Context,
  { id: coalitionId }: Coalition,
  endpointId: string,
): Promise<ShownWebhooks> {
  return {
    deliveries: await context.store.prisma.webhookDelivery.findMany({
      where: {
        ...{ coalitionId, endpointId },
        endpoint: { memberId: actingMember(context) ?? null, deletedAt: null },
      },
      include: { log: { orderBy: { attemptNo: 'desc' }, take: 1 } },
      orderBy: { id: 'desc' },
      take: SHOWN_DELIVERIES,
    }),
  }
}

/** One line of JSON, with the secret where one was made. */
export function webhooksJson(shown: ShownWebhooks, secret: string | undefined): string {
  const said =
    'endpoints' in shown
      ? {
          endpoints: shown.endpoints.map(({ id, url, status, eventKinds, query }) => ({
            id: encodePublicId('webhookEndpoint', id),
            ...{ url, status, eventKinds, query },
          })),
        }
      : {
          deliveries: shown.deliveries.map(
            ({ id, eventId, eventKind, occurredAt, status, attempts, log: [last] }) => ({
              ...{ id: encodePublicId('webhookDelivery', id), eventId: encodePublicId('event', eventId) },
              ...{ eventKind, occurredAt, status, attempts },
              ...{ lastOutcome: last?.outcome ?? null, lastStatus: last?.responseStatus ?? null },
            }),
          ),
        }
  return `${JSON.stringify({ ...said, ...(secret === undefined ? {} : { secret }) })}\n`
}

/** The tables that people read, below the secret where one was made. */
export function webhooksText(
  shown: ShownWebhooks,
  secret: string | undefined,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): string {
  const words = WEBHOOK_WORDS[language]
  const told = secret === undefined ? '' : `${words.secret(secret)}\n`
  const columns = 'endpoints' in shown ? words.endpoints : words.deliveries
  const rows =
    'endpoints' in shown
      ? shown.endpoints.map(({ id, status, eventKinds, url }) => [
          ...[encodePublicId('webhookEndpoint', id), words.states[status] ?? status],
          ...[eventKinds.join(', ') || words.everything, url],
        ])
      : deliveryRows(shown.deliveries, language, timeZone)
  if (rows.length === 0) return `${told}${words.none}\n`
  return (
    told +
    textTable(
      columns.map((title) => ({ title, align: 'left' })),
      rows,
    )
  )
}

type ShownDelivery = Extract<ShownWebhooks, { readonly deliveries: unknown }>['deliveries'][number]

function deliveryRows(
  deliveries: readonly ShownDelivery[],
  language: Language,
  timeZone: string,
): string[][] {
  const words = WEBHOOK_WORDS[language]
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
  })
  return deliveries.map(({ id, eventKind, occurredAt, status, attempts, log: [last] }) => [
    ...[encodePublicId('webhookDelivery', id), eventKind, format.format(occurredAt)],
    ...[words.states[status] ?? status, String(attempts)],
    last ? [last.outcome, last.responseStatus].filter((part) => part !== null).join(' ') : '',
  ])
}
