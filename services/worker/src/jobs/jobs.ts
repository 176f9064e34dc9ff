import { applyRetentionJob } from './apply-retention.ts'
import { attribute } from './attribute.ts'
import { audit } from './audit.ts'
import { commissions } from './commissions.ts'
import { endCutOffYesesJob } from './end-cut-off-yeses.ts'
import { expireLots } from './expire-lots.ts'
import { foldFiguresJob } from './fold-figures.ts'
import { forgetDeliveriesJob } from './forget-deliveries.ts'
import { giveOccasions } from './give-occasions.ts'
import { importFilesJob } from './import-files.ts'
import type { Job } from './job.ts'
import { checkpoint } from './record-checkpoint.ts'
import { releaseHolds } from './release-holds.ts'
import { remindExpiring } from './remind-expiring.ts'
import { revalue } from './revalue.ts'
import { reviewTiersJob } from './review-tiers.ts'
import { rollUp } from './roll-up.ts'
import { settle } from './settle.ts'
import { sweepPeopleJob } from './sweep-people.ts'
import { tellEventsJob } from './tell-events.ts'
import { writeExportsJob } from './write-exports.ts'

/** Every kind of due work. Holds first: what they give back may be due to expire at once. */
export const JOBS: readonly Job[] = [
  releaseHolds,
  tellEventsJob,
  expireLots,
  remindExpiring,
  giveOccasions,
  endCutOffYesesJob,
  commissions,
  settle,
  revalue,
  rollUp,
  attribute,
  foldFiguresJob,
  forgetDeliveriesJob,
  writeExportsJob,
  importFilesJob,
  applyRetentionJob,
  reviewTiersJob,
  checkpoint,
  audit,
  sweepPeopleJob,
]
