import type { Plugin } from 'vite'

/**
 * Squeezes the white space out of `css` and `html` templates, which no minifier looks into. White space between
 * tags becomes one space, because a space can be text; CSS loses comments and all that its grammar does not need.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /\/widget\/src\/.*\.ts$/ },
      handler(code) {
        return { code: code.replace(/\b(css|html)`((?:[^`\\]|\\.)*?)`/gs, squeeze), map: null }
      },
    },
  }
}

function squeeze(whole: string, tag: string, text: string): string {
  if (tag === 'css') return `css\`${squeezeCss(text)}\``
  // A template inside a template is not one flat text: only runs of white space with a line break are touched.
  return whole.replace(/\s*\n\s*/g, ' ').replace(/> </g, '> <')
}

function squeezeCss(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}
