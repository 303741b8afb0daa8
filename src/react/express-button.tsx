import type { ReactElement } from "react"
import type { ExpressButtonProps } from "./props"

export const ExpressButton = (_: ExpressButtonProps): ReactElement | null => null
