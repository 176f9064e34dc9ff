import type { Store } from '@artel/store'

/** The real store, whose lookup of API keys waits until the gate opens: a request that is surely in flight. */
export function gatedStore(store: Store) {
  const gate = signal()
  const reached = signal()
  const prisma = store.prisma.$extends({
    query: {
      apiKey: {
        async findUnique({ args, query }) {
          reached.give()
          await gate.given
          return query(args)
        },
      },
    },
  })
  return {
    store: { ...store, prisma: prisma as unknown as Store['prisma'] },
    reached: reached.given,
    open: gate.give,
  }
}

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}
