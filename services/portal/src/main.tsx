import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.ts'
import { SessionProvider } from './session/use-me.tsx'
import { styleNonce } from './theme/nonce.ts'
import './theme/colours.css'
import './theme/page.css'
import './theme/facts.css'
import './list/lists.css'
import './session/door.css'
import './shell/frame.css'
import './theme/paper.css'
import { theme } from './theme/theme.ts'
import { startWords } from './words/start-words.ts'

// Style sheets that Mantine's scroll lock writes take it from here.
;(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = styleNonce()
await startWords()
const root = document.getElementById('portal')
if (!root) throw new Error('The page has no place for the portal.')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </MantineProvider>
  </StrictMode>,
)
