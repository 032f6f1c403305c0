// Which backups are let go, by their names alone.
const DAYS = 7;
const WEEKS = 4;
const DAY = 86_400_000;

/**
 * The names to let go, given all of them ("2026-11-24", or with more behind the date). By rank, never by age: a
 * clock that was wrong for a day takes nothing away. At most two, the oldest first.
 */
export function backupsToDrop(names: string[]): string[] {
  const sorted = [...names].sort();
  const days = sorted.filter((name) => name.length === 10);
  const lately = days.slice(-DAYS);
  const since = lately[0] ?? '';
  const weekOf = (name: string) => Math.floor(Date.parse(name) / (7 * DAY));
  // The oldest of a week is kept: it goes on being the one of its week as days pass.
  const oldestOfWeeks = new Map<number, string>();
  for (const name of days.slice(0, -DAYS)) if (!oldestOfWeeks.has(weekOf(name))) oldestOfWeeks.set(weekOf(name), name);
  const kept = new Set([...lately, ...[...oldestOfWeeks.values()].slice(-WEEKS)]);
  return sorted.filter((name) => !kept.has(name) && (name.length === 10 || name.slice(0, 10) < since)).slice(0, 2);
}
