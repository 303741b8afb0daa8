import type { ReactElement } from "react"
import type { RozetkaPayProviderProps } from "./props"

export const RozetkaPayProvider = ({ children }: RozetkaPayProviderProps): ReactElement => (
  <>{children}</>
)
