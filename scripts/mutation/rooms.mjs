const CORE = "src/core/__tests__/"

/**
 * What is mutated, and the specs that must notice: the room's own. The plan's are long, since its
 * properties need thousands of cases, so they are asked of the plan alone.
 */
export const ROOMS = {
  core: {
    mutate: ["src/core/*.ts", "!src/core/plan.ts"],
    isAsked: (spec) => spec.startsWith(CORE) && spec !== `${CORE}plan.spec.ts`,
  },
  plan: { mutate: ["src/core/plan.ts"], isAsked: (spec) => spec.startsWith(CORE) },
  sync: { mutate: ["src/sync/*.ts"], isAsked: (spec) => spec.startsWith("src/sync/__tests__/") },
  signature: {
    mutate: ["src/rozetkapay/webhook/callback-signature.ts"],
    isAsked: (spec) => spec === "src/rozetkapay/__tests__/callback-signature.spec.ts",
  },
  transport: {
    mutate: ["src/rozetkapay/transport/*.ts"],
    isAsked: (spec) => spec.startsWith("src/rozetkapay/__tests__/"),
  },
}
