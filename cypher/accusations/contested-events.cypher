// Contested events
// Events that some claim denies or disputes, with who says that they happened and who denies it.
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: first, last, relation, sources, targets, places, claims, articles, said_by, denied_by
MATCH (e:Event)
WHERE e.contested
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
WITH e
ORDER BY e.date_start IS NULL, e.date_start, e.relation, e.id
LIMIT $limit
RETURN toString(e.date_start) AS first, toString(e.date_end) AS last, e.relation AS relation,
       COLLECT { MATCH (e)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (e)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       e.claims AS claims, e.articles AS articles,
       COLLECT {
         MATCH (e)<-[:ABOUT]-(c:Claim)-[:SAID_BY]->(x:Entity)
         WHERE NOT c.status IN ['denied', 'negated']
         WITH DISTINCT x.name AS name
         RETURN name ORDER BY name
       } AS said_by,
       COLLECT {
         MATCH (e)<-[:ABOUT]-(:Claim)<-[:DISPUTES*0..1]-(d:Claim)-[r:SOURCE|SAID_BY]->(x:Entity)
         WHERE d.status IN ['denied', 'negated'] AND type(r) = 'SAID_BY'
            OR d.relation = 'DENIES' AND type(r) = 'SOURCE'
         WITH DISTINCT x.name AS name
         RETURN name ORDER BY name
       } AS denied_by
ORDER BY e.date_start IS NULL, e.date_start, e.relation, e.id
