import type { MouseEvent, ReactNode } from 'react'
import type { Address } from './use-address.ts'

/** A link within the shop: the browser's own when it is opened in another tab, without a reload otherwise. */
export function Link(props: {
  address: Address
  to: string
  category?: string
  className?: string
  current?: boolean
  children: ReactNode
}) {
  const { address, to, category, className, current, children } = props
  const href = address.href(to, category === undefined ? {} : { category })
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    address.go(href)
  }
  return (
    <a href={href} className={className} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
