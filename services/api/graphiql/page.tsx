import { GraphiQL } from 'graphiql'
import { type ChangeEvent, useMemo, useState } from 'react'
import { EXAMPLES } from './examples.ts'
import { fetchWithKey } from './fetch-with-key.ts'
import { keepKey, readKey } from './key-of-tab.ts'

/** GraphiQL with a place for the key and tabs that show the main operations. */
export function Page() {
  const [key, setKey] = useState(readKey)
  const fetcher = useMemo(() => fetchWithKey(readKey), [])
  const changeKey = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const value = target.value.trim()
    keepKey(value)
    setKey(value)
  }
  return (
    <div className="artel-page">
      <form className="artel-key" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="artel-key">API key</label>
        <input
          id="artel-key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="sk_test_... of a member, ak_test_... of an administrator, or a customer's token"
          value={key}
          onChange={changeKey}
        />
        <span>sent as Authorization: Bearer</span>
      </form>
      <div className="artel-graphiql">
        <GraphiQL fetcher={fetcher} defaultTabs={EXAMPLES} shouldPersistHeaders={false} />
      </div>
    </div>
  )
}
