import { cardFace, cardOnTheWire } from "../wire/card-face"

const shown = (mask: unknown) => cardFace(cardOnTheWire.parse({ mask })).mask

test.each([
  ["42424242****4242", "424242******4242"],
  ["424242******4242", "424242******4242"],
  ["4242 4242 **** 4242", "4242 42** **** 4242"],
  ["42424242XX424242", "424242**XX**4242"],
  ["4242", "4242"],
  ["•••• 4242", "•••• 4242"],
  ["****", "****"],
  [null, null],
  ["4242424242424242", null],
])("a mask %j is shown as %j: six leading and four last digits at most", (mask, expected) => {
  expect(shown(mask)).toBe(expected)
})
