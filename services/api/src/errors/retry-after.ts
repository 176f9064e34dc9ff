/** The `Retry-After` header for a wait: whole seconds, and never none. */
export const retryAfterSeconds = (waitMs: number): string => String(Math.max(1, Math.ceil(waitMs / 1_000)))
