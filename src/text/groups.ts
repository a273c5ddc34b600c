/** Adds `one` to those of `key`; to copy the list for each would cost the square of its length. */
export function addTo<Key, One>(groups: Map<Key, One[]>, key: Key, one: One): void {
  const known = groups.get(key)
  if (known) known.push(one)
  else groups.set(key, [one])
}
