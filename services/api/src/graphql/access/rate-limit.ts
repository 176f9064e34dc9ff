import type { Standing } from '../../errors/throttled-error.ts'
import { builder } from '../vocabulary/builder.ts'

const RateLimit = builder.objectRef<Standing>('RateLimit').implement({
  description:
    'What a caller may still ask for, in units of cost: a bucket that every request takes its cost from.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Which limit the caller is under: `member`, `customer`, `anonymous` and so on.',
    }),
    limit: t.exposeInt('limit', { description: 'What the bucket holds when it is full.' }),
    remaining: t.exposeInt('remaining', { description: 'What is left in it, this request paid.' }),
    perSecond: t.exposeInt('perSecond', { description: 'What flows into it each second.' }),
    resetSeconds: t.exposeInt('resetSeconds', {
      description: 'Seconds after which it is full again if nothing is asked.',
    }),
  }),
})

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimit,
    nullable: true,
    description:
      "What the caller may still ask for: its own bucket and nobody else's. Null for a caller without a limit.",
    resolve: (_root, _args, { spending }) => spending.freshStanding(),
  }),
)
