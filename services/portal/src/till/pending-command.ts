/** A command of the till that was sent and not answered yet. It names no person: only what is needed to ask again. */
export interface PendingCommand {
  readonly placeId: string
  readonly operation: 'sale' | 'refund' | 'hold' | 'capture' | 'void'
  /** The whole input of the mutation, idempotency key included. */
  readonly input: { readonly idempotencyKey: string }
  readonly summary: {
    /** Minor units; null where the command moves none. */
    readonly amountMinor: string | null
    readonly currency: string
    readonly receiptRef: string
  }
}

const PREFIX = 'artel.pending.'

/** Keeps a command before it is sent: a page that is loaded anew, or a browser that crashed, still knows of it. */
export function keepPending(command: PendingCommand): void {
  localStorage.setItem(PREFIX + command.input.idempotencyKey, JSON.stringify(command))
}

/** Forgets a command: it was answered. */
export function dropPending(idempotencyKey: string): void {
  localStorage.removeItem(PREFIX + idempotencyKey)
}

/** The commands of a place that nobody knows the end of. What cannot be read is left where it is. */
export function pendingAt(placeId: string): PendingCommand[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => {
      try {
        const command = JSON.parse(localStorage.getItem(name) ?? '') as PendingCommand
        return command.placeId === placeId ? [command] : []
      } catch {
        return []
      }
    })
}
