// Timeline
// Events in order of date with what their claims say; those without a known date come last.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param relations: strings = null
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: first, last, date_words, relation, sources, targets, places, killed_min, killed_max
// returns: statuses, claims, articles
MATCH (e:Event)
WHERE ($relations IS NULL OR e.relation IN $relations)
  AND ($since IS NULL OR coalesce(e.date_end, e.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(e.date_start, e.date_end) <= date($until))
  AND ($actor IS NULL OR EXISTS {
    MATCH (e)-[:SOURCE|TARGET]->(a:Entity)
    WHERE toLower($actor) IN [toLower(a.name), toLower(a.country)]
  })
WITH e
ORDER BY e.date_start IS NULL, e.date_start, e.date_end, e.relation, e.id
LIMIT $limit
RETURN toString(e.date_start) AS first, toString(e.date_end) AS last,
       COLLECT {
         MATCH (c:Claim)-[:ABOUT]->(e) WHERE c.date_text IS NOT NULL
         WITH DISTINCT c.date_text AS words
         RETURN words ORDER BY words
       } AS date_words,
       e.relation AS relation,
       COLLECT { MATCH (e)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (e)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       e.killed_min AS killed_min, e.killed_max AS killed_max,
       COLLECT {
         MATCH (c:Claim)-[:ABOUT]->(e)
         WITH DISTINCT c.status AS status
         RETURN status ORDER BY status
       } AS statuses,
       e.claims AS claims, e.articles AS articles
ORDER BY e.date_start IS NULL, e.date_start, e.date_end, e.relation, e.id
