import { en } from "./english"
import { uk } from "./ukrainian"

/** The namespace of the plugin's texts in the dashboard. */
export const NAMESPACE = "rozetkapay"

// The dashboard's build adds the texts of every file named "index" below this folder to its own: let there be this one.
export default { en: { [NAMESPACE]: en }, uk: { [NAMESPACE]: uk } }
