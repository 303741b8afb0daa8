import { SplitError } from "../split-error"

/** The error by which something refuses to split money. */
export const whySplit = (split: () => unknown): SplitError => {
  try {
    split()
  } catch (error) {
    if (error instanceof SplitError) return error
    throw error
  }
  throw new Error("it was split")
}
