import type { ReactElement } from "react"
import type { SavedCardsProps } from "./props"

export const SavedCards = (_: SavedCardsProps): ReactElement | null => null
