import { useEffect, useState } from 'react'
import type { Lang } from './locale.ts'

/** The page's address as state: path, language and filter live in it, so every view can be sent to a friend. */
export function useAddress() {
  const [url, setUrl] = useState(() => new URL(location.href))
  useEffect(() => {
    const follow = () => setUrl(new URL(location.href))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const lang: Lang = url.searchParams.get('lang') === 'en' ? 'en' : 'ru'
  const href = (path: string, changes: { lang?: Lang; category?: string } = {}) => {
    const target = new URL(path, url.origin)
    if ((changes.lang ?? lang) === 'en') target.searchParams.set('lang', 'en')
    if (changes.category) target.searchParams.set('category', changes.category)
    return target.pathname + target.search
  }
  const go = (to: string) => {
    history.pushState(null, '', to)
    setUrl(new URL(location.href))
    scrollTo(0, 0)
  }
  return { path: url.pathname, lang, category: url.searchParams.get('category') ?? '', href, go }
}
export type Address = ReturnType<typeof useAddress>
