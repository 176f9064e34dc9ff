import type { Plugin } from 'vite'

interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Squeezes the white space out of `css` and `html` templates, which no minifier looks into. As in JSX, white space
 * with a line break beside a tag is layout of the source and goes; a space within a line is text and stays.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /\/widget\/src\/.*\.ts$/ },
      handler(code) {
        const cuts: Cut[] = []
        collect(this.parse(code, { lang: 'ts' }), cuts)
        cuts.sort((a, b) => b.start - a.start)
        let text = code
        for (const cut of cuts) text = text.slice(0, cut.start) + cut.text + text.slice(cut.end)
        return { code: text, map: null }
      },
    },
  }
}

/** Drops the hints to a next bundler: behind a script tag there is none. */
export function dropAnnotations(): Plugin {
  return {
    name: 'drop-annotations',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll('/* @__PURE__ */ ', '')
      }
    },
  }
}

/** Walks the tree and notes the squeezed form of every text between the holes of a template. */
function collect(node: unknown, cuts: Cut[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && node.type === 'TaggedTemplateExpression' && 'tag' in node && 'quasi' in node) {
    const squeeze = squeezers[(node.tag as { name?: string }).name ?? '']
    const { quasis } = node.quasi as { quasis: Array<{ start: number; end: number; value: { raw: string } }> }
    if (squeeze !== undefined) {
      for (const { start, end, value } of quasis) {
        // Parsers differ in whether a text's range has its delimiters in it; the raw text says where it is.
        const lead = end - start === value.raw.length ? 0 : 1
        cuts.push({ start: start + lead, end: start + lead + value.raw.length, text: squeeze(value.raw) })
      }
    }
  }
  for (const child of Object.values(node)) collect(child, cuts)
}

const squeezers: Readonly<Record<string, (text: string) => string>> = {
  html: (text) =>
    text
      .replace(/^\s*\n\s*$/, '')
      .replace(/\s*\n\s*(?=<)/g, '')
      .replace(/(?<=>)\s*\n\s*/g, '')
      .replace(/\s*\n\s*/g, ' '),
  css: (text) =>
    text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/\s*([{};,>/])\s*/g, '$1')
      .replace(/: /g, ':')
      // A number below one needs no zero before its point.
      .replace(/(?<![\w.])0(?=\.\d)/g, '')
      .replace(/;}/g, '}')
      .trim(),
}
