import { useEffect, useRef } from "react"

/** What a callback that outlives a drawing reads: the newest, without being made anew itself. */
export const useLatest = <Value>(value: Value): { current: Value } => {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
