import { openStore } from '@artel/store'
import { fillSearchWords } from '@artel/use-cases'

/** What a migration leaves to the application: the words by which customers of before are searched. */
export async function fillWords(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, maxConnections: 2 })
  try {
    await fillSearchWords(store)
  } finally {
    await store.close()
  }
}
