// Places by events
// Where most is said to happen: events, claims and articles by place, whatever the claims' status.
// param country: string = null
// param limit: integer = 100
// returns: place, kind, country, events, claims, articles, first, last
MATCH (c:Claim)-[:IN]->(p:Entity)
WHERE $country IS NULL OR p.country = toUpper($country)
WITH p, count(DISTINCT c.id) AS claims, count(DISTINCT c.article) AS articles,
     min(c.date_start) AS first, max(c.date_end) AS last
WITH p, claims, articles, first, last, COUNT { (:Event)-[:IN]->(p) } AS events
RETURN p.name AS place, p.kind AS kind, p.country AS country, events, claims, articles,
       toString(first) AS first, toString(last) AS last
ORDER BY events DESC, claims DESC, p.name, p.id
LIMIT $limit
