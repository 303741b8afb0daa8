/** The first characters of a text, as JavaScript counts them, without half an emoji at the end. */
export const cutText = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")
