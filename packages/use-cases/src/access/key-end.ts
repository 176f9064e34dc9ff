/** Whether a key is over: revoked, or past its end. `now` by the database's clock, or one that is as true. */
export const isKeyOver = (
  { revokedAt, endsAt }: { readonly revokedAt: Date | null; readonly endsAt: Date | null },
  now: Date,
): boolean => revokedAt !== null || (endsAt !== null && endsAt <= now)
