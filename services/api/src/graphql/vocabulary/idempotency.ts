/** What every `idempotencyKey` argument says. */
export const KEY_DESCRIPTION =
  'Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it.'

/** What every `replayed` field says. */
export const REPLAYED_DESCRIPTION =
  'Whether this is the recorded answer of an earlier request with the same key.'
