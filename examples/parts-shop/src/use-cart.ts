import { useEffect, useState } from 'react'
import type { CartLine } from './shop-api.ts'

const key = 'kolenval-cart'
const mostOfOne = 20

/** The visitor's cart, kept in this browser: articles and quantities, never prices. */
export function useCart() {
  const [lines, setLines] = useState<CartLine[]>(read)
  useEffect(() => localStorage.setItem(key, JSON.stringify(lines)), [lines])
  return {
    lines,
    /** Sets how many of an article are wanted; 0 takes it out. */
    set: (sku: string, quantity: number) =>
      setLines((before) => {
        const wanted = Math.min(quantity, mostOfOne)
        const others = before.filter((line) => line.sku !== sku)
        if (wanted < 1) return others
        return before.length === others.length
          ? [...before, { sku, quantity: wanted }]
          : before.map((line) => (line.sku === sku ? { sku, quantity: wanted } : line))
      }),
    clear: () => setLines([]),
  }
}
export type Cart = ReturnType<typeof useCart>

function read(): CartLine[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]')
  } catch {
    return [] // somebody edited it: an empty cart is the honest answer
  }
}
