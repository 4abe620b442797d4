// Each scope has a token under its prefix, which stands in all of its keys: a new token clears it at
// once, however much there is, and where Redis has evicted the token, what was kept under it is out
// of reach instead of wrong. The index beside the entries holds when each of them ends: it lists,
// bounds and takes away what is this scope's without looking at anybody else's keys.
const open = `
local prefix = KEYS[1]
local token = redis.call('GET', prefix .. '~token')
local function must_have(fresh)
  if not token then
    token = fresh
    redis.call('SET', prefix .. '~token', token)
  end
end
local function at(key) return prefix .. token .. ':' .. key end
local function index() return prefix .. token .. '~ends' end
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
local function note(key, life)
  redis.call('ZADD', index(), now() + life, key)
end
local function bound(most)
  redis.call('ZREMRANGEBYSCORE', index(), '-inf', now())
  redis.call('PEXPIRE', index(), 2764800000)
  local over = redis.call('ZCARD', index()) - most
  while over > 0 do
    local gone = redis.call('ZPOPMIN', index(), math.min(over, 500))
    for n = 1, #gone, 2 do redis.call('UNLINK', at(gone[n])) end
    over = over - 500
  end
end
`;

/** What is asked of Redis, each in one step. KEYS[1] is the prefix of a scope. */
export const redisScripts = {
  // keys...
  stateGet: `${open}
local values = {}
for n = 1, #ARGV do values[n] = token and redis.call('GET', at(ARGV[n])) or false end
return values`,

  // a token, life in ms, most keys, then key and value in turn
  stateSet: `${open}
must_have(ARGV[1])
for n = 4, #ARGV, 2 do
  redis.call('SET', at(ARGV[n]), ARGV[n + 1], 'PX', ARGV[2])
  note(ARGV[n], ARGV[2])
end
bound(tonumber(ARGV[3]))`,

  // a token, life, most keys, key, value
  stateAdd: `${open}
must_have(ARGV[1])
if not redis.call('SET', at(ARGV[4]), ARGV[5], 'PX', ARGV[2], 'NX') then return 0 end
note(ARGV[4], ARGV[2])
bound(tonumber(ARGV[3]))
return 1`,

  // keys...
  stateDelete: `${open}
local gone = 0
if token then
  for n = 1, #ARGV do
    gone = gone + redis.call('UNLINK', at(ARGV[n]))
    redis.call('ZREM', index(), ARGV[n])
  end
end
return gone`,

  // a token, life, most keys, key, by
  stateIncrement: `${open}
must_have(ARGV[1])
local before = redis.call('GET', at(ARGV[4]))
if before and not string.match(before, '^-?%d+$') then return redis.error_reply('NOTCOUNTABLE') end
local sum = (before and tonumber(before) or 0) + tonumber(ARGV[5])
if math.abs(sum) > 9007199254740991 then return redis.error_reply('NOTCOUNTABLE') end
local text = string.format('%.0f', sum)
if before then
  redis.call('SET', at(ARGV[4]), text, 'KEEPTTL')
else
  redis.call('SET', at(ARGV[4]), text, 'PX', ARGV[2])
  note(ARGV[4], ARGV[2])
  bound(tonumber(ARGV[3]))
end
return text`,

  // key, life
  stateTouch: `${open}
if not token or redis.call('PEXPIRE', at(ARGV[1]), ARGV[2]) == 0 then return 0 end
note(ARGV[1], ARGV[2])
return 1`,

  // most
  stateKeys: `${open}
local living = {}
if not token then return living end
local named = redis.call('ZRANGEBYSCORE', index(), now(), '+inf', 'LIMIT', 0, ARGV[1])
for n = 1, #named do
  if redis.call('EXISTS', at(named[n])) == 1 then living[#living + 1] = named[n] end
end
return living`,

  // a token; gives the one before
  stateClear: `${open}
redis.call('SET', prefix .. '~token', ARGV[1])
return token`,

  // the token before; gives how many went, 0 when nothing is left
  stateSweep: `
local old = KEYS[1] .. ARGV[1]
local gone = redis.call('ZPOPMIN', old .. '~ends', 500)
for n = 1, #gone, 2 do redis.call('UNLINK', old .. ':' .. gone[n]) end
return #gone / 2`,

  // points, limit, life in ms; gives granted, left, ms to wait
  statePoints: `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
if used > tonumber(ARGV[2]) then used = tonumber(ARGV[2]) end
local granted = math.max(0, math.min(tonumber(ARGV[1]), tonumber(ARGV[2]) - used))
local wait = redis.call('PTTL', KEYS[1])
if wait <= 0 then wait = tonumber(ARGV[3]) end
redis.call('SET', KEYS[1], used + granted, 'PX', wait)
return { granted, tonumber(ARGV[2]) - used - granted, wait }`,
};

export type RedisScript = keyof typeof redisScripts;
