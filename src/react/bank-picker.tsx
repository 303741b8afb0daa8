import type { ReactElement } from "react"
import type { BankPickerProps } from "./props"

export const BankPicker = (_: BankPickerProps): ReactElement | null => null
