// Most-cited speakers
// To whom articles ascribe claims, how many, in how many articles, and how many of these others
// deny.
// param limit: integer = 100
// returns: speaker, kind, country, claims, articles, alleged, disputed
MATCH (c:Claim)-[:SAID_BY]->(a:Entity)
WITH a, count(DISTINCT c.id) AS claims, count(DISTINCT c.article) AS articles,
     count(DISTINCT CASE WHEN c.status = 'alleged' THEN c.id END) AS alleged,
     count(DISTINCT CASE WHEN EXISTS { (:Claim)-[:DISPUTES]->(c) } THEN c.id END) AS disputed
RETURN a.name AS speaker, a.kind AS kind, a.country AS country, claims, articles, alleged, disputed
ORDER BY claims DESC, a.name, a.id
LIMIT $limit
