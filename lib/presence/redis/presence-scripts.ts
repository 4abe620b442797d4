import { keptSeconds, mostConnections } from '../presence-store';

// Under a tenant's prefix: the people of a room, as JSON by user id; the same by when their last
// connection ends; all seats of the tenant by that; and names of rooms that are too long for a key.
// State of the same tenant begins with a token after the prefix, which never has a `~`.
const open = `
local prefix, room = KEYS[1] .. '~p:', ARGV[1]
local people, ends, all = prefix .. 'people:' .. room, prefix .. 'ends:' .. room, prefix .. 'all'
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function living(user)
  local text = redis.call('HGET', people, user)
  if not text then return nil end
  local person, count = cjson.decode(text), 0
  for name, one in pairs(person.by) do
    if one.ends <= now then person.by[name] = nil else count = count + 1 end
  end
  if count > 0 then return person, count end
end
local function keep(user, person)
  local last = 0
  for _, one in pairs(person.by) do last = math.max(last, one.ends) end
  redis.call('HSET', people, user, cjson.encode(person))
  redis.call('ZADD', ends, last, user)
  redis.call('ZADD', all, last, room .. '|' .. user)
  for _, key in ipairs({ people, ends, all, prefix .. 'name:' .. room }) do
    local life = last - now + ${keptSeconds * 1000}
    if redis.call('PTTL', key) < life then redis.call('PEXPIRE', key, life) end
  end
end
local function forget(user)
  redis.call('HDEL', people, user)
  redis.call('ZREM', ends, user)
  redis.call('ZREM', all, room .. '|' .. user)
end
`;

/** What is asked of Redis, each in one step. KEYS[1] is the prefix of a tenant, ARGV[1] a room's key. */
export const presenceScripts = {
  // room, user, connection, meta, life in ms, name of the room or ''; gives 1 for the first, since
  join: `${open}
local user, connection = ARGV[2], ARGV[3]
local person, count = living(user)
local is_first = person == nil
person, count = person or { since = now, order = 0, by = {} }, count or 0
if count >= ${mostConnections} and not person.by[connection] then
  local soonest
  for name, one in pairs(person.by) do
    if not soonest or one.ends < person.by[soonest].ends then soonest = name end
  end
  person.by[soonest] = nil
end
person.order = person.order + 1
person.by[connection] = { ends = now + ARGV[5], meta = ARGV[4], order = person.order }
if ARGV[6] ~= '' then redis.call('SET', prefix .. 'name:' .. room, ARGV[6], 'KEEPTTL') end
keep(user, person)
return { is_first and 1 or 0, string.format('%.0f', person.since) }`,

  // room, user, connection or '' for all; gives 1 where the person is gone by it
  leave: `${open}
local user, connection = ARGV[2], ARGV[3]
local person, count = living(user)
if not person or (connection ~= '' and not person.by[connection]) then return 0 end
if connection == '' or count == 1 then
  forget(user)
  return 1
end
person.by[connection] = nil
keep(user, person)
return 0`,

  // room, user, connection, life in ms
  heartbeat: `${open}
local user, connection = ARGV[2], ARGV[3]
local person = living(user)
if not person or not person.by[connection] then return 0 end
person.by[connection].ends = now + ARGV[4]
keep(user, person)
return 1`,

  // room; gives now, then user and person in turn
  list: `${open}
local found = { string.format('%.0f', now) }
for _, user in ipairs(redis.call('ZRANGEBYSCORE', ends, '(' .. string.format('%.0f', now), '+inf')) do
  local text = redis.call('HGET', people, user)
  if text then
    found[#found + 1] = user
    found[#found + 1] = text
  end
end
return found`,

  // room
  count: `${open}
return redis.call('ZCOUNT', ends, '(' .. string.format('%.0f', now), '+inf')`,

  // room; nothing where nobody is in it
  name: `${open}
if redis.call('ZCOUNT', ends, '(' .. string.format('%.0f', now), '+inf') == 0 then return false end
return redis.call('GET', prefix .. 'name:' .. room)`,

  // '', most; gives room, name or '', and user in turn
  cleanup: `${open}
local gone = {}
local due = redis.call('ZRANGEBYSCORE', all, '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[2])
for _, seat in ipairs(due) do
  local key, user = string.match(seat, '^(.*)|(.*)$')
  redis.call('HDEL', prefix .. 'people:' .. key, user)
  redis.call('ZREM', prefix .. 'ends:' .. key, user)
  redis.call('ZREM', all, seat)
  gone[#gone + 1] = key
  gone[#gone + 1] = redis.call('GET', prefix .. 'name:' .. key) or ''
  gone[#gone + 1] = user
end
return gone`,
};

export type PresenceScript = keyof typeof presenceScripts;
