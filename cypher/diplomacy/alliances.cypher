// Alliances, support and harbouring
// Who is said to stand with, support or harbour whom, and who says so; an empty said_by means that
// the articles themselves do.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param relations: strings = ["ALLIED_WITH", "COOPERATES_WITH", "SUPPORTS", "AIDS", "HARBOURS", "RECOGNIZES"]
// param limit: integer = 100
// returns: source, relation, target, claims, articles, asserted, alleged, denied, said_by
MATCH (a:Entity)<-[:SOURCE]-(c:Claim)-[:TARGET]->(b:Entity)
WHERE c.relation IN $relations
  AND ($actor IS NULL
       OR toLower($actor) IN [toLower(a.name), toLower(a.country),
                              toLower(b.name), toLower(b.country)])
WITH a, b, c.relation AS relation, count(DISTINCT c.id) AS claims,
     count(DISTINCT c.article) AS articles,
     sum(CASE WHEN c.status = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.status = 'alleged' THEN 1 ELSE 0 END) AS alleged,
     sum(CASE WHEN c.status IN ['denied', 'negated'] THEN 1 ELSE 0 END) AS denied
RETURN a.name AS source, relation, b.name AS target, claims, articles, asserted, alleged, denied,
       COLLECT {
         MATCH (a)<-[:SOURCE]-(d:Claim)-[:TARGET]->(b)
         WHERE d.relation = relation
         MATCH (d)-[:SAID_BY]->(x:Entity)
         WITH DISTINCT x.name AS name
         RETURN name ORDER BY name
       } AS said_by
ORDER BY relation, claims DESC, a.name, b.name, a.id, b.id
LIMIT $limit
