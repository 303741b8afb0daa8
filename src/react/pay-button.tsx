import type { ReactElement } from "react"
import type { PayButtonProps } from "./props"

export const PayButton = (_: PayButtonProps): ReactElement | null => null
