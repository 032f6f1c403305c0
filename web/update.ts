// Offline and updates: the service worker keeps one version whole. A new one waits until the
// person says so; then all tabs reload with it.
import { scriptAddress } from './trusted';
import { say } from './texts';

declare const OFFLINE: boolean;

/** `./dev run` serves no worker; it tells the page when it has been built again. */
function followBuilds(): void {
  new EventSource('./reload').onmessage = () => location.reload();
}

export function keepOffline(): void {
  if (!OFFLINE) return followBuilds();
  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  const hadWorker = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (hadWorker) location.reload();
  });
  void workers.register(scriptAddress('./service-worker.js'), { updateViaCache: 'none' }).then((registration: ServiceWorkerRegistration | undefined) => {
    if (!registration) return; // blocked without a word
    const offer = () => {
      if (registration.waiting && workers.controller) showUpdate(registration.waiting);
    };
    offer();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer);
    });
  }, () => undefined); // a browser that refuses a worker still has the page
}

function showUpdate(worker: ServiceWorker): void {
  const bar = document.getElementById('update');
  if (!bar || bar.hasChildNodes()) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = say('script_update_now');
  button.addEventListener('click', () => worker.postMessage('take over'));
  bar.append(say('script_update'), ' ', button);
}
