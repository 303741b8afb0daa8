/** Text from outside, for a log line: no line of its own, no control characters, not endless. */
export const oneLine = (text: string, length = 300): string =>
  text
    .slice(0, length)
    .replace(/\p{C}+/gu, " ")
    .trim()
