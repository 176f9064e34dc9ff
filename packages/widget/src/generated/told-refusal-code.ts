/* Generated from `@artel/schema/refusals.json` by `pnpm --filter @artel/widget run generate`. */

/** A code that has a text for customers. */
export type ToldRefusalCode =
  | 'CUSTOMER_CLOSED'
  | 'INSUFFICIENT_POINTS'
  | 'MEMBER_NOT_ACTIVE'
  | 'POINTS_SHARE_EXCEEDED'
  | 'TOKEN_CAP_EXCEEDED'
