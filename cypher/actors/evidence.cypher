// The sentences behind an edge
// Every sentence from which an edge between two actors was drawn, with its status and who says so.
// Source and target are a name each, or a country code such as UKR for every actor of that
// country.
// param source: string = null
// param relation: string = null
// param target: string = null
// param limit: integer = 100
// returns: source, relation, target, status, said_by, words, sentence, article, start
MATCH (a:Entity)<-[:SOURCE]-(c:Claim)-[r:TARGET|IN]->(b:Entity)
WHERE (type(r) = 'TARGET' OR NOT EXISTS {
    MATCH (c)-[:TARGET]->(t:Entity)
    WHERE t.id = b.id OR t.kind <> 'country' OR coalesce(t.country, '') <> coalesce(b.country, '')
  })
  AND ($relation IS NULL OR c.relation = toUpper($relation))
  AND ($source IS NULL OR toLower($source) IN [toLower(a.name), toLower(a.country)])
  AND ($target IS NULL OR toLower($target) IN [toLower(b.name), toLower(b.country)])
MATCH (c)-[:STATED_IN]->(s:Sentence)
WITH a, b, c, s
ORDER BY a.name, c.relation, b.name, c.article, c.start, c.id, a.id, b.id
LIMIT $limit
RETURN a.name AS source, c.relation AS relation, b.name AS target, c.status AS status,
       COLLECT { MATCH (c)-[:SAID_BY]->(x:Entity) RETURN x.name ORDER BY x.name } AS said_by,
       c.trigger AS words, s.text AS sentence, c.article AS article, s.start AS start
ORDER BY a.name, c.relation, b.name, c.article, c.start, c.id, a.id, b.id
