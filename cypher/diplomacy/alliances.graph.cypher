// Alliances, support and harbouring, drawn
// Who is said to stand with, support or harbour whom.
// returns: path
MATCH path = (a:Entity)-[r:ALLIED_WITH|COOPERATES_WITH|SUPPORTS|AIDS|HARBOURS]->(b:Entity)
RETURN path
ORDER BY r.claims DESC, type(r), a.id, b.id
LIMIT 100
