// Light, dark, or the few colours of a system that forces them (Windows' contrast themes): which
// palette the engine draws with.
import type { Engine } from './engine';

function systemColor(name: string): number {
  const probe = document.createElement('div');
  probe.style.cssText = `color: ${name}; color-scheme: light dark; forced-color-adjust: none; display: none`;
  document.body.append(probe);
  const [red, green, blue] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
  probe.remove();
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}

export function followColors(engine: Engine): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const follow = () => {
    engine.dark(dark.matches);
    if (forced.matches) engine.forcedColors(systemColor('Canvas'), systemColor('CanvasText'), systemColor('LinkText'));
    else engine.ownColors();
  };
  for (const query of [dark, forced]) query.addEventListener('change', follow);
  follow();
}
