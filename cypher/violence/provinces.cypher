// Violence by province
// Violent events that are told as fact or alleged, by the province where they happened, with the
// sum of their lowest and of their highest counts of the killed (nothing where no count is given).
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: country, province, events, claims, articles, killed_min, killed_max, first, last
MATCH (e:Event)-[:IN]->(p:Entity)
WHERE e.event_type = 'ASSAULT'
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
  AND EXISTS { MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.status IN ['asserted', 'alleged'] }
WITH e, p, CASE WHEN p.kind = 'province' THEN p.name ELSE head(COLLECT {
       MATCH (p)-[:WITHIN]->(q:Entity) WHERE q.kind = 'province' RETURN q.name ORDER BY q.name
     }) END AS province
WHERE province IS NOT NULL
WITH DISTINCT p.country AS country, province, e
WITH country, province, count(e) AS events, sum(e.claims) AS claims, collect(e) AS happened,
     count(e.killed_min) AS counted, sum(e.killed_min) AS killed_min,
     sum(coalesce(e.killed_max, e.killed_min)) AS killed_max,
     min(e.date_start) AS first, max(e.date_end) AS last
RETURN country, province, events, claims,
       COUNT {
         UNWIND happened AS each
         MATCH (each)<-[:ABOUT]-(c:Claim)
         RETURN DISTINCT c.article
       } AS articles,
       CASE WHEN counted > 0 THEN killed_min END AS killed_min,
       CASE WHEN counted > 0 THEN killed_max END AS killed_max,
       toString(first) AS first, toString(last) AS last
ORDER BY events DESC, claims DESC, country, province
LIMIT $limit
