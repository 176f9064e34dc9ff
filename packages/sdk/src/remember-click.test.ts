import { describe, expect, it } from 'vitest'
import { clickOf, rememberClick } from './remember-click.ts'

const CLICK = 'clk_3vQB7B6MrGQZaxCuFg4oh'
const asked = (url: string, cookie?: string) => new Request(url, cookie ? { headers: { cookie } } : {})
const came = `https://wash.example/book?day=1&art=${CLICK}`

describe('rememberClick', () => {
  it('keeps the click in a cookie of the site that no script reads', () => {
    expect(rememberClick(asked(came), { consented: true })).toBe(
      `artel_click=${CLICK}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure`,
    )
    expect(
      rememberClick({ url: `/?art=${CLICK}`, headers: {} }, { consented: true, days: 30, secure: false }),
    ).toBe(`artel_click=${CLICK}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`)
  })

  it('remembers nothing of a visitor who did not agree, and nothing that is no click', () => {
    expect(rememberClick(asked(came), { consented: false })).toBeNull()
    expect(rememberClick(asked('https://wash.example/'), { consented: true })).toBeNull()
    for (const other of ['clk_', 'cus_3vQB7B6MrGQZaxCuFg4oh', `${CLICK};x`, 'clk_%0d%0aset-cookie:x=1'])
      expect(
        rememberClick(asked(`https://wash.example/?art=${other}`), { consented: true }),
        other,
      ).toBeNull()
  })

  it('keeps it for a year at most and a day at least', () => {
    const ages = [0, 1_000, Number.NaN].map((days) => rememberClick(asked(came), { consented: true, days }))
    expect(ages.map((cookie) => /Max-Age=(\d+)/.exec(cookie ?? '')?.[1])).toEqual([
      '86400',
      '31536000',
      '86400',
    ])
  })
})

describe('clickOf', () => {
  it('finds the click of the address before the one that is remembered, for both kinds of requests', () => {
    const cookie = `a=b; artel_click=${CLICK}; c=d`
    expect(clickOf(asked('https://wash.example/', cookie))).toBe(CLICK)
    expect(clickOf({ url: '/book', headers: { cookie } })).toBe(CLICK)
    expect(clickOf(asked('https://wash.example/?art=clk_2', cookie))).toBe('clk_2')
  })

  it('finds none in what is none', () => {
    expect(clickOf({ headers: {} })).toBeUndefined()
    expect(clickOf(asked('https://wash.example/', 'artel_click=nonsense'))).toBeUndefined()
    expect(clickOf({ url: `/art=${CLICK}`, headers: { other: ['1'] } })).toBeUndefined()
  })
})
