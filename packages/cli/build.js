// Makes the bundle that `bin/artel.js` runs.
import { fileURLToPath } from 'node:url'
import { bundle } from '@artel/bundle/bundle'

const place = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
await bundle(place('src/artel.ts'), place('dist'))
