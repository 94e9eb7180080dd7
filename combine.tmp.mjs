import { chromium } from '@playwright/test'; import { readFileSync } from 'node:fs';
const [out,...names]=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox','--disable-gpu']});
const p=await b.newPage({viewport:{width:1900,height:1200}});
const html='<body style="margin:0;display:flex;gap:10px;align-items:flex-start;background:#888">'+names.map(n=>{const [f,h]=n.split('@');return `<div style="height:1180px;overflow:hidden;max-width:${f.endsWith('-d')||f.includes('320')?330:1290}px"><img src="data:image/png;base64,${readFileSync('/tmp/shots/'+f+'.png').toString('base64')}" style="margin-top:-${h||0}px;${f.endsWith('-d')||f.includes('320')?'':'width:'+(names.length>2?620:930)+'px'}"></div>`}).join('')+'</body>';
await p.setContent(html); await p.waitForTimeout(300); await p.screenshot({path:'/tmp/shots/'+out+'.png'}); await b.close();
