// All an actor did, said and had done to it
// Every claim in which the actor acts, is acted upon or speaks, in order of date. A role is one of
// acts, acted upon, says.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param role: string = null
// param since: date = null
// param until: date = null
// param limit: integer = 100
// returns: actor, role, relation, sources, targets, places, status, said_by, first, last
// returns: date_words, article, sentence
MATCH (c:Claim)-[r:SOURCE|TARGET|SAID_BY]->(a:Actor)
WHERE ($actor IS NULL OR toLower($actor) IN [toLower(a.name), toLower(a.country)])
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start) >= date($since))
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end) <= date($until))
WITH c, a, CASE type(r)
            WHEN 'SOURCE' THEN 'acts' WHEN 'TARGET' THEN 'acted upon' ELSE 'says'
          END AS role
WHERE $role IS NULL OR role = $role
MATCH (c)-[:STATED_IN]->(s:Sentence)
WITH c, a, role, s
ORDER BY a.name, role, c.date_start IS NULL, c.date_start, c.article, c.start, c.id, a.id
LIMIT $limit
RETURN a.name AS actor, role, c.relation AS relation,
       COLLECT { MATCH (c)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (c)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (c)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       c.status AS status,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       toString(c.date_start) AS first, toString(c.date_end) AS last,
       c.date_text AS date_words, c.article AS article, s.text AS sentence
ORDER BY a.name, role, c.date_start IS NULL, c.date_start, c.article, c.start, c.id, a.id
