/** What a text says when it is read as JSON, base64, hex or a part of a url: objects, lists, and texts that people can read. */
export const meaningsOf = (text: string): unknown[] => {
  const trimmed = text.normalize("NFKC").trim()
  const inJson = jsonIn(trimmed)
  if (inJson !== undefined) return [inJson]
  const decoded = [unescaped(trimmed), ...wordsIn(trimmed)]
  return decoded.filter((one) => one !== trimmed && isReadable(one))
}

const jsonIn = (text: string): unknown => {
  if (!/^[[{"]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The shortest that a card's number can be in. */
const WORD = /[\w+/-]{17,}={0,2}/g
/** Base64 may be wrapped. */
const LINES = /^[\w+/=\s-]{17,}$/
const HEX = /^(?:[\da-f]{2}){13,}$/i

const wordsIn = (text: string): string[] => {
  const words = [...(text.match(WORD) ?? []), ...(LINES.test(text) ? [text] : [])]
  return [
    ...words.map((word) => Buffer.from(word, "base64")),
    ...words.filter((word) => HEX.test(word)).map((word) => Buffer.from(word, "hex")),
  ].map((bytes) => bytes.toString("utf8"))
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Bytes that are no text make characters that nobody writes. */
const isReadable = (text: string): boolean => /^(?:[^\p{Cc}\p{Cn}\uFFFD]|\s)+$/u.test(text)
