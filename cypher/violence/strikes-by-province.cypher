// Strikes and attacks by province
// Each strike or attack that a claim tells of, by province, with attacker, date, deaths and who says
// so; an empty said_by means that the article itself says so. Those at no known place come last.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param province: string = null
// param relations: strings = ["STRIKES", "ATTACKS"]
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: province, place, country, relation, attackers, targets, first, last, date_words
// returns: killed_min, killed_max, status, said_by, article, sentence
MATCH (c:Claim)-[:STATED_IN]->(s:Sentence)
WHERE c.relation IN $relations
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end) <= date($until))
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SOURCE]->(a:Entity)
    WHERE toLower($actor) IN [toLower(a.name), toLower(a.country)]
  })
OPTIONAL MATCH (c)-[:IN]->(p:Entity)
WITH c, s, p, CASE WHEN p.kind = 'province' THEN p.name ELSE head(COLLECT {
       MATCH (p)-[:WITHIN]->(q:Entity) WHERE q.kind = 'province' RETURN q.name ORDER BY q.name
     }) END AS province
WHERE $province IS NULL OR toLower(province) = toLower($province)
WITH c, s, p, province
ORDER BY province IS NULL, province, p.name IS NULL, p.name, c.date_start IS NULL, c.date_start,
         c.article, c.start, c.id, p.id
LIMIT $limit
RETURN province, p.name AS place, p.country AS country, c.relation AS relation,
       COLLECT { MATCH (c)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS attackers,
       COLLECT { MATCH (c)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       toString(c.date_start) AS first, toString(c.date_end) AS last,
       c.date_text AS date_words, c.killed_min AS killed_min, c.killed_max AS killed_max, c.status AS status,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       c.article AS article, s.text AS sentence
ORDER BY province IS NULL, province, p.name IS NULL, p.name, c.date_start IS NULL, c.date_start,
         c.article, c.start, c.id, p.id
