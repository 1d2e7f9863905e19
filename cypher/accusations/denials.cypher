// Denied claims with both sides
// Each denial beside the claim that it denies. Where no claim of the other side was found, the
// denial stands alone, with its own words on both sides.
// param limit: integer = 100
// returns: relation, sources, targets, places, status, said_by, claim, claim_article, denied_by
// returns: denial, denial_article
MATCH (d:Claim)
WHERE d.relation = 'DENIES' OR d.status = 'denied' OR EXISTS { (d)-[:DISPUTES]->(:Claim) }
OPTIONAL MATCH (d)-[:DISPUTES]->(disputed:Claim)
WITH d, coalesce(disputed, d) AS c
MATCH (c)-[:STATED_IN]->(s:Sentence)
MATCH (d)-[:STATED_IN]->(t:Sentence)
WITH c, d, s, t
ORDER BY c.article, c.start, c.id, d.article, d.start, d.id
LIMIT $limit
RETURN c.relation AS relation,
       COLLECT { MATCH (c)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (c)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (c)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       c.status AS status,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       s.text AS claim, c.article AS claim_article,
       COLLECT {
         MATCH (d)-[r:SOURCE|SAID_BY]->(x:Entity)
         WHERE type(r) = CASE WHEN d.status = 'denied' THEN 'SAID_BY' ELSE 'SOURCE' END
         RETURN x.name ORDER BY x.name
       } AS denied_by,
       t.text AS denial, d.article AS denial_article
ORDER BY c.article, c.start, c.id, d.article, d.start, d.id
