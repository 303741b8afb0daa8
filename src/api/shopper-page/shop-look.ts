import type { ShopLook } from "../../provider/shop-look"

/** The plugin's own green, where a store names no colour: 5.6 to 1 against white. */
const GREEN = "#007a37"
const WHITE = "#ffffff"
const INK = "#1c231f"
const BLACK = "#000000"
/** WCAG 2.2 AA for text. */
const LEAST_CONTRAST = 4.5

export type Colours = { accent: string; onAccent: string; link: string }

/** A store's colour, with text on it that can be read; links on white are in it only where they can be. */
export const coloursOf = ({ color }: ShopLook): Colours => {
  const accent = color ?? GREEN
  const canBeReadOn = (ground: string) => (text: string) => contrast(ground, text) >= LEAST_CONTRAST
  // On what is too light for white, black is always read.
  const onAccent = [WHITE, INK].find(canBeReadOn(accent)) ?? BLACK
  return { accent, onAccent, link: canBeReadOn(WHITE)(accent) ? accent : INK }
}

/** WCAG 2.2's ratio, from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
