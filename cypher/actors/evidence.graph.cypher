// The sentences behind an edge, drawn
// Articles, their sentences, the claims drawn from them and the actors of these. Write names in place
// of null; null stands for any.
// returns: path
WITH null AS source, null AS target
MATCH (a:Entity)<-[:SOURCE]-(c:Claim)-[:TARGET|IN]->(b:Entity)
MATCH path = (:Article)-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(c)-[r]->(:Entity)
WHERE (source IS NULL OR toLower(a.name) = toLower(source))
  AND (target IS NULL OR toLower(b.name) = toLower(target))
RETURN DISTINCT path
LIMIT 200
