import { readWindows } from '@artel/use-cases'
import { coalitionIdOf, storeOf, verbContext } from '../../context.ts'
import type { WindowEvent } from '../../live/feed-events.ts'
import { readWindowCursor, readWindowsNow, windowsMoved } from '../../live/window-feed.ts'
import { SettlementWindow } from '../settlement/settlement-window.ts'
import { builder } from '../vocabulary/builder.ts'
import { afterArgs, cursorOf, openStream } from './after.ts'

const WindowProgress = builder.objectRef<WindowEvent>('WindowProgress').implement({
  description: 'A settlement window that moved to another state.',
  fields: (t) => ({
    window: t.expose('window', { type: SettlementWindow, description: 'The window as it stands.' }),
    cursor: t.exposeString('cursor', { description: 'Place of the event, for `after`.' }),
  }),
})

builder.subscriptionField('windowProgress', (t) =>
  t.field({
    type: WindowProgress,
    description:
      'Settlement windows as they move from state to state. One that passed several states while nobody looked is told as it stands.',
    args: afterArgs(),
    subscribe: async (_root, args, context) => {
      const coalitionId = coalitionIdOf(context)
      const store = storeOf(context)
      // Refuses whoever may not read windows.
      await readWindows(verbContext(context), { first: 1 })
      const stream = openStream(context, 'windowProgress')
      const now = await readWindowsNow(store, coalitionId)
      const cursor = cursorOf(args, context)
      const missed = cursor === null ? [] : windowsMoved(readWindowCursor(cursor), now)
      return stream.queue<WindowEvent>({
        missed,
        sees: () => true,
        assertMay: () => undefined,
        watch: (listener) => context.feed.windows.watch({ coalitionId, told: now.standing, ...listener }),
      })
    },
    resolve: (event) => event,
  }),
)
