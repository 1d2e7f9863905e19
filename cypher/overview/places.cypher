// Places by events
// Where most happens: events, claims, articles and the killed, by place.
// param country: string = null
// param limit: integer = 100
// returns: place, kind, country, events, claims, articles, killed_min, killed_max, first, last
MATCH (c:Claim)-[:IN]->(p:Entity)
WHERE $country IS NULL OR p.country = toUpper($country)
WITH p, count(DISTINCT c.id) AS claims, count(DISTINCT c.article) AS articles,
     min(c.date_start) AS first, max(c.date_end) AS last
CALL (p) {
  MATCH (e:Event)-[:IN]->(p)
  RETURN count(e) AS events, sum(e.killed_min) AS killed_min, sum(e.killed_max) AS killed_max
}
RETURN p.name AS place, p.kind AS kind, p.country AS country, events, claims, articles,
       killed_min, killed_max, toString(first) AS first, toString(last) AS last
ORDER BY events DESC, claims DESC, p.name, p.id
LIMIT $limit
