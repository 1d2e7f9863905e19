// What each source says of an event
// Every claim of the events that several articles tell of: who says it, in which article of what
// day, whether it is denied, and the dates and counts it gives.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param relations: strings = null
// param articles: integer = 2
// param limit: integer = 100
// returns: event, relation, places, article, published, said_by, status, first, last, date_words
// returns: killed_min, killed_max, injured_min, injured_max, sentence
MATCH (e:Event)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
WHERE e.articles >= $articles
  AND ($relations IS NULL OR e.relation IN $relations)
  AND ($actor IS NULL OR EXISTS {
    MATCH (e)-[:SOURCE|TARGET]->(x:Entity)
    WHERE toLower($actor) IN [toLower(x.name), toLower(x.country)]
  })
WITH e, c, s, a
ORDER BY e.date_start IS NULL, e.date_start, e.id, a.published IS NULL, a.published, a.id, c.start,
         c.id
LIMIT $limit
RETURN e.id AS event, e.relation AS relation,
       COLLECT { MATCH (e)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       a.id AS article, toString(a.published) AS published,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       c.status AS status, toString(c.date_start) AS first, toString(c.date_end) AS last,
       c.date_text AS date_words, c.killed_min AS killed_min, c.killed_max AS killed_max,
       c.injured_min AS injured_min, c.injured_max AS injured_max, s.text AS sentence
ORDER BY e.date_start IS NULL, e.date_start, e.id, a.published IS NULL, a.published, a.id, c.start,
         c.id
