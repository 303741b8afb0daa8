import { CopyIcon } from "../parts/copy-icon"

type Props = { id: string; name: string }

/** An id in a table: its beginning and its end are enough to know it by, and the whole of it can be copied. */
export const ShortId = ({ id, name }: Props) => (
  // What only screen readers read is placed within this, and makes the page no wider.
  <span className="relative inline-flex items-center gap-x-1">
    <span title={id}>{id.length > LONG ? `${id.slice(0, START)}…${id.slice(-END)}` : id}</span>
    <CopyIcon text={id} name={`${name} ${id}`} />
  </span>
)

const LONG = 16
const START = 7
const END = 5
