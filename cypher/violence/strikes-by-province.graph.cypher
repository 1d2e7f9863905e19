// Strikes by province, drawn
// Attackers, their strikes and attacks, where these happened and in which province or country that lies.
// returns: path
MATCH path = (a:Entity)<-[:SOURCE]-(e:Event)-[:IN]->(p:Entity)-[:WITHIN*0..1]->(q:Entity)
WHERE e.event_type = 'ASSAULT'
RETURN path
ORDER BY e.date_start, e.id, a.id, p.id, q.id
LIMIT 200
