// All an actor did and had done to it, drawn
// The actor's edges to other actors. Write a name in place of null; null draws the ties of all.
// returns: path
WITH null AS actor
MATCH path = (a:Actor)-[r]-(b:Entity)
WHERE r.claims > 0 AND (actor IS NULL OR toLower(a.name) = toLower(actor))
RETURN path
ORDER BY r.claims DESC, type(r), a.id, b.id
LIMIT 100
