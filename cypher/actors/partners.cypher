// Who stands with whom
// Pairs of actors in one claim: together where both act or both are acted upon, opposite where one
// acts upon the other. Those most often together come first.
// An actor is a name, or a country code such as UKR for every actor of that country.
// param actor: string = null
// param limit: integer = 100
// returns: one, other, together, opposite, articles
MATCH (a:Actor)<-[r:SOURCE|TARGET]-(c:Claim)-[t:SOURCE|TARGET]->(b:Actor)
WHERE a.id < b.id
  AND ($actor IS NULL
       OR toLower($actor) IN [toLower(a.name), toLower(a.country),
                              toLower(b.name), toLower(b.country)])
WITH a, b, count(DISTINCT CASE WHEN type(r) = type(t) THEN c.id END) AS together,
     count(DISTINCT CASE WHEN type(r) <> type(t) THEN c.id END) AS opposite,
     count(DISTINCT c.article) AS articles
WITH together, opposite, articles, a, b,
     CASE WHEN a.name <= b.name THEN a.name ELSE b.name END AS one,
     CASE WHEN a.name <= b.name THEN b.name ELSE a.name END AS other
RETURN one, other, together, opposite, articles
ORDER BY together DESC, opposite DESC, one, other, a.id, b.id
LIMIT $limit
