/** An address that came from outside of the store and may stand in a link; null: it may not. */
export const webAddress = (text: string | null): string | null => {
  if (text === null) return null
  try {
    return ["https:", "http:"].includes(new URL(text).protocol) ? text : null
  } catch {
    return null
  }
}
