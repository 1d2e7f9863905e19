// Related by background, drawn
// Which parties are part of others, broke away from them or are their allies by the gazetteer.
// returns: path
MATCH path =
  (a:Actor)-[r:BACKGROUND_PART_OF|BACKGROUND_SPLINTER_OF|BACKGROUND_ALLIED_WITH]->(b:Actor)
RETURN path
ORDER BY type(r), a.id, b.id
LIMIT 100
