import type { Entry } from './entry.ts'
import { type IssueInput, issuePoints } from './issue-points.ts'

/** What {@link earn} needs to know. `documentId` is the purchase that earned the points. */
export interface EarnInput extends IssueInput {}

/** Gives points: a new lot. 0 points make an entry that books nothing, so that every purchase has an entry. */
export const earn = (input: EarnInput): Entry => issuePoints('EARN', input)
