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
    /** The number of the receipt; of the order where it has none yet. */
    readonly receiptRef: string
  }
  /** Whether somebody has set the question aside: it is kept, and the till is free. */
  readonly isSetAside?: boolean
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

/** The commands of a place that are asked after: nothing else is sent before their end is known. */
export const pendingAt = (placeId: string): PendingCommand[] =>
  keptAt(placeId).filter(({ isSetAside }) => !isSetAside)

/** The commands of a place whose end nobody knows and that were set aside. */
export const setAsideAt = (placeId: string): PendingCommand[] =>
  keptAt(placeId).filter(({ isSetAside }) => isSetAside)

/** What is kept of a place. What cannot be read is left where it is. */
function keptAt(placeId: string): PendingCommand[] {
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
