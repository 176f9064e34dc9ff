import { useEffect, useState } from 'react'

/** A value once it has stood still for so long: not every key that is pressed is worth a question. */
export function useSettled<Value>(value: Value, delayMs: number): Value {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text)), delayMs)
    return () => clearTimeout(timer)
  }, [text, delayMs])
  return settled
}
