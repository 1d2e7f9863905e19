// Offices held
// Who holds or leads what, under which title, and in how many articles.
// param of: string = null
// param limit: integer = 100
// returns: person, relation, title, of, claims, articles, first, last
MATCH (a:Entity)<-[:SOURCE]-(c:Claim)
WHERE c.relation IN ['HOLDS_OFFICE', 'LEADS'] AND NOT c.status IN ['denied', 'negated']
OPTIONAL MATCH (c)-[:TARGET]->(b:Entity)
WITH a, b, c
WHERE $of IS NULL OR toLower($of) IN [toLower(b.name), toLower(b.country)]
WITH a, b, c.relation AS relation, c.title AS title, count(DISTINCT c.id) AS claims,
     count(DISTINCT c.article) AS articles, min(c.date_start) AS first, max(c.date_end) AS last
RETURN a.name AS person, relation, title, b.name AS of, claims, articles,
       toString(first) AS first, toString(last) AS last
ORDER BY b.name IS NULL, b.name, a.name, relation, title, a.id, b.id
LIMIT $limit
