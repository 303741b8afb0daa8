/** The pages "RozetkaPay" in the settings. */
export const settings = {}
