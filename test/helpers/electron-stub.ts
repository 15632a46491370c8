/** Stands in for `electron` in tests that run outside Electron: importing the real one there starts a download. */
export default {};
