// What followed each agreement
// Violence between the parties of an agreement or ceasefire within so many days of it. Only
// agreements and events with a known date are compared, and neither may be only denied, negated,
// planned or conditional.
// param days: integer = 90
// param limit: integer = 100
// returns: agreed, agreement, parties, event, relation, attackers, attacked, killed_min, killed_max
// returns: contested
MATCH (e:Event)
WHERE e.relation IN ['AGREES_CEASEFIRE', 'SIGNS_AGREEMENT'] AND e.date_start IS NOT NULL
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.status IN ['asserted', 'alleged'] }
MATCH (v:Event)
WHERE v.event_type = 'ASSAULT' AND v.date_start > e.date_start
  AND v.date_start <= e.date_start + duration({days: $days})
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(v) WHERE c.status IN ['asserted', 'alleged'] }
  AND EXISTS {
    MATCH (v)-[:SOURCE]->(a:Entity)<-[:SOURCE|TARGET]-(e)-[:SOURCE|TARGET]->(b:Entity)<-[:TARGET]-(v)
    WHERE a.id <> b.id
  }
RETURN toString(e.date_start) AS agreed, e.relation AS agreement,
       COLLECT { MATCH (e)-[:SOURCE|TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS parties,
       toString(v.date_start) AS event, v.relation AS relation,
       COLLECT { MATCH (v)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS attackers,
       COLLECT { MATCH (v)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS attacked,
       v.killed_min AS killed_min, v.killed_max AS killed_max, v.contested AS contested
ORDER BY e.date_start, e.id, v.date_start, v.id
LIMIT $limit
