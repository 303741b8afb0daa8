import { useSearchParams } from "react-router-dom"

/** What of the page's state stands in its address, so that links and the browser's "back" keep it. */
export const useAddress = () => {
  const [params, setParams] = useSearchParams()

  /** `null` or "" takes a part out of the address. `replace`: no step of its own for "back". */
  const change = (parts: Record<string, string | null>, replace = false) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(parts)) {
          if (value) after.set(name, value)
          else after.delete(name)
        }
        return after
      },
      { replace },
    )

  return { part: (name: string) => params.get(name), change, open: setParams }
}

/** A part of the address that is one of a few words. */
export const oneOf = <Word extends string>(words: readonly Word[], text: string | null) =>
  words.find((word) => word === text)

export const wholeNumber = (text: string | null): number =>
  text && /^\d{1,9}$/.test(text) ? Number(text) : 0
