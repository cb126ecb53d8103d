/** @param {string} _folder @returns {Generator<readonly unknown[]>} */
export function* peerRows(_folder) {}
