import { it } from 'vitest';
import { cleanName, cleanText } from '/work/main/src/model/text.js';
const A=[...'aя中👨❤1#\n\r\t \u00a0\u0085\u2028\u0301\u0316\u0327\u00ad\u034f\u200b\u200c\u200d\ufeff\u202e\u2069\u200f\u061c\u2800\u3164\u115f\ufe0f\u{1f3fb}\u{e0061}\u{e0100}\u20e3\ufff9می\u064b\u0651क\u093c\u094d\u0958ර\u0dca\u09c7\u09be\u1100\u1161가\u212b\ufb1f','\ud800','\udc00'];
A.push(...'़्̣́म्‍‌ِّ'); it('f',()=>{ let s=Number(process.env.SEED??1); const r=Math.random; let bad=0, n=0;
 const end=Date.now()+40000;
 while(Date.now()<end&&bad<6){ n++; let t=''; for(let i=0,l=1+r()*24;i<l;i++) t+=A[Math.floor(r()*A.length)];
  for(const f of [cleanName,cleanText]){const o=f(t); if(f(o)!==o){bad++;console.log([t,o,f(o)].map(x=>[...x].map(c=>c.codePointAt(0).toString(16)).join(' ')).join(' | '));}}
 } console.log(n,bad); },100000);
