// Serves a folder as any static host would.
//   node web/serve.mjs FOLDER [--port N] [--base /sub/] [--watch]
// With --watch it calls `./dev rebuild` when a source changes and tells open pages to reload.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Starts a server and answers its address and how to stop it. */
export async function serve(folder, { port = 0, base = '/', live = new Set() } = {}) {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === `${base}reload`) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      live.add(response);
      request.on('close', () => live.delete(response));
      return;
    }
    const end = () => response.writeHead(404).end();
    if (!path.startsWith(base)) return end();
    request.url = `/${path.slice(base.length)}`;
    files(request, response, end);
  });
  const sockets = new Set();
  let closed = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      closed += socket.bytesWritten;
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://localhost:${server.address().port}${base}`,
    /** Bytes so far, headers too. */
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closed),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function watchSources(root, live) {
  let running = false;
  let again = false;
  const rebuild = () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const started = Date.now();
    spawn('./dev', ['rebuild'], { cwd: root, stdio: 'inherit' }).on('exit', (code) => {
      running = false;
      console.log(code === 0 ? `rebuilt in ${((Date.now() - started) / 1000).toFixed(1)} s` : 'the build failed; the page stays as it was');
      if (code === 0) for (const page of live) page.write('data: reload\n\n');
      if (again) {
        again = false;
        rebuild();
      }
    });
  };
  let timer;
  for (const folder of ['src', 'shell', 'web', 'assets']) {
    watch(`${root}/${folder}`, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 100);
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name) => process.argv[process.argv.indexOf(name) + 1];
  const has = (name) => process.argv.includes(name);
  const live = new Set();
  const port = has('--port') ? Number(option('--port')) : 8080;
  const options = { base: has('--base') ? option('--base') : '/', live };
  const server = await serve(process.argv[2], { ...options, port }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return serve(process.argv[2], { ...options, port: 0 });
  });
  console.log(`\nCairn is at ${server.address}   (Ctrl+C ends it)`);
  if (has('--watch')) watchSources(fileURLToPath(new URL('..', import.meta.url)), live);
}
