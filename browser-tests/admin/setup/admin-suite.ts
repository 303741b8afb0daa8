import { type Stage, suiteWith } from "../../setup/browser-suite"
import { type AdminStore, startAdminStore } from "./admin-store"

export type AdminStage = Stage<AdminStore>

/** One store with one dashboard for all that staff do in it. */
export const adminSuite = (title: string, tests: (stage: AdminStage) => void): void =>
  suiteWith(title, startAdminStore, tests)
