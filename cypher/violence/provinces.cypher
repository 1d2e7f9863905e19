// Violence by province
// Violent events that were not only denied, negated, planned or conditional, by the province where
// they happened, with the range of the killed.
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
CALL (e) {
  MATCH (c:Claim)-[:ABOUT]->(e)
  RETURN collect(DISTINCT c.article) AS told_in
}
WITH country, province, e, told_in
UNWIND told_in AS article
WITH country, province, collect(DISTINCT e) AS events, count(DISTINCT article) AS articles
RETURN country, province, size(events) AS events,
       reduce(n = 0, e IN events | n + e.claims) AS claims, articles,
       reduce(n = 0, e IN events | n + coalesce(e.killed_min, 0)) AS killed_min,
       reduce(n = 0, e IN events | n + coalesce(e.killed_max, e.killed_min, 0)) AS killed_max,
       toString(reduce(d = null, e IN events | CASE WHEN d IS NULL OR e.date_start < d THEN e.date_start ELSE d END)) AS first,
       toString(reduce(d = null, e IN events | CASE WHEN d IS NULL OR e.date_end > d THEN e.date_end ELSE d END)) AS last
ORDER BY events DESC, claims DESC, country, province
LIMIT $limit
