import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './artel-elements.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(<App />)
