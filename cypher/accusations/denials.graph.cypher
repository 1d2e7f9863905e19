// Denied claims with both sides, drawn
// Each denial with its speaker, the claim that it disputes, who made it and whom it blames.
// returns: path
MATCH path = (:Entity)<-[:SOURCE|SAID_BY]-(d:Claim)-[:DISPUTES]->(c:Claim)-[:SOURCE|SAID_BY]->(:Entity)
RETURN path
ORDER BY c.id, d.id
LIMIT 100
