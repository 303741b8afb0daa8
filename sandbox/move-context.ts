import type { MoveContext } from "./move-rules"
import type { Actor } from "./payment"
import type { World } from "./world"

/** What a move is made in: who makes it, how this gateway behaves, and when. */
export const moveContext = (world: World, by: Actor): MoveContext => ({
  by,
  quirks: world.quirks,
  now: world.now(),
})
