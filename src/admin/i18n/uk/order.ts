import type { order as english } from "../en/order"
import type { SameTexts } from "../texts"

export const order: SameTexts<typeof english> = {
  title: "RozetkaPay",
}
