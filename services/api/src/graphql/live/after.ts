import { assertGranted } from '../../auth/access.ts'
import { ACCESS } from '../../auth/access-rules.ts'
import type { ApiContext } from '../../context.ts'
import type { OpenStream } from '../../live/streams.ts'
import { builder } from '../vocabulary/builder.ts'

/** The argument `after` of every subscription. */
export const afterArgs = () => ({
  after: builder.args((t) => ({
    after: t.string({
      description:
        'Cursor of the last event that was received: the stream goes on after it. Left out: `Last-Event-ID`, else from now on.',
    }),
  })).after,
})

/** Where a stream goes on; null: from now on. */
export const cursorOf = ({ after }: { readonly after?: string | null | undefined }, context: ApiContext) =>
  after ?? context.lastEventId

/** Opens the stream of a subscription by its name. Throws TOO_MANY_STREAMS and STREAM_ENDED. */
export function openStream(context: ApiContext, field: string): OpenStream {
  const name = `Subscription.${field}`
  const rule = ACCESS[name]
  if (!rule || !context.openStream) throw new Error(`${name} is no subscription, or its caller takes none`)
  return context.openStream((principal) => assertGranted(rule, principal, name))
}
