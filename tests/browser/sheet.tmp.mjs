import { chromium } from 'playwright-core';
const [out, width, ...imgs] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--allow-file-access-from-files'] });
const p = await b.newPage({ viewport: { width: 1600, height: 1000 } });
const { writeFileSync } = await import('node:fs');
writeFileSync('/tmp/g/s.html', `<body style="margin:0;background:#888;display:flex;flex-wrap:wrap;gap:6px">${imgs.map((i) => `<img src="file://${i}" width=${width}>`).join('')}`);
await p.goto('file:///tmp/g/s.html'); await p.waitForLoadState('networkidle'); await p.screenshot({ path: out, fullPage: true }); await b.close();
