// Related by background
// Parties of the graph of which the gazetteer knows that one is part of the other, broke away from
// it, or is its ally, with the years. That is background and no claim: how many claims these
// articles make of the two stands beside it.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param limit: integer = 100
// returns: one, tie, other, since, until, claims
MATCH (a:Actor)-[r:BACKGROUND_PART_OF|BACKGROUND_SPLINTER_OF|BACKGROUND_ALLIED_WITH]->(b:Actor)
WHERE $actor IS NULL
   OR toLower($actor) IN [toLower(a.name), toLower(a.country),
                          toLower(b.name), toLower(b.country)]
WITH a, b, r.since AS since, r.until AS until,
     CASE type(r)
       WHEN 'BACKGROUND_PART_OF' THEN 'part of'
       WHEN 'BACKGROUND_SPLINTER_OF' THEN 'splinter of'
       ELSE 'allied with'
     END AS tie
WITH a, b, since, until, tie, tie = 'allied with' AND b.name < a.name AS turned,
     COLLECT { MATCH (a)-[x]-(b) WHERE x.claims > 0 RETURN x.claims } AS told
WITH a, b, since, until, tie, reduce(sum = 0, n IN told | sum + n) AS claims,
     CASE WHEN turned THEN b.name ELSE a.name END AS one,
     CASE WHEN turned THEN a.name ELSE b.name END AS other
RETURN one, tie, other, since, until, claims
ORDER BY one, other, tie, a.id, b.id
LIMIT $limit
