import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// MikroORM keeps its entities on the process, Jest gives every spec file new classes: without this
// the second file of a run fails with "Map.prototype.set called on incompatible receiver".
MetadataStorage.clear()
