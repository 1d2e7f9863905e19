// Who says so
// For each event the speakers it is ascribed to, the claims in the articles' own voice, the
// articles, and how many of these are no copies of one another.
// param relations: strings = null
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: first, last, relation, sources, targets, places, own_voice, said_by, articles
// returns: independent, contested
MATCH (e:Event)
WHERE ($relations IS NULL OR e.relation IN $relations)
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
WITH e
ORDER BY e.claims DESC, e.date_start IS NULL, e.date_start, e.relation, e.id
LIMIT $limit
RETURN toString(e.date_start) AS first, toString(e.date_end) AS last, e.relation AS relation,
       COLLECT { MATCH (e)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (e)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       COUNT {
         MATCH (c:Claim)-[:ABOUT]->(e)
         WHERE NOT EXISTS { (c)-[:SAID_BY]->(:Entity) }
       } AS own_voice,
       COLLECT {
         MATCH (e)<-[:ABOUT]-(:Claim)-[:SAID_BY]->(x:Entity)
         WITH DISTINCT x.name AS name
         RETURN name ORDER BY name
       } AS said_by,
       COLLECT {
         MATCH (c:Claim)-[:ABOUT]->(e)
         WITH DISTINCT c.article AS id
         RETURN id ORDER BY id
       } AS articles,
       e.independent AS independent, e.contested AS contested
ORDER BY e.claims DESC, e.date_start IS NULL, e.date_start, e.relation, e.id
