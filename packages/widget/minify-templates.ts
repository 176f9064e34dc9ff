import type { Plugin } from 'vite'

interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Shortens `css`, `html` and `svg` templates, which minifiers leave as they are. As in JSX, white space with a line
 * break next to a tag is source layout and is removed; a space within a line is text and is kept.
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

/** Removes the annotations for bundlers, which a script tag does not need. */
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

/** Walks the tree and collects the shortened form of each text between the expressions of a template. */
function collect(node: unknown, cuts: Cut[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && node.type === 'TaggedTemplateExpression' && 'tag' in node && 'quasi' in node) {
    const squeeze = squeezers[(node.tag as { name?: string }).name ?? '']
    const { quasis } = node.quasi as { quasis: Array<{ start: number; end: number; value: { raw: string } }> }
    if (squeeze !== undefined) {
      for (const { start, end, value } of quasis) {
        // Parsers differ in whether the range of a text includes its delimiters; the length of the raw text shows it.
        const lead = end - start === value.raw.length ? 0 : 1
        cuts.push({ start: start + lead, end: start + lead + value.raw.length, text: squeeze(value.raw) })
      }
    }
  }
  for (const child of Object.values(node)) collect(child, cuts)
}

const squeezeMarkup = (text: string): string =>
  text
    .replace(/^\s*\n\s*$/, '')
    .replace(/\s*\n\s*(?=<)/g, '')
    .replace(/(?<=>)\s*\n\s*/g, '')
    .replace(/\s*\n\s*/g, ' ')
    // A value of letters, digits and hyphens needs no quotes when a space or the end of the tag follows it.
    .replace(/="([\w-]+)"(?=[\s>])/g, '=$1')

const squeezers: Readonly<Record<string, (text: string) => string>> = {
  html: squeezeMarkup,
  svg: squeezeMarkup,
  css: (text) =>
    text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/\s*([{};,>/])\s*/g, '$1')
      .replace(/: /g, ':')
      .replace(/(?<=\() | (?=[)!])/g, '')
      .replace(/(?<=\[[\w-]+=)'([\w-]+)'/g, '$1')
      // A fraction needs no zero before its point.
      .replace(/(?<![\w.])0(?=\.\d)/g, '')
      .replace(/;}/g, '}')
      .trim(),
}
