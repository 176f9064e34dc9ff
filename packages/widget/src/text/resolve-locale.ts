/** Locale of an element: its attribute, else the nearest `lang` outside it (through shadow roots), else the browser's. */
export function resolveLocale(element: Element, attribute: string | undefined): string {
  if (attribute) return attribute
  let from: Element | null = element
  while (from !== null) {
    const lang: string | null | undefined = from.closest('[lang]')?.getAttribute('lang')
    if (lang) return lang
    const root: Node = from.getRootNode()
    from = root instanceof ShadowRoot ? root.host : null
  }
  return navigator.language || 'en'
}
