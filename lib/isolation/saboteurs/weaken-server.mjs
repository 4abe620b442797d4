// Loaded by --import into the server that the saboteurs have for themselves, and into no other:
// takes a check out of the built code as it is loaded, for as long as this process's parent says.
import Module from 'node:module';

const off = (name) => `globalThis.walkWithout===${JSON.stringify(name)}`;

/** What stands in the build, whatever its names were shortened to, and what takes its place. */
const weakened = [
  [/return"account\.use"===/g, `return ${off('permission')}||"account.use"===`],
  [/return"same-origin"===/g, `return ${off('origin')}||"same-origin"===`],
  [/(\w+)\.get\("x-tenantry-tenant"\)/g, `(${off('tenant')}?"globex":$&)`],
  [/if\((!\w+\.can\(\w+\))\)(throw new \w+\.\w+\(403,`You need)/g, `if(!(${off('right')})&&$1)$2`],
  [/if\((!\w+\.can\(\w+\.permissions\[\w+\]\))\)throw/g, `if(!(${off('right')})&&$1)throw`],
  [/(\w+)\.tenantId===(\w+)\.tenant\.id&&/g, `(${off('channel')}||$&true)&&`],
  [/`session:\$\{(\w+\(\w+\))\}`/g, `\`session:\${${off('realm')}?"platform":$1}\``],
];

const compile = Module.prototype._compile;
Module.prototype._compile = function compileWeakened(code, file, ...rest) {
  const isBuilt = /[\\/]\.next[\\/]server[\\/]/.test(file);
  const text = isBuilt
    ? weakened.reduce((known, [check, none]) => known.replace(check, none), code)
    : code;
  return compile.call(this, text, file, ...rest);
};

process.on('message', (message) => {
  if (typeof message?.without !== 'string') return;
  globalThis.walkWithout = message.without;
  process.send?.({ without: message.without });
});
// A listener on the channel would keep the process alive.
process.channel?.unref();
