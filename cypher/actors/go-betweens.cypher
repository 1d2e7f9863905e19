// Go-betweens
// Actors through whom two others are linked that have nothing to do with each other directly, with
// the relations on either side.
// a and b are a name each, or a country code such as UKR for every actor of that country.
// param a: string = null
// param b: string = null
// param limit: integer = 100
// returns: one, relations_with_one, go_between, relations_with_other, other
MATCH (a:Actor)-[r]-(m:Actor)-[t]-(b:Actor)
WHERE r.claims > 0 AND t.claims > 0 AND a.id < b.id AND a.id <> m.id AND b.id <> m.id
WITH DISTINCT a, m, b, [toLower(a.name), toLower(a.country)] AS left,
     [toLower(b.name), toLower(b.country)] AS right
WHERE (($a IS NULL OR toLower($a) IN left) AND ($b IS NULL OR toLower($b) IN right)
    OR ($a IS NULL OR toLower($a) IN right) AND ($b IS NULL OR toLower($b) IN left))
  AND NOT EXISTS { MATCH (a)-[d]-(b) WHERE d.claims > 0 }
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
LIMIT $limit
