import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { takeKeyFromAddress } from './key-of-tab.ts'
import { Page } from './page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
takeKeyFromAddress()
createRoot(root).render(<Page />)
