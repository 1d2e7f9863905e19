// Who accuses whom
// Accusations between actors, most frequent first, and what the accuser alleges the accused to do.
// param relations: strings = ["ACCUSES"]
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: accuser, accused, claims, articles, alleges, first, last
MATCH (a:Entity)<-[:SOURCE]-(c:Claim)-[:TARGET]->(b:Entity)
WHERE c.relation IN $relations AND c.status = 'asserted'
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end) <= date($until))
WITH a, b, count(DISTINCT c.id) AS claims, count(DISTINCT c.article) AS articles,
     min(c.date_start) AS first, max(c.date_end) AS last
RETURN a.name AS accuser, b.name AS accused, claims, articles,
       COLLECT {
         MATCH (a)<-[:SAID_BY]-(d:Claim {status: 'alleged'})-[:SOURCE]->(b)
         WITH DISTINCT d.relation AS relation
         RETURN relation ORDER BY relation
       } AS alleges,
       toString(first) AS first, toString(last) AS last
ORDER BY claims DESC, a.name, b.name, a.id, b.id
LIMIT $limit
