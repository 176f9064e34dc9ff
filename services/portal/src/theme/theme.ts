import { createTheme, Input, type MantineColorsTuple } from '@mantine/core'

/** The one accent: a calm green of the sea. Shade 7 on white and 3 on the dark ground pass 4.5 : 1. */
const sea: MantineColorsTuple = [
  '#e9f8f5',
  '#d3eee8',
  '#a5dccf',
  '#74c9b6',
  '#4cb9a1',
  '#2fa88d',
  '#1b937a',
  '#0b7a65',
  '#086553',
  '#034f41',
]

/** Artel's own look: system fonts, real whitespace, one accent. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 7 },
  colors: { sea },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily:
    "'Inter', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  headings: { fontWeight: '620', sizes: { h1: { fontSize: '1.75rem', lineHeight: '1.2' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  // What may be left out says so; a star beside everything else says nothing.
  components: { InputWrapper: Input.Wrapper.extend({ defaultProps: { withAsterisk: false } }) },
})
