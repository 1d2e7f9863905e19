// What followed each agreement
// Violence of one party of an agreement or ceasefire against another, or in the country of another,
// within so many days of it. Only agreements and events with a known date are compared, told as
// fact or alleged.
// param days: integer = 90
// param limit: integer = 100
// returns: agreed, agreement, parties, event, relation, attackers, attacked, places
// returns: killed_min, killed_max, contested
MATCH (e:Event)
WHERE e.relation IN ['AGREES_CEASEFIRE', 'SIGNS_AGREEMENT'] AND e.date_start IS NOT NULL
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.status IN ['asserted', 'alleged'] }
MATCH (e)-[:SOURCE|TARGET]->(a:Entity)<-[:SOURCE]-(v:Event), (e)-[:SOURCE|TARGET]->(b:Entity)
WHERE v.event_type = 'ASSAULT' AND v.date_start > e.date_start
  AND v.date_start <= e.date_start + duration({days: $days})
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(v) WHERE c.status IN ['asserted', 'alleged'] }
  AND a.id <> b.id
  AND (EXISTS { (v)-[:TARGET]->(b) }
       OR EXISTS {
         MATCH (v)-[:IN]->(p:Entity)
         WHERE p.country = b.country AND p.country <> coalesce(a.country, '')
       })
WITH DISTINCT e, v
RETURN toString(e.date_start) AS agreed, e.relation AS agreement,
       COLLECT { MATCH (e)-[:SOURCE|TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS parties,
       toString(v.date_start) AS event, v.relation AS relation,
       COLLECT { MATCH (v)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS attackers,
       COLLECT { MATCH (v)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS attacked,
       COLLECT { MATCH (v)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       v.killed_min AS killed_min, v.killed_max AS killed_max, v.contested AS contested
ORDER BY e.date_start, e.id, v.date_start, v.id
LIMIT $limit
