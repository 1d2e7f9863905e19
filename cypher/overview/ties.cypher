// Strongest ties
// Who does what to whom most often, over all relations, with how much of it is only alleged.
// param actor: string = null
// param min_claims: integer = 1
// param limit: integer = 100
// returns: source, relation, target, claims, articles, asserted, alleged, denied, first, last
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.claims >= $min_claims
  AND ($actor IS NULL
       OR toLower($actor) IN [toLower(a.name), toLower(a.country),
                              toLower(b.name), toLower(b.country)])
RETURN a.name AS source, type(r) AS relation, b.name AS target, r.claims AS claims,
       r.articles AS articles, r.asserted AS asserted, r.alleged AS alleged, r.denied AS denied,
       toString(r.first) AS first, toString(r.last) AS last
ORDER BY r.claims DESC, a.name, type(r), b.name, a.id, b.id
LIMIT $limit
