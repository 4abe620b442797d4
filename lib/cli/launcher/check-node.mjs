/**
 * What is wrong with a Node version, with the next thing to do. Old syntax only: this is parsed by
 * the version that it complains about.
 * @param {string} version as in process.versions.node
 * @returns {string} empty when the version will do
 */
export function nodeVersionFault(version) {
  const parts = String(version).split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 9)) return '';
  return `This is Node ${version}; Tenantry needs Node 20.9 or newer (24 is the fastest).
Install one from https://nodejs.org or run nvm install 24, then npm start again.`;
}
