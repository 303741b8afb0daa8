/** What is mutated, room by room, and the specs that must notice: the room's own. */
export const ROOMS = {
  core: { mutate: ["src/core/*.ts"], specs: ["src/core/__tests__/"] },
  sync: { mutate: ["src/sync/*.ts"], specs: ["src/sync/__tests__/"] },
  signature: {
    mutate: ["src/rozetkapay/webhook/callback-signature.ts"],
    specs: ["src/rozetkapay/__tests__/callback"],
  },
  transport: {
    mutate: ["src/rozetkapay/transport/*.ts"],
    specs: ["src/rozetkapay/__tests__/"],
  },
}
