// The engine's Wasm in its two halves (web/split.mjs): the first is enough for the first frame of an
// empty page, the later one comes behind it. Whatever calls into the later half before it is there
// waits for it: the fetch is made at once then, and the caller notices nothing but the time.
// A debug build has the engine in one piece: LATER_URL is empty.
import createModule from 'engine';

declare const WASM_URL: string;
declare const LATER_URL: string;

async function compiled(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Some hosts do not know what Wasm is; a browser takes it from them in one piece only.
  const known = response.headers.get('content-type')?.startsWith('application/wasm');
  return known ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The same within a call that cannot wait. */
function compiledAtOnce(url: string): WebAssembly.Module {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');  // bytes as they are: a page gets no buffer this way
  request.send();
  if (request.status !== 200) throw new Error(`${url}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255));
}

const TOO_EARLY: WebAssembly.ModuleImports = new Proxy({}, {
  get: () => () => {
    throw new WebAssembly.RuntimeError('a part of Cairn could not be fetched');
  },
});

export class LazyWasm {
  /** How often a call had to wait for the later half. */
  waited = 0;
  private first: WebAssembly.Exports = {};
  /** Nothing is missing. */
  whole = LATER_URL === '';
  private fetching: Promise<void> | undefined;

  /** The engine with its first half. */
  load<Module>(options: object): Promise<Module> {
    return new Promise((resolve, reject) => {
      const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => {
        const start = async () => {
          const module = await compiled(WASM_URL);
          const instance = await WebAssembly.instantiate(module, { ...imports, later: this.callsIntoLater(), 'later.deferred': TOO_EARLY });
          this.first = instance.exports;
          // Newer tools do not say where in the table a call leads: none may come early.
          if (WebAssembly.Module.imports(module).some((one) => one.module === 'later.deferred')) await this.fetchLater();
          receive(instance, module);
        };
        start().catch(reject);
        return {};
      };
      createModule({ ...options, instantiateWasm }).then((module) => resolve(module as Module), reject);
    });
  }

  /** Makes the engine whole. Where the fetch fails, the first call into the later half tries again. */
  async fetchLater(): Promise<void> {
    if (this.whole) return;
    this.fetching ??= compiled(LATER_URL).then((module) => this.put(module));
    try {
      await this.fetching;
    } catch {
      this.fetching = undefined;
    }
  }

  private put(module: WebAssembly.Module): void {
    if (this.whole) return;
    new WebAssembly.Instance(module, { first: this.first });  // puts its functions into the table of the first
    this.whole = true;
  }

  /** What the first half has in place of a later function is named by its place in the table. */
  private callsIntoLater(): WebAssembly.ModuleImports {
    return new Proxy({}, {
      get: (_, place) => (...values: unknown[]) => {
        ++this.waited;
        try {
          this.put(compiledAtOnce(LATER_URL));
        } catch (error) {
          throw new WebAssembly.RuntimeError(`a part of Cairn could not be fetched (${String(error)})`);
        }
        const table = Object.values(this.first).find((one) => one instanceof WebAssembly.Table);
        return (table as WebAssembly.Table).get(Number(place))(...values);
      },
    });
  }
}
