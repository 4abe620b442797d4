/**
 * Look of the pages that are written as text: they must stand without the build's style sheet,
 * fonts and scripts. The colours are those of app/tokens.css.
 */
export const standaloneStyle = `
:root{color-scheme:light dark;--canvas:light-dark(#f5f7f9,#0c0f12);--surface:light-dark(#fff,#14171c);--sunken:light-dark(#eef0f3,#101317);--hover:light-dark(#3a4048,#cdd1d6);--line:light-dark(#e0e3e7,#282d33);--line-strong:light-dark(#c7cbd0,#3d434a);--ink:light-dark(#161b22,#eef0f3);--ink-2:light-dark(#4a5059,#b6bbc1);--ink-3:light-dark(#646b74,#9399a0);--warning:light-dark(#7b5100,#e7b369);--warning-soft:light-dark(#fbefdf,#36250d)}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box;margin:0}
body{display:grid;grid-template:auto 1fr auto/minmax(0,1fr);min-height:100vh;min-height:100dvh;padding:1.75rem 2rem;background:var(--canvas);color:var(--ink);font:400 .875rem/1.45 "Instrument Sans Variable","Instrument Sans",ui-sans-serif,system-ui,sans-serif;-webkit-font-smoothing:antialiased}
header{display:flex;align-items:center;gap:.5rem;min-height:1.75rem;font-weight:600}
header span:last-child{min-width:0;overflow-wrap:anywhere}
.tile{display:grid;place-items:center;flex:none;width:1.75rem;height:1.75rem;border-radius:7px;font-weight:700;font-size:.8125rem}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,26rem);gap:4rem;align-items:center;width:100%;max-width:64rem;margin:auto;padding:2rem 0}
main svg{width:100%;height:auto}
.badge{display:inline-flex;align-items:center;height:1.375rem;padding:0 .5rem;border-radius:99px;background:var(--warning-soft);color:var(--warning);font-size:.75rem;font-weight:600}
.badge.plain{background:none;color:var(--ink-2);box-shadow:inset 0 0 0 1px var(--line-strong)}
h1{margin:.75rem 0 1rem;font-size:clamp(1.75rem,4vw,2.5rem);font-weight:600;line-height:1.12;letter-spacing:-.02em;text-wrap:balance;overflow-wrap:anywhere}
.lede{max-width:34em;color:var(--ink-2);font-size:1.0625rem;line-height:1.55;text-wrap:pretty}
.literal{padding:.125rem .4375rem;border-radius:4px;background:var(--sunken);color:var(--ink);font:500 .9375rem ui-monospace,monospace;overflow-wrap:anywhere}
ul{display:grid;gap:.875rem;max-width:36em;margin-top:1.5rem;padding:0;list-style:none;line-height:1.5}
li{padding-left:1rem;border-left:2px solid var(--line-strong)}
b{font-weight:600}
.acts{margin-top:1.75rem}
.button{display:inline-flex;align-items:center;min-height:2.25rem;padding:0 .8125rem;border-radius:6px;background:var(--ink);color:var(--canvas);font-weight:550;text-decoration:none}
.button:hover{background:var(--hover)}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
footer{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;justify-content:space-between;color:var(--ink-3);font-size:.8125rem;overflow-wrap:anywhere}
@media(pointer:coarse){.button{min-height:2.75rem}}
@media(max-width:60rem){main{grid-template-columns:minmax(0,1fr);gap:2rem}main svg{max-width:15rem;order:-1}}
@media(max-width:45rem){body{padding:1rem}main{padding:1.5rem 0;align-content:start;margin-top:0}main svg{max-width:11rem}}
@media print{main svg,.acts{display:none}}
`.trim();
