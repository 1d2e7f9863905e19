// Go-betweens
// Actors through whom two others are linked that have no tie to each other, with the relations on
// either side. Without a and b, actors tied to more than max_ties others are left out: they link
// everyone with everyone.
// a and b are a name each, or a country code such as UKR for every actor of that country.
// param a: string = null
// param b: string = null
// param max_ties: integer = 30
// param limit: integer = 100
// returns: one, relations_with_one, go_between, relations_with_other, other
MATCH (x:Actor)-[r]->(y:Actor)
WHERE r.claims > 0 AND x.id <> y.id
WITH DISTINCT x, y
UNWIND [[x, y], [y, x]] AS tie
WITH tie[0] AS m, tie[1] AS other
WITH m, collect(DISTINCT other) AS others
WHERE size(others) <= $max_ties OR $a IS NOT NULL OR $b IS NOT NULL
UNWIND others AS a
UNWIND others AS b
WITH a, m, b, [toLower(a.name), toLower(a.country)] AS left,
     [toLower(b.name), toLower(b.country)] AS right
WHERE a.id < b.id
  AND (($a IS NULL OR toLower($a) IN left) AND ($b IS NULL OR toLower($b) IN right)
    OR ($a IS NULL OR toLower($a) IN right) AND ($b IS NULL OR toLower($b) IN left))
  AND NOT EXISTS { MATCH (a)-[d]->(b) WHERE d.claims > 0 }
  AND NOT EXISTS { MATCH (b)-[d]->(a) WHERE d.claims > 0 }
WITH a, m, b
ORDER BY m.name, a.name, b.name, m.id, a.id, b.id
LIMIT $limit
RETURN a.name AS one,
       COLLECT {
         MATCH (a)-[x]-(m) WHERE x.claims > 0
         WITH DISTINCT type(x) AS name
         RETURN name ORDER BY name
       } AS relations_with_one,
       m.name AS go_between,
       COLLECT {
         MATCH (m)-[x]-(b) WHERE x.claims > 0
         WITH DISTINCT type(x) AS name
         RETURN name ORDER BY name
       } AS relations_with_other,
       b.name AS other
ORDER BY m.name, a.name, b.name, m.id, a.id, b.id
