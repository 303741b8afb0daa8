/** Real messages nest 4 deep; JSON beyond this depth is refused before it is parsed. */
const DEEPEST = 32

/**
 * Parses JSON text from outside. Returns undefined for an empty text, text that is not JSON, or
 * nesting beyond any real message.
 *
 * Large ids survive because the gateway sends them as JSON strings, which stay strings. Numbers
 * become floats here: see `decimal` in schemas/lenient.ts for what that means for amounts.
 */
export function parseJson(text: string): unknown {
  if (text === "" || isNestedTooDeep(text)) {
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isNestedTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (inString) {
      if (character === BACKSLASH) {
        at++
      } else if (character === QUOTE) {
        inString = false
      }
    } else if (character === QUOTE) {
      inString = true
    } else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      depth++
      if (depth > DEEPEST) {
        return true
      }
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) {
      depth--
    }
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
