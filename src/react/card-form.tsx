import type { ReactElement } from "react"
import type { CardFormProps } from "./props"

export const CardForm = (_: CardFormProps): ReactElement | null => null
