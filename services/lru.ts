import { LRUCache } from "lru-cache";

/**
 * Keeps the entries used last, at most so many. It grows as it fills: given a `max` the library makes room for all of
 * them at once, which takes 8 ms and more of a start for 20,000.
 */
export function createLru<K extends {}, V extends {}>(most: number): LRUCache<K, V> {
  return new LRUCache({ maxSize: most, sizeCalculation: () => 1 });
}
