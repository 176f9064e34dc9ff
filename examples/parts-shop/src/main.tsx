import { defineArtelElements } from '@artel/widget'
import type {} from '@artel/widget/react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './sheet.css'
import './catalogue.css'
import './orders.css'

const root = document.querySelector('#root')
defineArtelElements()
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(<App />)
