// Actors by activity
// How often each actor acts, is acted upon and is quoted, the busiest first.
// param kind: string = null
// param limit: integer = 100
// returns: actor, kind, country, acts, acted_upon, says, articles, first, last
MATCH (c:Claim)-[r:SOURCE|TARGET|SAID_BY]->(a:Actor)
WHERE $kind IS NULL OR a.kind = $kind
WITH a,
     count(DISTINCT CASE WHEN type(r) = 'SOURCE' THEN c.id END) AS acts,
     count(DISTINCT CASE WHEN type(r) = 'TARGET' THEN c.id END) AS acted_upon,
     count(DISTINCT CASE WHEN type(r) = 'SAID_BY' THEN c.id END) AS says,
     count(DISTINCT c.article) AS articles,
     min(c.date_start) AS first, max(c.date_end) AS last
RETURN a.name AS actor, a.kind AS kind, a.country AS country, acts, acted_upon, says, articles,
       toString(first) AS first, toString(last) AS last
ORDER BY acts + acted_upon + says DESC, a.name, a.id
LIMIT $limit
