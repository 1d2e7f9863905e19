// Agreements, ceasefires and violations
// What was agreed, kept, called a violation or left, in order of date.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param relations: strings = ["SIGNS_AGREEMENT", "AGREES_CEASEFIRE", "OBSERVES_CEASEFIRE", "VIOLATES_CEASEFIRE", "WITHDRAWS_FROM"]
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: first, last, date_words, relation, sources, targets, places, status, said_by, article
// returns: sentence
MATCH (c:Claim)-[:STATED_IN]->(s:Sentence)
WHERE c.relation IN $relations
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end) <= date($until))
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SOURCE|TARGET]->(a:Entity)
    WHERE toLower($actor) IN [toLower(a.name), toLower(a.country)]
  })
WITH c, s
ORDER BY c.date_start IS NULL, c.date_start, c.article, c.start, c.id
LIMIT $limit
RETURN toString(c.date_start) AS first, toString(c.date_end) AS last, c.date_text AS date_words,
       c.relation AS relation,
       COLLECT { MATCH (c)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (c)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (c)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       c.status AS status,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       c.article AS article, s.text AS sentence
ORDER BY c.date_start IS NULL, c.date_start, c.article, c.start, c.id
