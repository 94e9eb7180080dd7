import { chromium } from '@playwright/test';
const base='http://localhost:4820';
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox','--disable-gpu']});
const who=process.argv[2]; 
async function ctx(name,{width=1280,dark=false}={}){ const c=await b.newContext({viewport:{width,height:900},colorScheme:dark?'dark':'light',locale:'nl-NL',timezoneId:'Europe/Amsterdam'}); const p=await c.newPage(); if(name){ await p.goto(base+'/login'); await p.fill('input[name=email]',name+'@wisselwerking.example'); await p.fill('input[name=password]','wisselwerking-demo'); await Promise.all([p.waitForURL(u=>!u.pathname.startsWith('/login')),p.click('button[type=submit]')]); } return p; }
const shot=async(p,path,name)=>{ await p.goto(base+path); await p.waitForTimeout(900); await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true}); };
const docent=await ctx('docent');
await docent.goto(base+'/assignments'); await docent.waitForTimeout(500);
const links=await docent.$$eval('a[href^="/document/"]',as=>[...new Set(as.map(a=>a.getAttribute('href')+' '+a.textContent.trim().slice(0,60)))]);
console.log(links.join('\n'));
const doc=links[0].split(' ')[0];
const runs=async(p)=>{ const found=[]; for(const l of links){ await p.goto(base+l.split(' ')[0]); await p.waitForTimeout(400); const r=await p.$$eval('a[href^="/run/"]',as=>as.map(a=>a.getAttribute('href')+' | '+a.textContent.trim().replace(/\s+/g,' ').slice(0,70))); if(r.length) found.push([l,r]); } return found; };
const found=await runs(docent); console.log(JSON.stringify(found,null,1));
import { writeFileSync } from 'node:fs'; writeFileSync('/tmp/shots/found.json',JSON.stringify(found));
await b.close();
