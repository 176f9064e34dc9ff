import { html, type TemplateResult } from 'lit'

const shapes = {
  'signed-out': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  error: 'M12 7.5v5.5m0 3.2v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  offline: 'M4 4l16 16M5 12.5a10 10 0 0 1 3.5-2.3m4-.7A10 10 0 0 1 19 12.5M8.5 16a5 5 0 0 1 7 0M12 19.5v.1',
  empty: 'M12 3.5l2.5 5.3 5.8.7-4.3 4 1.1 5.7-5.1-2.8-5.1 2.8L8 13.5l-4.3-4 5.8-.7L12 3.5Z',
  plus: 'M12 5.5v13M5.5 12h13',
  minus: 'M5.5 12h13',
  hold: 'M7.5 11V8a4.5 4.5 0 0 1 9 0v3M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  clock: 'M12 7.5V12l3 2m-3 7a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  code: 'M4 4h6v6H4V4Zm10 0h6v6h-6V4ZM4 14h6v6H4v-6Zm10 0h2.5v2.5m3.5-2.5v3.5m-6 2.5h2.5m3.5-2v2',
  check: 'M5 12.5l4.7 4.7L19.5 7.5',
} as const

/** A line icon in the current colour. It is decoration, hidden from screen readers, and always has a text beside it. */
export function icon(name: keyof typeof shapes): TemplateResult {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${shapes[name]}></path></svg>`
}
