import { chromium } from '@playwright/test';
const base='http://localhost:4820';
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox','--disable-gpu']});
const states={};
async function ctx(name,{width=1280,dark=false}={}){ const c=await b.newContext({viewport:{width,height:900},colorScheme:dark?'dark':'light',locale:'nl-NL',timezoneId:'Europe/Amsterdam',storageState:states[name]}); const p=await c.newPage(); if(name&&!states[name]){ await p.goto(base+'/login'); await p.fill('input[name=email]',name+'@wisselwerking.example'); await p.fill('input[name=password]','wisselwerking-demo'); await Promise.all([p.waitForURL(u=>!u.pathname.startsWith('/login')),p.click('button[type=submit]')]); states[name]=await c.storageState(); } return p; }
const shot=async(p,path,name)=>{ await p.goto(base+path); await p.waitForTimeout(1200); await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true}); };
const D='/document/d6cea590-f902-4cb0-8c2a-defc83b7dc39', R='/run/2f980629-8f53-4962-bf5f-b00864683dea', W='/run/0b5a8838-031b-4554-ab66-42d4e032d2f7', H='/run/4a92d0e3-373d-49a3-b7d5-8056eb069527';
for (const [w,dark,tag] of [[1280,false,'l'],[320,true,'d']]) {
 const t=await ctx('docent',{width:w,dark});
 await shot(t,D,'doc-'+tag); await shot(t,D+'/design','design-'+tag); await shot(t,D+'/give','give-'+tag); await shot(t,D+'/workshop','begin-'+tag);
 await shot(t,R,'over-'+tag);
 const g=await t.$$eval('a[href*="/group/"]',as=>as.map(a=>a.getAttribute('href')));
 if(g.length) { await shot(t,g[g.length-1],'group-'+tag); const s=await t.$$eval('a[href^="/submission/"]',as=>as.map(a=>a.getAttribute('href'))); if(s.length) await shot(t,s[0],'subm-'+tag); }
 await shot(t,W+'/board','board-'+tag); await shot(t,H+'/board','boardend-'+tag); await shot(t,H+'/harvest','harvest-'+tag);
 const s=await ctx('student',{width:w,dark}); await shot(s,'/','today-'+tag); await shot(s,R,'work-'+tag);
 await shot(s,'/run/f56238b5-41f0-4c3c-867b-aa86fdadc846','work2-'+tag);
 const n=await ctx(null,{width:w,dark}); await shot(n,'/workshop','code-'+tag); await shot(n,'/workshop/KXT479','join-'+tag);
}
await b.close();
