/** Schema of pg-boss's tables. Nothing of the ledger is in it: it may be dropped and installed again at any time. */
export const QUEUE_SCHEMA = 'pgboss'

/** Looks for due work and puts it into the other queues; see `findDue`. */
export const FIND_DUE = 'find-due'

/** Queues of work on one coalition. */
export const JOB_QUEUES = [
  'release-holds',
  'tell-events',
  'expire-lots',
  'remind-expiring',
  'give-occasions',
  'end-yeses',
  'commissions',
  'settle',
  'revalue',
  'roll-up',
  'attribute',
  'fold-figures',
  'forget-deliveries',
  'write-exports',
  'import-files',
  'apply-retention',
  'review-tiers',
  'checkpoint',
  'audit',
  'sweep-people',
] as const

/** Every queue, in the order in which they are installed. */
export const QUEUES = [FIND_DUE, ...JOB_QUEUES] as const
export type QueueName = (typeof QUEUES)[number]
export type JobQueueName = (typeof JOB_QUEUES)[number]
