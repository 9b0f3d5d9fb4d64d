/**
 * KEYS: order (sorted set of keys, score 0), entries (hash: key → "version:json"), counter, this commit's memory.
 * ARGV: seconds to remember it, number of checks, of puts, of deletes; then key, version …, key, json …, key ….
 * A commit that was already applied answers what it answered then.
 */
export const COMMIT_SCRIPT = `
local order, entries, counter, memory = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local applied = redis.call('GET', memory)
if applied then return {1, applied} end

local checks, puts, deletes = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local at = 5
for _ = 1, checks do
  local stored = redis.call('HGET', entries, ARGV[at])
  local version = stored and string.match(stored, '^%d+') or '0'
  if version ~= ARGV[at + 1] then return {0, ARGV[at]} end
  at = at + 2
end

local version = string.format('%.0f', redis.call('INCR', counter))
for _ = 1, puts do
  redis.call('HSET', entries, ARGV[at], version .. ':' .. ARGV[at + 1])
  redis.call('ZADD', order, 0, ARGV[at])
  at = at + 2
end
for _ = 1, deletes do
  redis.call('HDEL', entries, ARGV[at])
  redis.call('ZREM', order, ARGV[at])
  at = at + 1
end
redis.call('SET', memory, version, 'EX', ARGV[1])
return {1, version}
`;

/**
 * KEYS: order, entries. ARGV: "ZRANGEBYLEX" or "ZREVRANGEBYLEX", its two bounds, limit (-1 = all).
 * Answers key, "version:json", key, … in one moment of the store.
 */
export const LIST_SCRIPT = `
local keys = redis.call(ARGV[1], KEYS[1], ARGV[2], ARGV[3], 'LIMIT', 0, ARGV[4])
local found, most = {}, 5000
for first = 1, #keys, most do
  local last = math.min(first + most - 1, #keys)
  local stored = redis.call('HMGET', KEYS[2], unpack(keys, first, last))
  for i = first, last do
    found[#found + 1] = keys[i]
    found[#found + 1] = stored[i - first + 1]
  end
end
return found
`;
