// Go-betweens, drawn
// Actors through whom two others are linked that have nothing to do with each other directly.
// returns: path
MATCH path = (a:Actor)-[r]-(m:Actor)-[t]-(b:Actor)
WHERE r.claims > 0 AND t.claims > 0 AND a.id < b.id AND a.id <> m.id AND b.id <> m.id
  AND NOT EXISTS { MATCH (a)-[d]-(b) WHERE d.claims > 0 }
RETURN path
ORDER BY m.id, a.id, b.id
LIMIT 100
