import { adminSuite } from "./setup/admin-suite"
import { loggingIn } from "./walks/logging-in"

adminSuite("Staff in the admin", (stage) => {
  loggingIn(stage)
})
