import { connect, startScratchServer } from './world/scratch-server';
import { fillDatabase } from './world/fill-database';
import { startWeb } from './world/start-web';
import { readBuild } from './routes/list-routes';
import { walkBuild } from './routes/build-walk';
import { readSites } from './routes/site';
import { createAsk } from './routes/ask';
import { walkRoutes } from './routes/route-walk';
import { walkTricks } from './routes/trick-walk';
const T=Date.now(); const lap=(s:string)=>console.log(s, Date.now()-T);
const server = await startScratchServer(); lap('server');
let web: any;
try {
const template = await server.createDatabase('template_walk'); lap('migrated');
const { tenants, unplanted } = await fillDatabase(template); lap('filled');
const show = (r: any) => { for (const i of r.items) { console.log(r.walk, i.item, i.attempts); for (const l of i.leaks.slice(0,12)) console.log('   ', l.slice(0, 300)); } };
web = await startWeb({ databaseUrl: template.appUrl, dataDir: server.dataDir, authSecret: 'x'.repeat(40) }); lap('web');
const build = readBuild('.next'); show(walkBuild(build));
const sites = await readSites(template, tenants, web.port);
const ask = createAsk(web.port);
show(await walkRoutes({ ask, build, sites, rootHost: web.rootHost })); lap('routes');
show(await walkTricks({ ask, sites, rootHost: web.rootHost })); lap('tricks');
ask.close();
} finally { await web?.stop(); await server.stop(); }
