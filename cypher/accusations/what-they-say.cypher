// What A says of B, and B of A
// What actors say to and of each other: accusations, denials, threats, demands, praise, and every
// claim ascribed to the one in which the other acts or is acted upon. Give a and b for both
// directions of one pair, a alone for all that A says and that is said of A.
// a and b are a name each, or a country code such as UKR for every actor of that country.
// param a: string = null
// param b: string = null
// param relations: strings = null
// param limit: integer = 100
// returns: speaker, about, relation, status, sources, targets, places, first, last, date_words
// returns: article, sentence
MATCH (c:Claim)-[r:SOURCE|SAID_BY]->(a:Actor)
MATCH (c)-[t:SOURCE|TARGET]->(b:Actor)
WHERE a.id <> b.id AND ($relations IS NULL OR c.relation IN $relations)
  AND (type(r) = 'SAID_BY'
       OR type(t) = 'TARGET'
       AND c.relation IN ['ACCUSES', 'CONDEMNS', 'PROTESTS', 'REJECTS', 'DENIES', 'THREATENS',
                          'WARNS', 'DEMANDS', 'URGES', 'PROMISES',
                          'APOLOGIZES', 'CONCEDES', 'PRAISES', 'WELCOMES'])
WITH DISTINCT c, a, b, [toLower(a.name), toLower(a.country)] AS by,
     [toLower(b.name), toLower(b.country)] AS of
WHERE ($a IS NULL OR toLower($a) IN by) AND ($b IS NULL OR toLower($b) IN of)
   OR ($a IS NULL OR toLower($a) IN of) AND ($b IS NULL OR toLower($b) IN by)
MATCH (c)-[:STATED_IN]->(s:Sentence)
WITH c, a, b, s
ORDER BY a.name, b.name, c.article, c.start, c.id, a.id, b.id
LIMIT $limit
RETURN a.name AS speaker, b.name AS about, c.relation AS relation, c.status AS status,
       COLLECT { MATCH (c)-[:SOURCE]->(x:Entity) RETURN x.name ORDER BY x.name } AS sources,
       COLLECT { MATCH (c)-[:TARGET]->(x:Entity) RETURN x.name ORDER BY x.name } AS targets,
       COLLECT { MATCH (c)-[:IN]->(x:Entity) RETURN x.name ORDER BY x.name } AS places,
       toString(c.date_start) AS first, toString(c.date_end) AS last,
       c.date_text AS date_words, c.article AS article, s.text AS sentence
ORDER BY a.name, b.name, c.article, c.start, c.id, a.id, b.id
