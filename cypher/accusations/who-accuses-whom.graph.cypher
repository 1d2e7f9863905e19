// Who accuses whom, drawn
// Accusations between actors as arrows.
// returns: path
MATCH path = (a:Entity)-[r:ACCUSES]->(b:Entity)
RETURN path
ORDER BY r.claims DESC, a.id, b.id
LIMIT 100
