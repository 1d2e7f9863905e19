// Casualties by event
// The killed and injured of each event with the lowest and the highest count, and who gives
// counts; an empty said_by means that only the articles themselves do.
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: first, last, relation, sources, targets, places, killed_min, killed_max, injured_min
// returns: injured_max, claims, articles, said_by
MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE (c.killed_min IS NOT NULL OR c.killed_max IS NOT NULL
       OR c.injured_min IS NOT NULL OR c.injured_max IS NOT NULL)
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
WITH e, min(c.killed_min) AS killed_min,
     max(coalesce(c.killed_max, c.killed_min)) AS killed_max,
     min(c.injured_min) AS injured_min, max(coalesce(c.injured_max, c.injured_min)) AS injured_max,
     count(DISTINCT c.id) AS claims, count(DISTINCT c.article) AS articles
RETURN toString(e.date_start) AS first, toString(e.date_end) AS last, e.relation AS relation,
       COLLECT { MATCH (e)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (e)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       killed_min, killed_max, injured_min, injured_max, claims, articles,
       COLLECT {
         MATCH (e)<-[:ABOUT]-(c:Claim)-[:SAID_BY]->(x:Entity)
         WHERE c.killed_min IS NOT NULL OR c.injured_min IS NOT NULL
         WITH DISTINCT x.name AS name
         RETURN name ORDER BY name
       } AS said_by
ORDER BY coalesce(killed_max, 0) DESC, coalesce(injured_max, 0) DESC, e.date_start IS NULL,
         e.date_start, e.id
LIMIT $limit
