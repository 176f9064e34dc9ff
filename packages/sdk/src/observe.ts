/** Tells a hook of an event; what the hook throws is printed and fails no call. */
export function observe<Event>(name: string, hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event)
  } catch (error) {
    console.error(`@artel/sdk: the ${name} hook threw`, error)
  }
}
